import { Forbidden, RuleViolation } from '../../../platform/errors/domain-error';

export class TaskNotYoursToChange extends Forbidden {
  readonly code = 'task.not_yours_to_change';

  constructor(giver: string | null) {
    super(`You may start this task or mark it done. To change or cancel it, ask ${giver ?? 'somebody on its order'}.`);
  }
}

const WHY = {
  'no line': 'A gate belongs to a line: name the line too, or leave the gate out.',
  'no gate': 'The line has no such gate.',
  approved: 'This gate of the line is approved already, so there is nothing to wait for.',
} as const;

/** 422 on `closesWithGate`: it would never close by itself. */
export class GateNotWaitedFor extends RuleViolation {
  readonly code = 'task.gate_not_waited_for';

  constructor(reason: keyof typeof WHY) {
    const sentence = WHY[reason];
    super(sentence, { errors: { closesWithGate: [sentence] } });
  }
}
