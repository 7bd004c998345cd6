import fc from 'fast-check';
import { addDays } from '../../../platform/values/day';
import { addWorkingDays, isWorkingDay, onOrAfter, type Weekday } from '../calendar/working-calendar';
import { backSchedule, pushed, schedule, type Step } from './schedule';
import { RingOfSteps } from './sequence';

const open = (...weekend: Weekday[]) => ({ weekend, holidays: new Set<string>() });
const EVERY_DAY = open();
const MILL = open(5);
const step = (key: string, duration: number, ...after: (string | [string, number])[]): Step => ({
  key,
  duration,
  calendar: EVERY_DAY,
  after: after.map((each) => (typeof each === 'string' ? { key: each, lag: 0 } : { key: each[0], lag: each[1] })),
});

/** Yarn comes in five days, the dip takes eight; knitting waits for both. */
const LINE = [step('yarn', 5), step('dip', 8), step('knit', 10, 'yarn', 'dip'), step('out', 0, ['knit', 2])];

describe('the schedule of a line', () => {
  const at = (steps: Step[], etd: string, today: string) =>
    Object.fromEntries(schedule(steps, etd, today).map(({ key, ...of }) => [key, of]));

  it('runs forward from today, backward from the ETD, and names the chain with the least slack', () => {
    const { yarn, dip, knit, out } = at(LINE, '2026-12-15', '2026-11-21');
    expect([yarn, dip, knit, out].map((of) => [of?.earliestFinish, of?.latestFinish, of?.slack, of?.critical])).toEqual(
      [
        ['2026-11-26', '2026-12-03', 7, false],
        ['2026-11-29', '2026-12-03', 4, true],
        ['2026-12-09', '2026-12-13', 4, true],
        ['2026-12-11', '2026-12-15', 4, true],
      ],
    );
    expect([knit?.waitsFor, out?.waitsFor, dip?.waitsFor]).toEqual(['dip', 'knit', null]);
  });

  it('tells by negative slack how many working days are missing', () => {
    const { knit, out } = at(LINE, '2026-12-05', '2026-11-21');
    expect([knit?.slack, out?.slack, out?.earliestFinish]).toEqual([-6, -6, '2026-12-11']);
  });

  describe('once something has happened', () => {
    const started = [
      { ...step('yarn', 5), finishedOn: '2026-12-03' },
      step('knit', 10, 'yarn'),
      step('dip', 8),
      step('out', 0, 'knit', 'dip'),
    ];

    it('lets it stand, and runs what waited for it since then: a day that passes costs nothing', () => {
      const days = ['2026-12-07', '2026-12-10', '2026-12-13'].map((today) => at(started, '2026-12-20', today));
      expect(days.map(({ yarn }) => [yarn?.earliestFinish, yarn?.critical])).toEqual(
        Array(3).fill(['2026-12-03', false]),
      );
      expect(days.map(({ knit }) => [knit?.earliestStart, knit?.earliestFinish, knit?.slack, knit?.waitsFor])).toEqual(
        Array(3).fill(['2026-12-03', '2026-12-13', 7, null]),
      );
    });

    it('ends what is overdue today at the earliest, and begins what waits for nothing', () => {
      const { knit, dip, out } = at(started, '2026-12-20', '2026-12-16');
      expect([knit?.earliestFinish, knit?.slack]).toEqual(['2026-12-16', 4]);
      expect([dip?.earliestStart, dip?.earliestFinish, out?.slack]).toEqual(['2026-12-16', '2026-12-24', -4]);
    });

    it('begins no sooner than the lag allows', () => {
      const { knit } = at([started[0]!, step('knit', 10, ['yarn', 14])], '2027-01-20', '2026-12-07');
      expect([knit?.earliestStart, knit?.waitsFor]).toEqual(['2026-12-17', 'yarn']);
    });
  });

  it('begins on a day on which its holder works', () => {
    const steps = [
      { ...step('yarn', 0), finishedOn: '2026-11-20' },
      { ...step('knit', 2, 'yarn'), calendar: MILL },
    ];
    const { knit } = at(steps, '2026-12-20', '2026-11-20'); // a Friday
    expect([knit?.earliestStart, knit?.earliestFinish]).toEqual(['2026-11-21', '2026-11-23']);
  });

  it('refuses steps that wait for each other, and names the ring', () => {
    const ring = [step('a', 1), step('b', 1, 'a', 'd'), step('c', 1, 'b'), step('d', 1, 'c')];
    expect(() => schedule(ring, '2026-12-20', '2026-11-21')).toThrow(new RingOfSteps(['b', 'd', 'c']));
    expect(() => schedule([step('a', 1, 'none')], '2026-12-20', '2026-11-21')).toThrow('a waits for none');
  });
});

describe('a day that a person fixed', () => {
  it('leaves what it waits for the days before it', () => {
    const fixed = LINE.map((each) => (each.key === 'knit' ? { ...each, fixedOn: '2026-12-08' } : each));
    const plan = backSchedule(fixed, '2026-12-15');
    expect([plan.get('yarn')?.latestFinish, plan.get('knit')?.latestFinish, plan.get('out')?.latestFinish]).toEqual([
      '2026-11-28',
      '2026-12-08',
      '2026-12-15',
    ]);
  });

  it('pushes what depends on it, and nothing else', () => {
    const planned = new Map([
      ['yarn', '2026-11-30'],
      ['dip', '2026-12-03'],
      ['knit', '2026-12-13'],
      ['out', '2026-12-15'],
    ]);
    expect([...pushed(LINE, planned)]).toEqual([]);
    expect([...pushed(LINE, new Map(planned).set('yarn', '2026-12-06'))]).toEqual([
      ['knit', '2026-12-16'],
      ['out', '2026-12-18'],
    ]);
    const held = LINE.map((each) => (each.key === 'knit' ? { ...each, fixedOn: '2026-12-13' } : each));
    expect([...pushed(held, new Map(planned).set('yarn', '2026-12-06'))]).toEqual([]);
  });
});

