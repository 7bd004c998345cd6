import { Module, type OnModuleInit } from '@nestjs/common';
import { explainConstraint } from '../../platform/errors/database-errors';
import { Letterheads } from '../orders/letterhead';
import { AgreedPrices } from '../orders/line/agreed-price';
import { OrderImpacts } from '../orders/revision/order-impact';
import { BackToBackRulesController } from './back-to-back/back-to-back-rules.controller';
import { BackToBackController } from './back-to-back/back-to-back.controller';
import { BackToBackRepository, BackToBackRulesRepository } from './back-to-back/back-to-back.repository';
import { BackToBackService } from './back-to-back/back-to-back.service';
import { HouseBank } from './back-to-back/house-bank';
import { BackToBackUndo } from './back-to-back/back-to-back.undo';
import { ExchangeRatesController } from './exchange-rates/exchange-rates.controller';
import { ExchangeRatesRepository } from './exchange-rates/exchange-rates.repository';
import { ExchangeRatesService } from './exchange-rates/exchange-rates.service';
import { FinancialImpact } from './financial-impact';
import { AmendmentsRepository, AmendmentsService } from './letter-of-credit/amendment/amendments.service';
import { CoverageController } from './letter-of-credit/coverage/coverage.controller';
import { CoverageService } from './letter-of-credit/coverage/coverage.service';
import { CreditChanges } from './letter-of-credit/credit-changes';
import { CreditTermsController } from './letter-of-credit/credit-terms.controller';
import { CreditTermsRepository } from './letter-of-credit/credit-terms.repository';
import { CreditTermsService } from './letter-of-credit/credit-terms.service';
import { DrawingsRepository, DrawingsService } from './letter-of-credit/drawing/drawings.service';
import { LettersOfCreditController } from './letter-of-credit/letters-of-credit.controller';
import { LettersOfCreditRepository } from './letter-of-credit/letters-of-credit.repository';
import { LettersOfCreditService } from './letter-of-credit/letters-of-credit.service';
import { OrderProfitsRepository } from './profit/order-profits.repository';
import { ProfitKeeper } from './profit/profit-keeper';
import { ProfitsController } from './profit/profits.controller';
import { ProfitsService } from './profit/profits.service';
import { confirmedPriceJson } from './proforma-invoice/confirmed-price';
import { ProformaInvoicesController } from './proforma-invoice/proforma-invoices.controller';
import { ProformaInvoicesRepository } from './proforma-invoice/proforma-invoices.repository';
import { ProformaInvoicesService } from './proforma-invoice/proforma-invoices.service';
import { ProformaMailsController } from './proforma-invoice/mail/proforma-mails.controller';
import { ProformaMails } from './proforma-invoice/mail/proforma-mails.service';
import { ProformaPapers } from './proforma-invoice/paper/proforma-papers';
import { ReviewsController } from './proforma-invoice/review/reviews.controller';
import { ReviewsService } from './proforma-invoice/review/reviews.service';
import { ProformaSettingsController } from './proforma-invoice/settings/proforma-settings.controller';
import { ProformaSettingsRepository } from './proforma-invoice/settings/proforma-settings.repository';
import { letterheadOf } from './proforma-invoice/settings/standing-terms';
import { FinancialSummaryController } from './summary/financial-summary.controller';
import { FinancialSummaryService } from './summary/financial-summary.service';
import { LettersOfCreditUndo } from './letter-of-credit/letters-of-credit.undo';
import { ProformaInvoicesUndo } from './proforma-invoice/proforma-invoices.undo';

explainConstraint(
  'ck_proforma_invoices_valid_until',
  'validUntil',
  'A PI cannot run out before the day it is issued on.',
);
explainConstraint(
  'ck_proforma_invoices_incoterm_place',
  'incotermPlace',
  'An Incoterm stands with its named place: FOB Chattogram.',
);
explainConstraint(
  'ck_letters_of_credit_amount_tolerance',
  'amountMinusPercent',
  'Say both ways: 39A reads 05/05, or 05/00 where only more may be drawn.',
);
explainConstraint(
  'ck_letters_of_credit_quantity_tolerance',
  'quantityMinusPercent',
  'Say both ways; 0 where it allows none.',
);
explainConstraint('ck_letters_of_credit_expiry', 'expiryDate', 'An LC cannot expire before the day it is issued on.');
explainConstraint(
  'ck_letters_of_credit_latest_shipment',
  'latestShipmentDate',
  'The latest shipment cannot be after the LC has expired.',
);
explainConstraint(
  'uq_letters_of_credit_number',
  'lcNumber',
  'An LC with this number is recorded already. Check the number against the bank’s text.',
);

explainConstraint(
  'uq_exchange_rates_day',
  'ratedOn',
  'These two currencies have a rate of this day already: delete it first.',
);

explainConstraint(
  'uq_back_to_back_credits_number',
  'creditNumber',
  'A back-to-back LC with this number is recorded already.',
);
explainConstraint('ck_back_to_back_credits_accepted_on', 'acceptedOn', 'It is accepted after it was opened.');
explainConstraint('ck_back_to_back_credits_paid_on', 'paidOn', 'It is paid after it was opened.');
explainConstraint('ck_back_to_back_credits_expiry_date', 'expiryDate', 'It cannot expire before it is opened.');
explainConstraint('uq_back_to_back_rules_day', 'validFrom', 'This day has a limit already: delete it first.');

/** What an order is paid by, PIs and LCs, and what it is worth. */
@Module({
  controllers: [
    ProformaInvoicesController,
    ProformaSettingsController,
    ReviewsController,
    ProformaMailsController,
    LettersOfCreditController,
    CreditTermsController,
    CoverageController,
    FinancialSummaryController,
    ProfitsController,
    ExchangeRatesController,
    BackToBackController,
    BackToBackRulesController,
  ],
  providers: [
    ProformaInvoicesService,
    LettersOfCreditUndo,
    ProformaInvoicesUndo,
    ProformaInvoicesRepository,
    ProformaSettingsRepository,
    ReviewsService,
    ProformaPapers,
    ProformaMails,
    LettersOfCreditService,
    LettersOfCreditRepository,
    CreditChanges,
    CreditTermsService,
    CreditTermsRepository,
    AmendmentsService,
    AmendmentsRepository,
    DrawingsService,
    DrawingsRepository,
    CoverageService,
    FinancialSummaryService,
    FinancialImpact,
    ProfitsService,
    ProfitKeeper,
    OrderProfitsRepository,
    ExchangeRatesService,
    ExchangeRatesRepository,
    BackToBackService,
    BackToBackRepository,
    BackToBackRulesRepository,
    BackToBackUndo,
    HouseBank,
  ],
  exports: [
    ProformaInvoicesService,
    ProformaInvoicesRepository,
    LettersOfCreditService,
    LettersOfCreditRepository,
    CreditTermsService,
    CreditTermsRepository,
    BackToBackService,
    HouseBank,
  ],
})
export class FinancialsModule implements OnModuleInit {
  constructor(
    private readonly impacts: OrderImpacts,
    private readonly impact: FinancialImpact,
    private readonly agreedPrices: AgreedPrices,
    private readonly letterheads: Letterheads,
    private readonly settings: ProformaSettingsRepository,
  ) {}

  onModuleInit(): void {
    this.impacts.register(this.impact);
    this.agreedPrices.register(confirmedPriceJson);
    this.letterheads.register(async () => letterheadOf(await this.settings.get()));
  }
}
