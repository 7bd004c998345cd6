import { MY_DAY_KINDS } from './my-day.vocabulary';
import { detailOf, titleOf } from './my-day.words';

const waiting = (kind: (typeof MY_DAY_KINDS)[number], facts: object = {}, more: object = {}) => ({
  kind,
  facts: { ...facts },
  lines: 1,
  since: null,
  orderNumber: 'PO-1182',
  ...more,
});

describe('the words of my day', () => {
  it.each([
    ['task', { title: 'Chase the mill' }, {}, 'Chase the mill', null],
    ['gate_to_send', { gate: 'Lab dip', key: 'labDip', round: 0 }, { lines: 2 }, 'Lab dip: send round 1', '2 lines'],
    ['gate_to_send', { gate: 'PP sample', key: 'ppSample', round: 1 }, {}, 'PP sample: send round 2', null],
    ['gate_to_send', { gate: 'Price', key: 'price', round: 1 }, {}, 'Agree on the price', null],
    [
      'gate_waiting',
      { gate: 'Lab dip', key: 'labDip', round: 2, holder: 'mill' },
      { since: '2026-11-02' },
      'Lab dip round 2 is overdue with the mill',
      'since 2 Nov 2026',
    ],
    [
      'condition',
      { gate: 'Strike-off', condition: 'Softer hand.' },
      {},
      'Strike-off, on condition: Softer hand.',
      null,
    ],
    ['sample_to_send', { type: 'pp_sample', round: 1 }, {}, 'Send PP sample round 1', null],
    [
      'sample_to_decide',
      { type: 'lab_dip', round: 2 },
      { since: '2026-11-12' },
      'Lab dip round 2 is with the buyer',
      'since 12 Nov 2026',
    ],
    ['step', { milestone: 'knittingComplete' }, { lines: 3 }, 'Knitting complete', '3 lines'],
    ['order_leaving', {}, { lines: 0 }, 'PO-1182 leaves', null],
    [
      'invoice_to_confirm',
      { number: 'PI-00012', amount: '158466', currency: 'USD' },
      { lines: 0, since: '2026-11-19' },
      'Confirm PI-00012',
      'USD 158,466.00, since 19 Nov 2026',
    ],
    ['invoice_to_review', { number: 'PI-00012' }, { lines: 0 }, 'Review PI-00012', null],
    ['credit_to_confirm', { number: '0417' }, { lines: 0 }, 'Confirm LC 0417', null],
    ['credit_to_confirm', { number: 'LC-7741' }, { lines: 0 }, 'Confirm LC-7741', null],
    [
      'credit_to_amend',
      { number: '0417', discrepancies: 2 },
      { lines: 0 },
      'Have LC 0417 amended: 2 discrepancies',
      null,
    ],
  ] as const)('%s %j', (kind, facts, more, title, detail) => {
    const row = waiting(kind, facts, more);
    expect([titleOf(row), detailOf(row)]).toEqual([title, detail]);
  });
});
