import { Conflict, Forbidden, InvalidInput, RuleViolation } from '../../../platform/errors/domain-error';

export class NoLongerValid extends Conflict {
  readonly code = 'letter_of_credit.expired';

  constructor(lcNumber: string) {
    super(`LC ${lcNumber} has expired and stays on record as it is. Record the new LC of the bank instead.`);
  }
}

/** What a manager has confirmed is not changed under them. */
export class ConfirmedByManager extends Forbidden {
  readonly code = 'letter_of_credit.confirmed';

  constructor(lcNumber: string) {
    super(`LC ${lcNumber} is confirmed: only a manager or an admin may change or delete it now. Ask one of them.`);
  }
}

export class AlreadyClosed extends Conflict {
  readonly code = 'letter_of_credit.already_closed';

  constructor(lcNumber: string) {
    super(`LC ${lcNumber} is closed already.`);
  }
}

export class NotClosed extends Conflict {
  readonly code = 'letter_of_credit.not_closed';

  constructor(lcNumber: string) {
    super(`LC ${lcNumber} is not closed.`);
  }
}

export class NotDrawable extends Conflict {
  readonly code = 'letter_of_credit.not_drawable';

  constructor(lcNumber: string, closed: boolean) {
    super(
      closed
        ? `LC ${lcNumber} is closed: reopen it to record documents that were presented.`
        : `LC ${lcNumber} is not issued yet: nothing can be presented under it.`,
    );
  }
}

/** More than the LC covers with its tolerance. */
export class DrawnTooMuch extends RuleViolation {
  readonly code = 'letter_of_credit.drawn_too_much';

  constructor(lcNumber: string, left: string) {
    const sentence = `LC ${lcNumber} has ${left} left to draw, with its tolerance. Ask for an amendment first.`;
    super(sentence, { errors: { amount: [sentence] } });
  }
}

/** The first order of an LC is its own; it stays on it. */
export class FirstOrderStays extends Conflict {
  readonly code = 'letter_of_credit.first_order_stays';

  constructor(lcNumber: string) {
    super(`LC ${lcNumber} was recorded for this order. Delete the LC, or leave the order on it.`);
  }
}

/** A PI of an order keeps that order on the LC. */
export class InvoicedOrderStays extends Conflict {
  readonly code = 'letter_of_credit.invoiced_order_stays';

  constructor(piNumber: string) {
    super(`${piNumber} of this order is on the LC. Take the PI off first.`);
  }
}

/** A text that is no message of its kind. */
export class NoSuchMessage extends InvalidInput {
  constructor(kind: 'LC (MT700)' | 'amendment (MT707)') {
    super({
      text: [`No ${kind} was found in this text. Paste it with its tags, such as :20: and :32B:, or type the terms.`],
    });
  }
}

/** Consent is given in the order in which amendments came. */
export class EarlierAmendmentWaits extends Conflict {
  readonly code = 'amendment.earlier_waits';

  constructor(sequence: number) {
    super(`Amendment ${sequence} came before and waits for an answer. Answer it first.`);
  }
}

export class AmendmentAnswered extends Conflict {
  readonly code = 'amendment.answered';

  constructor(sequence: number, status: string) {
    super(`Amendment ${sequence} was ${status} and stays on record.`);
  }
}
