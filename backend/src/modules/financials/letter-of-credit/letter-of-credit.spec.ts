import { IllegalTransition } from '../../../platform/lifecycle/lifecycle';
import { LetterOfCredit } from './letter-of-credit.entity';
import { ConfirmedByManager, NoLongerValid } from './letter-of-credit.errors';
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

  it('is changed by anybody until it is confirmed, then by who may confirm, and not once it has expired', () => {
    const changing = (status: LetterOfCreditStatus, mayConfirm: boolean) => () =>
      Object.assign(new LetterOfCredit(), { status, lcNumber: '0417' }).refuseChange(mayConfirm);
    for (const open of ['pending', 'issued'] as const) expect(changing(open, false)).not.toThrow();
    expect(changing('confirmed', false)).toThrow(ConfirmedByManager);
    expect(changing('confirmed', true)).not.toThrow();
    expect(changing('expired', true)).toThrow(NoLongerValid);
  });
});
