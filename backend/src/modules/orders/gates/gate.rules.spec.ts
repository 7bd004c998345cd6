import { allowedDays, dueOn, gateRounds, standingAfter, type GateEntry } from './gate.rules';
import { USUAL_DAYS } from './gate.vocabulary';

const entry = (status: GateEntry['status'], occurredOn: string, condition: string | null = null): GateEntry => ({
  status,
  occurredOn,
  condition,
});
const MADE = '2026-11-01';
const after = (...history: GateEntry[]) => standingAfter('labDip', history, MADE);

describe('where a gate stands', () => {
  it('waits for us until something is sent', () => {
    expect(after()).toEqual({ status: null, round: 0, holder: 'us', heldSince: MADE, condition: null });
  });

  it('goes to the buyer with each round, to the mill when it is refused, and to nobody once approved', () => {
    const history = [
      entry('submission', '2026-11-03'),
      entry('rejected', '2026-11-06'),
      entry('resubmission', '2026-11-10'),
      entry('approved', '2026-11-12'),
    ];
    const told = history.map((_, index) => after(...history.slice(0, index + 1)));
    expect(told.map(({ round, holder, heldSince }) => [round, holder, heldSince])).toEqual([
      [1, 'buyer', '2026-11-03'],
      [1, 'mill', '2026-11-06'],
      [2, 'buyer', '2026-11-10'],
      [2, null, null],
    ]);
  });

  it('counts the same round once when it is sent twice, and starts the clock anew', () => {
    expect(after(entry('submission', '2026-11-03'), entry('submission', '2026-11-05'))).toMatchObject({
      round: 1,
      heldSince: '2026-11-05',
    });
    const second = [entry('submission', '2026-11-03'), entry('resubmission', '2026-11-05')];
    expect(after(...second, entry('submission', '2026-11-08'))).toMatchObject({
      status: 'resubmission',
      round: 2,
      heldSince: '2026-11-08',
    });
  });

  it('keeps a condition with its approval only', () => {
    const conditional = entry('approved', '2026-11-12', 'Bulk a shade bluer.');
    expect(after(conditional).condition).toBe('Bulk a shade bluer.');
    expect(after(conditional, entry('resubmission', '2026-11-14'))).toMatchObject({ condition: null, round: 2 });
  });

  it('is untouched again once cleared, from that day on', () => {
    expect(after(entry('submission', '2026-11-03'), entry('cleared', '2026-11-04'))).toEqual({
      status: null,
      round: 0,
      holder: 'us',
      heldSince: '2026-11-04',
      condition: null,
    });
  });

  it('sends a quality test to the laboratory and asks us for another price', () => {
    expect(standingAfter('qualityTest', [entry('submission', '2026-11-03')], MADE).holder).toBe('lab');
    expect(standingAfter('price', [entry('rejected', '2026-11-03')], MADE).holder).toBe('us');
  });
});

describe('the clock of a gate', () => {
  it('allows each holder their own days', () => {
    const held = (status: 'submission' | 'rejected' | null, holder: 'us' | 'mill' | 'buyer' | null) =>
      allowedDays({ status, holder }, USUAL_DAYS);
    expect([held(null, 'us'), held('rejected', 'us'), held('rejected', 'mill'), held('submission', 'buyer')]).toEqual([
      14, 3, 7, 5,
    ]);
    expect(held(null, null)).toBeNull();
  });

  it('is due that many days later, and never where nobody counts', () => {
    expect(dueOn({ status: 'submission', holder: 'buyer', heldSince: '2026-11-28' }, USUAL_DAYS)).toBe('2026-12-03');
    expect(dueOn({ status: 'rejected', holder: 'mill', heldSince: '2026-11-28' }, { ...USUAL_DAYS, mill: null })).toBe(
      null,
    );
  });
});

describe('what may be recorded on a gate', () => {
  it('can reach every standing from untouched', () => {
    const reached = new Set(['untouched']);
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      for (const status of gateRounds.statuses)
        if (reached.has(status)) gateRounds.nextOf(status).forEach((next) => reached.add(next));
    }
    expect([...reached].sort()).toEqual([...gateRounds.statuses].sort());
  });

  it('refuses every pair that is not in the table', () => {
    for (const from of gateRounds.statuses)
      for (const to of gateRounds.statuses) {
        if (gateRounds.nextOf(from).includes(to)) expect(gateRounds.step(from, to)).toBe(to);
        else expect(() => gateRounds.step(from, to)).toThrow();
      }
  });

  it('names what may follow instead', () => {
    expect(() => gateRounds.step('approved', 'submission')).toThrow(
      /It can become approved or rejected or resubmission/,
    );
    expect(() => gateRounds.step('rejected', 'rejected')).toThrow('This gate is already rejected.');
  });
});
