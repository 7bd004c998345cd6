import { Global, Module } from '@nestjs/common';
import { Departure } from './departure';
import { HealthController } from './health.controller';
import { Readiness } from './readiness';

@Global()
@Module({ controllers: [HealthController], providers: [Readiness, Departure], exports: [Readiness] })
export class HealthModule {}
