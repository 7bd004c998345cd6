import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { CONFIG, type Config } from '../config/config';
import { LimitedAdapter } from '../http/limited-adapter';
import { Readiness } from './readiness';

/** What is under way when the process is told to stop is finished in this time, or dropped. */
const PATIENCE_MS = 10_000;

/** Requests end before anything that they stand on does: jobs, pool. */
@Injectable()
export class Departure implements OnModuleDestroy {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly readiness: Readiness,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onModuleDestroy(): Promise<void> {
    this.readiness.leave();
    const { httpAdapter } = this.host;
    if (httpAdapter instanceof LimitedAdapter) await httpAdapter.leave(this.config.SHUTDOWN_DELAY * 1000, PATIENCE_MS);
  }
}
