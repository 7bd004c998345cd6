import {
  breachesOf,
  isMaturityExpected,
  limitOf,
  masterPaysOn,
  maturityOf,
  remarksOn,
  stateOf,
  type BackToBackDays,
} from './back-to-back.rules';

const basis = { amount: '100000.00', currency: 'USD', freight: '2500', insurance: '500', commission: '3000.01' };
const rule = { limitPercent: '75', maxUsanceDays: 180 };
/** As banks in Bangladesh are. */
const bank = {
  whose: 'our bank',
  isOpen: (day: string) => ![5, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()),
};
const days = (more: Partial<BackToBackDays>): BackToBackDays => ({
  ...{ openedOn: null, acceptedOn: null, paidOn: null, shippedOn: null, expectedOn: null, maturesOn: null },
  ...{ usanceDays: 120, usanceFrom: 'acceptance' },
  ...more,
});

describe('back-to-back LCs', () => {
  it('are limited to a part of the net FOB of the master, never rounded up', () => {
    expect(limitOf(basis, rule, '70000')).toEqual({
      netFob: '93999.99',
      limit: '70499.99', // 70,499.9925
      used: '70000.00',
      headroom: '499.99',
    });
    expect(limitOf(basis, rule, '70500').headroom).toBe('-0.01');
    expect(limitOf(basis, null, '10')).toMatchObject({ limit: null, headroom: null });
    expect(limitOf({ ...basis, currency: 'JPY', commission: '0' }, rule, 0)).toMatchObject({ limit: '72750' });
  });

  it('mature so many days after their acceptance or shipment, as expected until then', () => {
    const on = (more: Partial<BackToBackDays>) => [maturityOf(days(more), bank), isMaturityExpected(days(more))];
    expect(on({})).toEqual([null, false]);
    expect(on({ expectedOn: '2026-12-01' })).toEqual(['2027-03-31', true]);
    expect(on({ expectedOn: '2026-12-01', acceptedOn: '2026-12-08' })).toEqual(['2027-04-07', false]);
    expect(on({ usanceFrom: 'shipment', shippedOn: '2026-12-03', usanceDays: 0 })).toEqual(['2026-12-03', false]);
    expect(on({ acceptedOn: '2026-12-10', maturesOn: '2027-04-12' })).toEqual(['2027-04-12', false]);
  });

  it('mature on the next day on which our bank is open, unless it said another', () => {
    const due = (more: Partial<BackToBackDays>) => maturityOf(days(more), bank);
    expect(due({ acceptedOn: '2026-12-10' })).toBe('2027-04-11'); // 9 April is a Friday, Friday and Saturday are closed
    expect(due({ acceptedOn: '2026-12-10', maturesOn: '2027-04-09' })).toBe('2027-04-09');
  });

  it('are as far as their days say', () => {
    expect(stateOf(days({}))).toBe('planned');
    expect(stateOf(days({ openedOn: '2026-12-01' }))).toBe('opened');
    expect(stateOf(days({ openedOn: '2026-12-01', acceptedOn: '2026-12-10' }))).toBe('accepted');
    expect(stateOf(days({ acceptedOn: '2026-12-10', paidOn: '2027-04-09' }))).toBe('paid');
  });

  it('know the last day on which the master pays', () => {
    const master = { expiryDate: '2027-02-01', latestShipmentDate: '2027-01-10' };
    expect(masterPaysOn({ ...master, tenor: null })).toBe('2027-02-08');
    expect(masterPaysOn({ ...master, tenor: { days: 90, from: 'shipment' } })).toBe('2027-04-10');
    expect(masterPaysOn({ ...master, tenor: { days: 90, from: 'acceptance' } })).toBe('2027-05-02');
  });

  it('say what is against the rule, and what is wise to know', () => {
    const limit = limitOf(basis, rule, '71000');
    expect(breachesOf({ usanceDays: 181 }, rule, limit, 'USD')).toEqual([
      'It is USD 500.01 above what the master leaves.',
      '181 days of usance are more than the 180 allowed.',
    ]);
    expect(breachesOf({ usanceDays: 180 }, rule, limitOf(basis, rule, '1'), 'USD')).toEqual([]);
    expect(breachesOf({ usanceDays: 400 }, null, limitOf(basis, null, '1'), 'USD')).toEqual([]);
    const expiries = { expiryDate: '2027-02-02', masterExpiry: '2027-02-01' };
    expect(remarksOn('2027-02-07', '2027-02-08', expiries)).toEqual([
      'It matures 1 day before the master pays, at the latest on 8 Feb 2027.',
      'It expires after the master does, on 1 Feb 2027.',
    ]);
    expect(remarksOn('2027-02-18', '2027-02-08', { ...expiries, expiryDate: null })).toEqual([
      'It matures 10 days after the master pays.',
    ]);
  });
});
