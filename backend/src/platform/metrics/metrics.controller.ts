import { Controller, Get, Headers, Inject, NotFoundException, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { CONFIG, type Config } from '../config/config';
import { Unauthenticated } from '../errors/domain-error';
import { Public } from '../http/public.decorator';
import { NeverCounts } from '../limits/limits.decorators';
import { Metrics } from './metrics';
import { carries } from './metrics-token';

class MetricsTokenWanted extends Unauthenticated {
  readonly code = 'metrics.token_wanted';

  constructor() {
    super('These figures are for who has the token of METRICS_TOKEN: send it as a bearer.');
  }
}

/** For Prometheus. Without METRICS_TOKEN there is nothing here. */
@ApiExcludeController()
@Public()
@NeverCounts()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async readMetrics(@Headers('authorization') authorization = '', @Res() response: Response): Promise<void> {
    const { METRICS_TOKEN: token } = this.config;
    if (!token) throw new NotFoundException();
    if (!carries(authorization, token)) throw new MetricsTokenWanted();
    const { type, text } = await this.metrics.read();
    response.set({ 'Content-Type': type, 'Cache-Control': 'no-store' }).send(text);
  }
}
