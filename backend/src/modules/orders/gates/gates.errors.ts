import { Conflict, InvalidInput } from '../../../platform/errors/domain-error';
import type { Day } from '../../../platform/values/day';
import type { RefusedLine } from '../orders.errors';
import type { BlockingGate, GuardedStep } from './interlocks';

const atMostFive = (names: readonly string[]): string =>
  names.slice(0, 5).join(', ') + (names.length > 5 ? ` and ${names.length - 5} more` : '');

const NEVER_BEFORE: Record<GuardedStep, string> = {
  dyeing: 'Dyeing does not begin before the lab dip is approved',
  cutting: 'Cutting does not begin before the PP sample is approved',
  completion: 'A line is not complete while a condition of its approvals is open',
  delivery: 'An order is not delivered while a condition of its approvals is open',
};

/** A gate says no. The same request with `override: {reason}` goes through, and is shown on the order for ever. */
export class GateNotPassed extends Conflict {
  readonly code = 'gate.not_passed';

  constructor(step: GuardedStep, gates: readonly BlockingGate[]) {
    const lines = gates.map(({ lineLabel, gateName, condition }) => `${lineLabel} (${condition ?? gateName})`);
    super(`${NEVER_BEFORE[step]}: ${atMostFive(lines)}. To go on all the same, say why.`, { step, gates: [...gates] });
  }
}

export class GateTaken extends Conflict {
  readonly code = 'gate.taken';

  constructor(field: 'name' | 'gateKey', name: string) {
    const sentence = `This line has a gate called ${name} already.`;
    super(sentence, { errors: { [field]: [sentence] } });
  }
}

export class GateTouched extends Conflict {
  readonly code = 'gate.touched';

  constructor(name: string) {
    super(`${name} has something recorded on it, so it stays with the line. Clear it first if it was a mistake.`);
  }
}

/** Sent twice is a slip more often than it is meant: the same request with `again: true` goes through. */
export class GateRoundWaits extends Conflict {
  readonly code = 'gate.round_waits';

  constructor(name: string, lineLabel: string, { round, heldSince }: { round: number; heldSince: Day | null }) {
    super(
      `Round ${round} of ${name} of ${lineLabel} went on ${heldSince ?? 'an earlier day'} and has no answer yet. Record the answer first, or say that it was sent once more all the same.`,
    );
  }
}

/** The same answer of one day twice is a slip; with `again: true` it goes through. */
export class GateApprovedAlready extends Conflict {
  readonly code = 'gate.approved_already';

  constructor(name: string, lineLabel: string) {
    super(`${name} of ${lineLabel} was approved that day already, on the same terms.`);
  }
}

/** A line that refuses a decision, with the code of its own refusal. */
export interface RefusingLine extends RefusedLine {
  code: string;
}

/** Of several lines some refuse a decision, so it is recorded on none. */
export class GatesCannotFollow extends Conflict {
  readonly code = 'gate.cannot_follow';

  constructor(refused: readonly RefusingLine[], of: number) {
    const named = atMostFive(refused.map(({ label }) => label));
    super(
      `${refused.length} of ${of} lines cannot take this, so it was recorded on none: ${named}. ${refused[0]?.reason}`,
      { refused },
    );
  }
}

export class GateHeldAlready extends Conflict {
  readonly code = 'gate.held_already';

  constructor(name: string) {
    super(`${name} is with them since that day already.`);
  }
}

/** Nobody waits for a gate that is approved. */
export class GateNotWaiting extends Conflict {
  readonly code = 'gate.not_waiting';

  constructor(name: string) {
    super(`${name} is approved: nobody holds it. Open it again with another round first.`);
  }
}

/** A merchandiser does not remind themselves, and an order without one has nobody who would hear it. */
export class NobodyToRemind extends Conflict {
  readonly code = 'gate.nobody_to_remind';

  constructor(name: string, yours: boolean) {
    super(
      yours
        ? `${name} is with you: there is nobody to remind.`
        : `${name} is with us, and the order has no merchandiser. Hand the order to somebody first.`,
    );
  }
}

/** Once a day is enough, unless somebody means it: the same request with `again: true` goes through. */
export class RemindedToday extends Conflict {
  readonly code = 'gate.reminded_today';

  constructor(name: string) {
    super(`Somebody reminded of ${name} today already. To remind once more all the same, say so.`);
  }
}

export class NoOpenCondition extends Conflict {
  readonly code = 'gate.no_open_condition';

  constructor(name: string) {
    super(`${name} has no open condition.`);
  }
}

export class ConditionWithoutApproval extends InvalidInput {
  constructor() {
    super({ condition: ['Only an approval has a condition.'] });
  }
}

export class DefaultGateSet extends Conflict {
  readonly code = 'gate_set.is_default';

  constructor() {
    super('This set is taken where no other fits. Make another one the default first.');
  }
}
