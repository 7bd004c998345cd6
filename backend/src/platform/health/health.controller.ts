import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../http/public.decorator';
import { Readiness } from './readiness';

/** For load balancers and the supervisor. `/readyz` names the failing part and no more. */
@ApiExcludeController()
@Public()
@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('healthz')
  alive(): { status: 'alive' } {
    return { status: 'alive' };
  }

  @Get('readyz')
  async ready(@Res({ passthrough: true }) response: Response): Promise<{ status: string; failing?: string[] }> {
    const failing = await this.readiness.failing();
    if (!failing.length) return { status: 'ready' };
    response.status(503);
    return { status: 'not ready', failing };
  }
}
