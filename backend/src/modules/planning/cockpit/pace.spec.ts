import { outputOfLine, type MeasuredLine, type StageDay } from '../../production/entries/line-output';
import type { WorkingCalendar } from '../calendar/working-calendar';
import { standingOf, type LineInProduction } from './pace';

const MILL: WorkingCalendar = { weekend: [5], holidays: new Set(['2026-11-25']) };
/** A Saturday: the mill works. */
const TODAY = '2026-11-21';

const line: MeasuredLine = {
  figures: {
    quantity: '4737',
    unit: 'kg',
    finishedFabricQuantity: null,
    finishedFabricUnit: null,
    processLossPercent: '12',
    processLossBasis: null,
  },
  fabric: {
    gsm: null,
    finishingWidth: null,
    cuttableWidth: null,
    consumptionPerPiece: null,
    consumptionUnit: 'kg',
    rollQuantity: null,
    rollUnit: 'kg',
  },
};
const step = (key: 'knittingComplete' | 'dyeingComplete', latestOn: string | null, slack: number | null = 0) => ({
  key,
  latestOn,
  slack,
});
const made = (stage: StageDay['stage'], ...days: [day: string, quantity: string][]): StageDay[] =>
  days.map(([entryDate, quantity]) => ({ stage, entryDate, quantity, unit: 'kg' }));

function standing(days: StageDay[], more: Partial<LineInProduction> = {}, today = TODAY) {
  const found = standingOf(
    {
      stages: outputOfLine(line, days),
      steps: [step('knittingComplete', '2026-11-28'), step('dyeingComplete', '2026-12-05')],
      etd: '2026-12-20',
      calendar: MILL,
      lossPercent: '12',
      lossBasis: null,
      ...more,
    },
    today,
  );
  return { ...found, of: Object.fromEntries(found.stages.map((stage) => [stage.stage, stage])) };
}

describe('the pace of a stage', () => {
  it('asks so much a day of the mill’s working days until the step’s latest day, today among them', () => {
    const { of, state, lateDays } = standing(made('knitting', ['2026-11-19', '3790'], ['2026-11-20', '190']));
    // Left 1,325.44; Sat 21, Sun, Mon, Tue, Thu (Wednesday is a holiday, Friday closed), Sat 28: six days.
    expect(of.knitting).toMatchObject({ left: '1325.44', requiredOn: '2026-11-28', daysLeft: 6, needPerDay: '221' });
    expect(of.knitting).toMatchObject({ pacePerDay: '1990', paceDays: 2, finishOn: '2026-11-21', lateDays: -5 });
    expect([state, lateDays]).toEqual(['at_pace', -5]);
  });

  it('takes the mean of the last seven days with output, and says by how many working days that is late', () => {
    const days = Array.from({ length: 9 }, (_, index): [string, string] => [
      `2026-11-${String(index + 11).padStart(2, '0')}`,
      index < 2 ? '2000' : '100',
    ]);
    const { of, state } = standing(made('knitting', ...days));
    // Left 605.44 at 100 a day: seven working days from today are Sun 29.
    expect(of.knitting).toMatchObject({ pacePerDay: '100', paceDays: 7, finishOn: '2026-11-29', lateDays: 1 });
    expect(state).toBe('late');
  });

  it('counts from tomorrow once today’s output is entered', () => {
    const { of } = standing(made('knitting', ['2026-11-21', '5000']));
    expect(of.knitting).toMatchObject({ daysLeft: 5, finishOn: '2026-11-22' });
  });

  it('has no pace and no finish before the first entry, and is late once its day is over', () => {
    expect(standing([]).of.knitting).toMatchObject({ pacePerDay: null, finishOn: null, lateDays: null });
    expect(standing([]).state).toBe('waiting');
    const late = standing([], { steps: [step('knittingComplete', '2026-11-18')] });
    expect([late.state, late.lateDays]).toEqual(['late', 2]);
  });

  it('is due with the ETD where there is no plan, and leaves out stages that the plan does not have', () => {
    expect(standing([], { steps: [] }).of.finishing).toMatchObject({ requiredOn: '2026-12-20' });
    expect(standing([]).of.finishing).toMatchObject({ requiredOn: '2026-12-05' }); // with dyeing
    expect(Object.keys(standing([], { steps: [step('dyeingComplete', '2026-12-05')] }).of)).toEqual([
      'dyeing',
      'finishing',
    ]);
  });

  it('is done by its output, or by the word of the plan', () => {
    const all = standing(
      [...made('knitting', ['2026-11-19', '5305.44']), ...made('finishing', ['2026-11-20', '4737'])],
      { steps: [step('knittingComplete', '2026-11-28'), step('dyeingComplete', '2026-12-05', null)] },
    );
    expect([all.state, all.idleDays, all.of.dyeing?.done, all.of.knitting?.finishOn]).toEqual([
      'done',
      null,
      true,
      '2026-11-19',
    ]);
  });

  it('counts the working days without an entry until yesterday', () => {
    expect(standing(made('knitting', ['2026-11-19', '10'])).idleDays).toBe(0); // Friday is closed
    expect(standing(made('knitting', ['2026-11-17', '10'])).idleDays).toBe(2);
  });
});

describe('process loss against the plan', () => {
  it('is known once finishing is done, on the basis of the plan', () => {
    const days = [...made('knitting', ['2026-11-01', '5371.76']), ...made('finishing', ['2026-11-20', '4737'])];
    expect(standing(days).loss).toEqual({ planned: '12', basis: 'output', actual: '13.4', atLeast: false, over: true });
    expect(standing(days, { lossBasis: 'input' }).loss).toMatchObject({ actual: '11.8', over: false });
  });

  it('is not guessed while fabric is on its way', () => {
    const days = [...made('knitting', ['2026-11-01', '5000']), ...made('finishing', ['2026-11-20', '1000'])];
    expect(standing(days).loss).toMatchObject({ actual: null, over: false });
  });

  it('is at least so much once more was knitted than planned', () => {
    expect(standing(made('knitting', ['2026-11-01', '5500'])).loss).toEqual({
      planned: '12',
      basis: 'output',
      actual: '16.1',
      atLeast: true,
      over: true,
    });
  });
});
