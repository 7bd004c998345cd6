import { Module } from '@nestjs/common';
import { FinancialsModule } from '../financials/financials.module';
import { PlanningModule } from '../planning/planning.module';
import { MaturityKeeper } from './back-to-back/maturity-keeper';
import { CheckKeeper } from './checks/check-keeper';
import { ChecksRepository } from './checks/checks.repository';
import { CreditClocksController } from './clocks/credit-clocks.controller';
import { CreditClocksRepository } from './clocks/credit-clocks.repository';
import { CreditClocksService } from './clocks/credit-clocks.service';
import { PresentByKeeper } from './clocks/present-by-keeper';
import { FindingsController } from './findings/findings.controller';
import { FindingsRepository } from './findings/findings.repository';
import { FindingsService } from './findings/findings.service';
import { ShipmentsModule } from '../shipments/shipments.module';
import { PreflightController } from './preflight/preflight.controller';
import { PreflightRepository } from './preflight/preflight.repository';
import { PreflightService } from './preflight/preflight.service';
import { PreflightUndo } from './preflight/preflight.undo';
import { WaiversRepository } from './waivers/waivers.repository';
import { WaiversService } from './waivers/waivers.service';
import { WaiversUndo } from './waivers/waivers.undo';

/** The LC against what it is about: orders, shipments, documents, and the calendars of banks. */
@Module({
  imports: [FinancialsModule, PlanningModule, ShipmentsModule],
  controllers: [CreditClocksController, FindingsController, PreflightController],
  providers: [
    CreditClocksService,
    CreditClocksRepository,
    PresentByKeeper,
    FindingsService,
    FindingsRepository,
    PreflightService,
    PreflightRepository,
    PreflightUndo,
    CheckKeeper,
    ChecksRepository,
    WaiversService,
    WaiversRepository,
    WaiversUndo,
    MaturityKeeper,
  ],
})
export class PresentationModule {}
