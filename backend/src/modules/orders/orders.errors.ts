import { Conflict, Forbidden, InvalidInput, RuleViolation } from '../../platform/errors/domain-error';

export class NotYoursToDelete extends Forbidden {
  readonly code = 'order.not_yours_to_delete';

  constructor(creator: string | null) {
    super(`Only ${creator ?? 'the person who created this order'} or an admin may delete it. Ask them.`, {
      mayAsk: true, // POST /orders/{id}/deletion-requests/
    });
  }
}

export class AlreadyDelivered extends Conflict {
  readonly code = 'order.already_delivered';

  constructor() {
    super('This order is already delivered.');
  }
}

export class LastLineOfOrder extends Conflict {
  readonly code = 'order.last_line';

  constructor() {
    super('This is the last line of its order. Delete the order instead, or add another line first.');
  }
}

export class FractionOfUnit extends RuleViolation {
  readonly code = 'quantity.fraction_of_unit';

  constructor(field: string, unit: string, decimals: number) {
    const sentence = decimals === 0 ? `${unit} come whole.` : `${unit} have at most ${decimals} decimals.`;
    super(sentence, { errors: { [field]: [sentence] } });
  }
}

/** 400 on the field: it does not exist, or is not this person's to see; the two are told apart to nobody. */
export class NoSuchReference extends InvalidInput {
  override readonly code = 'request.no_such_reference';

  constructor(field: string, what: string) {
    super({ [field]: [`There is no such ${what}.`] });
  }
}
