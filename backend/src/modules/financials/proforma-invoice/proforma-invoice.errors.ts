import { Conflict, Forbidden, InvalidInput, type FieldErrors } from '../../../platform/errors/domain-error';
import type { Money } from '../../../platform/values/money';
import { moneyWords } from '../../../platform/values/words';
import type { ProformaInvoiceStatus, ReviewState } from './proforma-invoice.lifecycle';

/** What was sent, confirmed or cancelled stays as it was. */
export class NotDraft extends Conflict {
  readonly code = 'proforma_invoice.not_draft';

  constructor(piNumber: string, status: ProformaInvoiceStatus, refused: 'changed' | 'deleted') {
    const advice =
      status === 'cancelled'
        ? 'It stays on record as it is; raise a new PI instead.'
        : refused === 'deleted'
          ? 'Cancel it with a reason instead: it stays on record under its number.'
          : 'Raise a new PI that replaces it.';
    super(`${piNumber} is ${status} and can no longer be ${refused}. ${advice}`, { currentStatus: status });
  }
}

/** 400: the order does not say, by itself, how much the PI is for. */
export class AmountNeeded extends InvalidInput {
  override readonly code = 'proforma_invoice.amount_needed';

  constructor(fields: readonly ('amount' | 'currency')[], sentence: string) {
    super(Object.fromEntries(fields.map((field) => [field, [sentence]])) as FieldErrors, sentence);
  }
}

/** 409: above the threshold of the house, a manager who did not write it looks first. */
export class ReviewNeeded extends Conflict {
  readonly code = 'proforma_invoice.review_needed';

  constructor(piNumber: string, threshold: Money) {
    super(
      `${piNumber} is above ${moneyWords(threshold.amount, threshold.currency)}: ask for its review first. It can be sent once a manager who did not write it has approved it.`,
      { threshold },
    );
  }
}

export class ReviewClosed extends Conflict {
  readonly code = 'proforma_invoice.review_closed';

  constructor(piNumber: string, verb: string, status: ProformaInvoiceStatus, review: ReviewState | null) {
    const standing =
      status !== 'draft'
        ? `It is ${status}; only a draft is reviewed.`
        : review === null
          ? 'Nobody has asked for its review yet.'
          : review === 'pending'
            ? 'It waits for its review already.'
            : `It was ${review}.`;
    super(`The review of ${piNumber} cannot be ${verb} now. ${standing}`, { currentStatus: status, review });
  }
}

/** 403: four eyes see more than two. */
export class WroteItThemselves extends Forbidden {
  readonly code = 'proforma_invoice.own_review';

  constructor(piNumber: string) {
    super(`You wrote on ${piNumber} yourself: somebody else has to review it.`);
  }
}

/** 400: its lines say what the PI is for. */
export class LinesSayTheAmount extends InvalidInput {
  override readonly code = 'proforma_invoice.lines_say_the_amount';

  constructor(fields: readonly ('amount' | 'currency')[]) {
    const sentence = 'The lines of this PI say what it is for: change their quantities or prices.';
    super(Object.fromEntries(fields.map((field) => [field, [sentence]])) as FieldErrors, sentence);
  }
}
