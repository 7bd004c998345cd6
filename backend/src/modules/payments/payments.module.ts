import { Module } from '@nestjs/common';
import { explainConstraint } from '../../platform/errors/database-errors';
import { FinancialsModule } from '../financials/financials.module';
import { PlanningModule } from '../planning/planning.module';
import { PaymentMatches } from './payment/payment-matches.repository';
import { PaymentsController } from './payment/payments.controller';
import { PaymentsRepository } from './payment/payments.repository';
import { PaymentsService } from './payment/payments.service';
import { PaymentsUndo } from './payments.undo';
import { ReceivableKeeper } from './receivable/receivable-keeper';
import { ReceivablesController } from './receivable/receivables.controller';
import { ReceivablesRepository } from './receivable/receivables.repository';
import { ReceivablesService } from './receivable/receivables.service';

explainConstraint(
  'ck_receivables_accepted_on',
  'acceptedOn',
  'A draft is accepted after its documents were presented.',
);

/** What buyers owe for what was shipped, and the money that came: over invoices of shipments and LCs of financials. */
@Module({
  imports: [FinancialsModule, PlanningModule],
  controllers: [ReceivablesController, PaymentsController],
  providers: [
    ReceivablesService,
    ReceivablesRepository,
    ReceivableKeeper,
    PaymentsService,
    PaymentsRepository,
    PaymentMatches,
    PaymentsUndo,
  ],
})
export class PaymentsModule {}
