import { Conflict, Forbidden, InvalidInput, RuleViolation } from '../../platform/errors/domain-error';
import type { Changes } from '../../platform/events/domain-event';
import type { Affected } from './revision/order-impact';
import type { OrderType, Stage } from './vocabulary';

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

/** What was delivered has its lines: another one would be an order that is complete and has not begun. */
export class OrderIsDelivered extends Conflict {
  readonly code = 'order.is_delivered';

  constructor() {
    super('This order is delivered. Take the delivery back by choosing another stage before you add lines to it.');
  }
}

export class AlreadyOfType extends Conflict {
  readonly code = 'order.already_of_type';

  constructor(type: OrderType) {
    super(`This order is ${type} already.`);
  }
}

export class AlreadyAtStage extends Conflict {
  readonly code = 'order.already_at_stage';

  constructor(stage: Stage) {
    super(`This order is at ${stage} already.`);
  }
}

/** One line that may not move where it was sent. */
export interface RefusedLine {
  orderLineId: string;
  label: string;
  reason: string;
}

/** Of several lines some may not move, so none does. */
export class LinesCannotMove extends Conflict {
  readonly code = 'line.cannot_move';

  constructor(refused: readonly RefusedLine[], of: number) {
    const [first] = refused;
    super(`${refused.length} of ${of} lines cannot move, so none was. ${first?.label}: ${first?.reason}`, { refused });
  }
}

/** An event that cannot be taken back, since nothing stood before it. */
export class NothingBefore extends Conflict {
  readonly code = 'activity.nothing_before';
}

/** An order with lines stands where they stand. */
export class StatusFromLines extends Conflict {
  readonly code = 'order.status_from_lines';

  constructor() {
    super('The status of this order comes from its lines. Move the lines instead.');
  }
}

/** What was agreed goes line by line. */
export class StyleAgreed extends Conflict {
  readonly code = 'style.agreed';

  constructor(because: string) {
    super(`${because} Delete the lines of this style one by one: each takes a reason, and who agreed to it.`);
  }
}

/** A status that has stood since an earlier day is no slip any more. */
export class StepBackAgreed extends Conflict {
  readonly code = 'order.step_back_agreed';

  constructor() {
    super('This has been confirmed since an earlier day. Set its status instead: stepping back takes a reason.');
  }
}

/** Nothing is missing that would have to be given up. */
export class LineNotShort extends Conflict {
  readonly code = 'line.not_short';

  constructor(sentence: string) {
    super(`${sentence} A line is closed short where less came than the tolerance allows: complete this one.`);
  }
}

/** 409: there is nothing of a line that could go on by itself. */
export class CannotSplit extends Conflict {
  readonly code = 'line.cannot_split';

  constructor(sentence: string) {
    super(sentence, { errors: { quantity: [sentence] } });
  }
}

export class LastLineOfOrder extends Conflict {
  readonly code = 'order.last_line';

  constructor() {
    super('This is the last line of its order. Delete the order instead, or add another line first.');
  }
}

/** What was agreed changes only with a reason and a name. Says what else the change touches. */
export class RevisionNeeded extends RuleViolation {
  readonly code = 'order.revision_needed';

  constructor(because: string, { before, after }: Changes, affects: readonly Affected[]) {
    super(`${because} Changing what was agreed takes a reason, and who agreed to it.`, {
      because,
      before,
      after,
      affects,
    });
  }
}

/** As the contract shows it. */
export const REVISION_NEEDED = new RevisionNeeded(
  'The line is running.',
  { before: { quantity: '44640' }, after: { quantity: '40000' } },
  [
    {
      kind: 'proforma_invoice',
      id: '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21',
      title: 'PI-00042',
      sentence: 'Confirmed for USD 158,466.00; the order would come to USD 147,098.00.',
    },
  ],
);

export class StyleInTrash extends Conflict {
  readonly code = 'line.style_in_trash';

  constructor(styleNumber: string) {
    super(`The style of this line, ${styleNumber}, is in the trash: restore the style first.`);
  }
}

export class FractionOfUnit extends RuleViolation {
  readonly code = 'quantity.fraction_of_unit';

  constructor(field: string, unit: string, decimals: number) {
    const sentence =
      decimals === 0
        ? `${unit.charAt(0).toUpperCase()}${unit.slice(1)} come whole.`
        : `A quantity in ${unit} has at most ${decimals} decimals.`;
    super(sentence, { errors: { [field]: [sentence] } });
  }
}

/** 12,000 of what? An order without lines has no other place where its unit would stand. */
export class QuantityWithoutUnit extends RuleViolation {
  readonly code = 'quantity.without_unit';

  constructor() {
    const sentence = 'Say the unit of this quantity.';
    super(sentence, { errors: { unit: [sentence] } });
  }
}

/** 400 on the field: it does not exist, or is not this person's to see; the two are told apart to nobody. */
export class NoSuchReference extends InvalidInput {
  override readonly code = 'request.no_such_reference';

  constructor(field: string, what: string) {
    super({ [field]: [`There is no such ${what}.`] });
  }
}
