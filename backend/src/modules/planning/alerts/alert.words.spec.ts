import { alertWords, type AlertSubject } from './alert.words';
import { ALERT_RULE_KEYS, worseThan } from './alert.vocabulary';

const DAY = '2026-11-22';
const words = (rule: AlertSubject['rule'], facts: AlertSubject['facts'], lineLabel: string | null = 'MT-1 · White') =>
  Object.values(alertWords({ rule, facts, orderNumber: 'PO-1182', lineLabel }, DAY));

describe('alerts in words', () => {
  it('name the chain of a late plan, with who holds each step', () => {
    const step = { days: 7, from: '2026-11-22' };
    const chain = [
      { ...step, key: 'yarnReceived' as const, label: 'Yarn received', holder: 'mill' as const, on: '2026-12-01' },
      {
        ...step,
        key: 'labDipApproved' as const,
        label: 'Lab dip approved',
        holder: 'buyer' as const,
        on: '2026-12-09',
      },
    ];
    expect(words('plan_late', { slackDays: -1, etd: '2027-01-05', forecastOn: '2027-01-06', chain })).toEqual([
      'MT-1 · White of PO-1182 will be 1 working day late.',
      'As things stand it leaves on 6 Jan 2027; its ETD is 5 Jan 2027. What decides it: Yarn received (the mill, 1 Dec 2026) → Lab dip approved (the buyer, 9 Dec 2026).',
    ]);
  });

  it('name what came late before that chain', () => {
    const step = { label: 'Yarn received', holder: 'mill' as const, workingDays: 5 };
    const cause = { ...step, dueOn: '2026-11-16', actualOn: DAY };
    expect(words('plan_late', { slackDays: -4, cause })[1]).toBe(
      'Yarn received (the mill) was 5 working days late: due on 16 Nov 2026, done on 22 Nov 2026.',
    );
  });

  it('name the beginning and the end of a long chain', () => {
    const chain = [
      'Yarn received',
      'Knitting start',
      'Dyeing start',
      'Cutting start',
      'Sewing finish',
      'Ex-factory',
    ].map((label) => ({
      key: 'exFactory' as const,
      label,
      holder: 'mill' as const,
      days: 2,
      from: DAY,
      on: '2026-12-01',
    }));
    expect(words('plan_late', { slackDays: -9, chain })[1]!.replaceAll(' (the mill, 1 Dec 2026)', '')).toBe(
      'What decides it: Yarn received → Knitting start → Dyeing start → 2 more steps → Ex-factory.',
    );
  });

  it('count the days from today, and the lines', () => {
    expect(words('etd_near', { on: DAY, lines: 1 })).toEqual([
      'MT-1 · White of PO-1182 leaves on 22 Nov 2026.',
      'The ETD is today, and nothing is recorded as having left.',
    ]);
    expect(words('etd_overdue', { on: '2026-11-12', lines: 3 }, null)).toEqual([
      '3 lines of PO-1182 were to leave on 12 Nov 2026.',
      'That was 10 days ago, and nothing is recorded as having left. Record the shipment, or agree on another ETD.',
    ]);
    expect(words('eta_near', { on: '2026-11-23', lines: 0 }, null)[1]).toMatch(/^The ETA is tomorrow, /);
    expect(
      words('approval_stuck', { gate: 'Lab dip', holder: 'us', heldSince: '2026-11-10', on: '2026-11-20' }),
    ).toEqual([
      'Lab dip of MT-1 · White of PO-1182 has waited for us for 12 days.',
      'It was to go out by 20 Nov 2026, 2 days ago.',
    ]);
  });

  it('say of an LC what it means', () => {
    expect(words('lc_expiry_near', { on: '2026-11-21', number: '0417' }, null)[0]).toBe(
      'LC 0417 of PO-1182 expired on 21 Nov 2026.',
    );
    expect(words('lc_latest_shipment_near', { on: '2026-11-25', number: 'LC-00042' }, null)[0]).toBe(
      'LC-00042 of PO-1182 lets goods leave until 25 Nov 2026.',
    );
  });

  it('are one step worse at most', () => {
    expect((['info', 'warning', 'critical'] as const).map(worseThan)).toEqual(['warning', 'critical', 'critical']);
  });
});

describe('alerts in Bangla', () => {
  const FACTS: AlertSubject['facts'] = {
    ...{ on: '2026-11-20', lines: 1, slackDays: -4, etd: '2027-01-05', forecastOn: '2027-01-06', chain: [] },
    ...{ gate: 'Lab dip', holder: 'mill', heldSince: '2026-11-10', number: '0417', lost: '14.5', planned: '10' },
    ...{ knitted: '1000', finished: '855', title: 'Call the mill.' },
  };

  it.each(ALERT_RULE_KEYS)('are told in it whole: %s', (rule) => {
    const told = alertWords({ rule, facts: FACTS, orderNumber: 'PO-1182', lineLabel: 'MT-1 · White' }, DAY, 'bn');
    for (const sentence of Object.values(told)) {
      expect(sentence).toMatch(/।$/);
      expect(sentence).not.toMatch(/undefined|NaN|[0-9](?!182|417)[0-9]* (days|kg)/);
    }
    expect(told.title).toContain('PO-1182');
  });

  it('count and date as Bangla does', () => {
    const told = alertWords(
      { rule: 'etd_overdue', facts: { on: '2026-11-20', lines: 3 }, orderNumber: 'PO-1182', lineLabel: null },
      DAY,
      'bn',
    );
    expect(told).toEqual({
      title: 'PO-1182-এর ৩টি লাইন ২০ নভেম্বর, ২০২৬ তারিখে ছাড়ার কথা ছিল।',
      why: 'তারিখটি ছিল ২ দিন আগে; ছাড়ার কোনো তথ্য লেখা হয়নি। শিপমেন্ট লিখুন, অথবা নতুন ETD ঠিক করুন।',
    });
  });
});
