import { Global, Module } from '@nestjs/common';
import { TelemetryModule } from '../telemetry/telemetry.module';
import { Jobs } from './jobs';
import { Upkeep } from './upkeep';

@Global()
@Module({ imports: [TelemetryModule], providers: [Jobs, Upkeep], exports: [Jobs, Upkeep] })
export class JobsModule {}
