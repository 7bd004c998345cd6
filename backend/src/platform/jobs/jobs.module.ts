import { Global, Module } from '@nestjs/common';
import { Jobs } from './jobs';
import { Upkeep } from './upkeep';

@Global()
@Module({ providers: [Jobs, Upkeep], exports: [Jobs, Upkeep] })
export class JobsModule {}
