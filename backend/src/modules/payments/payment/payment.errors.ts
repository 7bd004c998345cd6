import { RuleViolation } from '../../../platform/errors/domain-error';
import type { Money } from '../../../platform/values/money';
import { moneyWords } from '../../../platform/values/words';

export class MatchedTooMuch extends RuleViolation {
  readonly code = 'payment.matched_too_much';

  constructor(matched: Money, came: Money) {
    super(
      `${moneyWords(came.amount, came.currency)} came, bank charges among it: ${moneyWords(matched.amount, matched.currency)} of it cannot go to invoices.`,
    );
  }
}

export class PaidTooMuch extends RuleViolation {
  readonly code = 'payment.paid_too_much';

  constructor(invoiceNumber: string, left: Money) {
    super(
      `${invoiceNumber} has ${moneyWords(left.amount, left.currency)} outstanding. Match no more with it: the rest stays on the payment.`,
    );
  }
}

export class AnotherCurrency extends RuleViolation {
  readonly code = 'payment.another_currency';

  constructor(invoiceNumber: string, currencies: { payment: string; invoice: string }) {
    super(`${invoiceNumber} is in ${currencies.invoice}, and this payment in ${currencies.payment}.`);
  }
}

export class NothingInvoiced extends RuleViolation {
  readonly code = 'payment.nothing_invoiced';

  constructor(invoiceNumber: string) {
    super(`${invoiceNumber} is cancelled. Match the payment once the next invoice of the shipment is issued.`);
  }
}