const calendars = fc.constantFrom(EVERY_DAY, MILL, open(5, 6), open(6, 7), {
  weekend: [5 as Weekday],
  holidays: new Set(['2026-12-16', '2026-12-25', '2027-01-01']),
});
/** Up to twelve steps, each waiting for some of those before it. */
const plans = fc
  .array(fc.record({ duration: fc.nat(15), calendar: calendars, waits: fc.array(fc.tuple(fc.nat(11), fc.nat(5))) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((rows) =>
    rows.map(({ duration, calendar, waits }, index): Step => {
      const before = new Map(waits.filter(([of]) => of < index).map(([of, lag]) => [`s${of}`, lag]));
      return { key: `s${index}`, duration, calendar, after: [...before].map(([key, lag]) => ({ key, lag })) };
    }),
  );

describe('any plan', () => {
  it('starts no step before what it waits for, nor on a day on which its holder is closed', () => {
    fc.assert(
      fc.property(plans, fc.nat(60), (steps, offset) => {
        const reckoned = schedule(steps, '2027-02-01', addDays('2026-11-21', offset));
        const of = new Map(reckoned.map((each) => [each.key, each]));
        for (const { key, after, calendar } of steps) {
          const own = of.get(key);
          expect(isWorkingDay(calendar, own?.earliestStart ?? '')).toBe(true);
          for (const wait of after)
            expect(own && own.earliestStart >= addDays(of.get(wait.key)?.earliestFinish ?? '', wait.lag)).toBe(true);
        }
      }),
    );
  });

  it('that is laid back from the ETD can be kept: every step done at its latest leaves the next its time', () => {
    fc.assert(
      fc.property(plans, (steps) => {
        const plan = backSchedule(steps, '2027-02-01');
        for (const { key, after, duration, calendar } of steps) {
          const own = plan.get(key);
          expect(own && own.latestFinish <= '2027-02-01').toBe(true);
          expect(own && addWorkingDays(calendar, own.latestStart, duration)).toBe(own?.latestFinish);
          for (const wait of after) {
            const ready = addDays(plan.get(wait.key)?.latestFinish ?? '', wait.lag);
            expect(own && onOrAfter(calendar, ready) <= own.latestStart).toBe(true);
          }
        }
      }),
    );
  });

  it('on one calendar without lags moves whole with its ETD', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 1, max: 40 }), (steps, days) => {
        const alike = steps.map((each) => ({
          ...each,
          calendar: MILL,
          after: each.after.map(({ key }) => ({ key, lag: 0 })),
        }));
        const etd = onOrAfter(MILL, '2027-02-01');
        const [plan, moved] = [backSchedule(alike, etd), backSchedule(alike, addWorkingDays(MILL, etd, days))];
        for (const [key, { latestFinish }] of plan)
          expect(moved.get(key)?.latestFinish).toBe(addWorkingDays(MILL, latestFinish, days));
      }),
    );
  });

  it('keeps the days that a person fixed when its ETD moves, and moves each step that no fixed one waits for', () => {
    fc.assert(
      fc.property(plans, fc.array(fc.nat(11)), fc.integer({ min: 1, max: 40 }), (steps, fixed, days) => {
        const alike = steps.map((each) => ({
          ...each,
          calendar: MILL,
          after: each.after.map(({ key }) => ({ key, lag: 0 })),
        }));
        const etd = onOrAfter(MILL, '2027-02-01');
        const free = backSchedule(alike, etd);
        const held = alike.map((each, index) =>
          fixed.includes(index) ? { ...each, fixedOn: free.get(each.key)?.latestFinish ?? etd } : each,
        );
        const moved = backSchedule(held, addWorkingDays(MILL, etd, days));
        const bound = new Set<string>();
        for (const { key, after, fixedOn } of [...held].reverse()) {
          if (fixedOn || bound.has(key)) after.forEach((wait) => bound.add(wait.key));
          const was = free.get(key)?.latestFinish ?? etd;
          if (fixedOn) expect(moved.get(key)?.latestFinish).toBe(was);
          else if (!bound.has(key)) expect(moved.get(key)?.latestFinish).toBe(addWorkingDays(MILL, was, days));
        }
      }),
    );
  });

  it('is taken without a ring, and refused with one, wherever it closes', () => {
    fc.assert(
      fc.property(plans, fc.nat(11), fc.nat(11), (steps, one, other) => {
        const places = [one % steps.length, other % steps.length];
        const [from, to] = [Math.min(...places), Math.max(...places)];
        expect(backSchedule(steps, '2027-02-01').size).toBe(steps.length);
        const chained = steps.map((each, index) =>
          index > from && index <= to ? { ...each, after: [...each.after, { key: `s${index - 1}`, lag: 0 }] } : each,
        );
        const ring = chained.map((each, index) =>
          index === from ? { ...each, after: [...each.after, { key: `s${to}`, lag: 0 }] } : each,
        );
        for (const reckon of [
          () => backSchedule(ring, '2027-02-01'),
          () => schedule(ring, '2027-02-01', '2026-11-21'),
          () => pushed(ring, new Map([['s0', '2026-12-01']])),
        ])
          expect(reckon).toThrow(RingOfSteps);
      }),
    );
  });
});
