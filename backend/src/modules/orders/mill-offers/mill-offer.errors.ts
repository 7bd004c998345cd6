import { Conflict, RuleViolation } from '../../../platform/errors/domain-error';

/** The price of a chosen offer stands on its line, so it stands. */
export class OfferIsChosen extends Conflict {
  readonly code = 'mill_offer.is_chosen';

  constructor() {
    super(
      'This offer was chosen, and its price stands on the line. Take the choice back first, or record a new offer.',
    );
  }
}

export class AlreadyChosen extends Conflict {
  readonly code = 'mill_offer.already_chosen';

  constructor(millName: string) {
    super(`The offer of ${millName} is the chosen one already.`);
  }
}

export class NotChosen extends Conflict {
  readonly code = 'mill_offer.not_chosen';

  constructor() {
    super('This offer was not chosen, so there is no choice to take back.');
  }
}

/** A line counts in one currency: its price is not ours to exchange. */
export class OfferInOtherCurrency extends RuleViolation {
  readonly code = 'mill_offer.other_currency';

  constructor(offered: string, ofLine: string) {
    const sentence = `This offer is in ${offered} and our price of the line in ${ofLine}. Ask the mill for a price in ${ofLine}, or change the currency of the line.`;
    super(sentence, { errors: { currency: [sentence] } });
  }
}
