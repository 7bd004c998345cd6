import { IllegalTransition } from '../../../platform/lifecycle/lifecycle';
import { LetterOfCredit } from './letter-of-credit.entity';
import { letterOfCreditLifecycle, type LetterOfCreditStatus } from './letter-of-credit.lifecycle';

const verbs: Partial<Record<LetterOfCreditStatus, (credit: LetterOfCredit) => void>> = {
  issued: (credit) => credit.issue(),
  confirmed: (credit) => credit.confirm(),
  expired: (credit) => credit.expire(),
};

describe('the life of an LC', () => {
  it('can reach every status from pending', () => {
    const reached = new Set<LetterOfCreditStatus>(['pending']);
    for (const status of reached) letterOfCreditLifecycle.nextOf(status).forEach((next) => reached.add(next));
    expect([...reached].sort()).toEqual([...letterOfCreditLifecycle.statuses].sort());
  });

  it('takes each listed step by its verb and refuses every other', () => {
    for (const from of letterOfCreditLifecycle.statuses)
      for (const [to, verb] of Object.entries(verbs)) {
        const credit = Object.assign(new LetterOfCredit(), { status: from });
        if (letterOfCreditLifecycle.nextOf(from).includes(to as LetterOfCreditStatus)) {
          verb(credit);
          expect(credit.status).toBe(to);
        } else expect(() => verb(credit)).toThrow(IllegalTransition);
      }
  });
});
