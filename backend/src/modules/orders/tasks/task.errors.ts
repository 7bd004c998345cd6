import { Forbidden, RuleViolation } from '../../../platform/errors/domain-error';

export class TaskNotYoursToChange extends Forbidden {
  readonly code = 'task.not_yours_to_change';

  constructor(giver: string | null) {
    super(`You may start this task or mark it done. To change or cancel it, ask ${giver ?? 'somebody on its order'}.`);
  }
}

/** 422 on `closesWithGate`: it would never close by itself. */
export class GateNotWaitedFor extends RuleViolation {
  readonly code = 'task.gate_not_waited_for';

  constructor(reason: 'no line' | 'approved') {
    const sentence =
      reason === 'no line'
        ? 'A gate belongs to a line: name the line too, or leave the gate out.'
        : 'This gate of the line is approved already, so there is nothing to wait for.';
    super(sentence, { errors: { closesWithGate: [sentence] } });
  }
}
