import { Module } from '@nestjs/common';
import { DashboardController } from './dashboard.controller';
import { DashboardRepository } from './dashboard.repository';

/** What the home page counts. */
@Module({ controllers: [DashboardController], providers: [DashboardRepository] })
export class DashboardModule {}
