import { Module } from '@nestjs/common';
import { DashboardController } from './dashboard.controller';
import { DashboardRepository } from './dashboard.repository';
import { FiguresRepository } from './figures.repository';
import { FiguresService } from './figures.service';

/** What the home page counts, and the figures of the house. */
@Module({ controllers: [DashboardController], providers: [DashboardRepository, FiguresRepository, FiguresService] })
export class DashboardModule {}
