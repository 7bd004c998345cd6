import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../http/public.decorator';
import { NeverCounts } from '../limits/limits.decorators';
import { Readiness, type ReadinessTold } from './readiness';

/** For load balancers and the supervisor. `/readyz` names the failing part and no more. */
@ApiExcludeController()
@Public()
@NeverCounts()
@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('healthz')
  alive(): { status: 'alive' } {
    return { status: 'alive' };
  }

  @Get('readyz')
  async ready(@Res({ passthrough: true }) response: Response): Promise<ReadinessTold> {
    const told = await this.readiness.told();
    if (told.failing) response.status(503);
    return told;
  }
}
