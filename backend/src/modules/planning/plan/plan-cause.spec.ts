import type { Day } from '../../../platform/values/day';
import type { StepKey } from '../milestone.vocabulary';
import { causeOf } from './plan-cause';

const CLOSED_ON_FRIDAYS = { weekend: [5 as const], holidays: new Set<string>() };
interface Told {
  key: StepKey;
  days?: number;
  after?: StepKey[];
  plannedOn?: Day;
  actualOn?: Day;
}

/** Of a line whose chain begins with the last of these steps, unless told otherwise. */
function cause(told: readonly Told[], head = told.at(-1)?.key as StepKey) {
  const found = causeOf(
    [{ key: head }],
    told.map(({ key, days = 2, after = [], actualOn = null }) => ({
      ...{ key, days, actualOn, calendar: CLOSED_ON_FRIDAYS, notApplicable: false },
      after: after.map((each) => ({ key: each, lag: 0 })),
    })),
    told.map(({ key, plannedOn = null }) => ({ milestone: key, label: key, holder: 'mill', plannedOn })),
  );
  return found && [found.key, found.workingDays, found.dueOn, found.actualOn];
}

const yarn: Told = { key: 'yarnReceived', plannedOn: '2026-11-16', actualOn: '2026-11-22' };
const knitting: Told = { key: 'knittingStart', after: ['yarnReceived'], plannedOn: '2026-11-18' };

describe('the step that cost a line its days', () => {
  it('is the one that the chain waited for and that came late, in working days of its holder', () => {
    // Monday to Sunday, Friday closed.
    expect(cause([yarn, knitting])).toEqual(['yarnReceived', 5, '2026-11-16', '2026-11-22']);
    expect(cause([{ ...yarn, actualOn: '2026-11-16' }, knitting])).toBeNull();
    expect(cause([knitting])).toBeNull();
  });

  it('is not a step that only inherited them', () => {
    const begun = { ...knitting, actualOn: '2026-11-24' };
    const rest: Told = { key: 'knittingComplete', after: ['knittingStart'] };
    expect(cause([yarn, begun, rest])).toEqual(['yarnReceived', 5, '2026-11-16', '2026-11-22']);
    const slow = { ...knitting, actualOn: '2026-12-05' };
    expect(cause([yarn, slow, rest])).toEqual(['knittingStart', 9, '2026-11-24', '2026-12-05']);
  });

  it('is the first of the chain where that is done and only its lag is waited for', () => {
    expect(cause([yarn, knitting], 'yarnReceived')).toEqual(['yarnReceived', 5, '2026-11-16', '2026-11-22']);
  });

  it('is none that came late and was waited for by nobody', () => {
    const labDip: Told = { key: 'labDipApproved', plannedOn: '2026-11-02', actualOn: '2026-11-15' };
    const dyeing: Told = { key: 'dyeingStart', after: ['labDipApproved', 'yarnReceived'] };
    expect(cause([labDip, yarn, dyeing])).toEqual(['yarnReceived', 5, '2026-11-16', '2026-11-22']);
    expect(cause([labDip, { ...yarn, actualOn: '2026-11-16' }, dyeing])).toBeNull();
  });
});
