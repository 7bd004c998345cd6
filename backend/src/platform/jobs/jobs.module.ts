import { Global, Module } from '@nestjs/common';
import { TelemetryModule } from '../telemetry/telemetry.module';
import { Jobs } from './jobs';
import { LateJobs } from './late-jobs';
import { Upkeep } from './upkeep';

@Global()
@Module({ imports: [TelemetryModule], providers: [Jobs, LateJobs, Upkeep], exports: [Jobs, Upkeep] })
export class JobsModule {}
