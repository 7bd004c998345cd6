import { Module } from '@nestjs/common';
import { PlanningModule } from '../planning/planning.module';
import { ProductionModule } from '../production/production.module';
import { CsvExports } from './exports/csv-exports';
import { ExportRunner } from './exports/export-runner';
import { ExportSources } from './exports/export-sources';
import { ExportsAbout } from './exports/exports-about';
import { ExportsController } from './exports/exports.controller';
import { ExportsRepository } from './exports/exports.repository';
import { ExportsService } from './exports/exports.service';
import { PurchaseOrders } from './exports/papers/purchase-orders';
import { OrdersSheet } from './exports/sheets/orders.sheet';
import { ProductionDaysSheet } from './exports/sheets/production-days.sheet';
import { ProductionEntriesSheet } from './exports/sheets/production-entries.sheet';
import { TnaSheet } from './exports/sheets/tna.sheet';
import { ImportsController } from './imports/imports.controller';
import { ImportsRepository } from './imports/imports.repository';
import { ImportsService } from './imports/imports.service';
import { OutputFilesController } from './output/output-files.controller';
import { OutputFilesService } from './output/output-files.service';

/** What comes in from, and goes out to, the house's own files. */
@Module({
  imports: [PlanningModule, ProductionModule],
  controllers: [ImportsController, ExportsController, OutputFilesController],
  providers: [
    ImportsService,
    OutputFilesService,
    ImportsRepository,
    ExportsService,
    ExportsRepository,
    ExportsAbout,
    ExportSources,
    ExportRunner,
    CsvExports,
    PurchaseOrders,
    OrdersSheet,
    TnaSheet,
    ProductionDaysSheet,
    ProductionEntriesSheet,
  ],
})
export class TransfersModule {}
