import type { Day } from '../../../../platform/values/day';
import {
  bankAnswer,
  bankingDaysAfter,
  clocksOf,
  latestShipment,
  maturity,
  shipmentDate,
  type BankingDays,
} from './clocks';
import { readTenor } from '../swift/swift-values';
import { shipmentPeriod } from './shipment-period';

const closed = (...holidays: Day[]): BankingDays => ({
  whose: 'banks',
  isOpen: (day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && !holidays.includes(day),
});
const bank = closed();
const both = (of: BankingDays) => ({ presentation: of, payment: of });
const terms = {
  latestShipmentDate: '2026-03-31',
  shipmentPeriod: null,
  presentationDays: 15,
  expiryDate: '2026-04-15',
  tenor: null,
};
const nothing = { shippedOn: null, plannedShipment: null, presentedOn: null };
const dayOf = (clocks: { clock: string; day: Day }[], clock: string) => clocks.find((one) => one.clock === clock)?.day;

describe('the clocks of an LC (UCP 600)', () => {
  it('on board 25 Mar 2026, field 48 = 15, expiry 15 Apr: present by Thu 9 Apr, the bank answers by Thu 16 Apr', () => {
    const happened = { ...nothing, shippedOn: '2026-03-25', presentedOn: '2026-04-09' };
    const { clocks, presentBy } = clocksOf(terms, happened, both(bank));
    expect(presentBy).toMatchObject({ clock: 'presentation', day: '2026-04-09', article: 'art. 14(c), field 48' });
    expect(dayOf(clocks, 'bank_answer')).toBe('2026-04-16');
  });

  it('gives 21 days where field 48 is silent, and never more than the expiry', () => {
    const happened = { ...nothing, shippedOn: '2026-03-25' };
    const silent = clocksOf({ ...terms, presentationDays: null, expiryDate: '2026-05-15' }, happened, both(bank));
    expect(silent.presentBy).toMatchObject({ clock: 'presentation', day: '2026-04-15', article: 'art. 14(c)' });
    expect(
      clocksOf({ ...terms, presentationDays: 21 }, { ...happened, shippedOn: '2026-03-30' }, both(bank)).presentBy,
    ).toMatchObject({
      clock: 'expiry',
      day: '2026-04-15',
    });
  });

  it('counts from the actual shipment, not from 44C; from a planned one it is only expected', () => {
    const planned = clocksOf(terms, { ...nothing, plannedShipment: '2026-03-20' }, both(bank)).presentBy;
    expect(planned).toMatchObject({ day: '2026-04-06', stated: '2026-04-04', expected: true });
    expect(clocksOf(terms, nothing, both(bank)).presentBy).toMatchObject({ clock: 'expiry' });
  });

  it('moves expiry and presentation to the next banking day, and the latest shipment never', () => {
    const onSunday = { ...terms, latestShipmentDate: '2026-03-29', expiryDate: '2026-04-12' };
    const { clocks, presentBy } = clocksOf(
      onSunday,
      { ...nothing, shippedOn: '2026-03-28' },
      both(closed('2026-04-13')),
    );
    expect(dayOf(clocks, 'latest_shipment')).toBe('2026-03-29');
    expect(dayOf(clocks, 'expiry')).toBe('2026-04-14');
    expect(presentBy).toMatchObject({
      stated: '2026-04-12',
      day: '2026-04-14',
      article: 'art. 14(c), field 48, art. 29(a)',
    });
    expect(presentBy?.rule).toContain('moved from 12 Apr 2026');
  });

  it('leaves the day of presentation and the holidays out of the five banking days', () => {
    expect(bankAnswer({ ...nothing, presentedOn: '2026-04-09' }, closed('2026-04-14'))?.day).toBe('2026-04-17');
    expect(bankingDaysAfter('2026-04-10', 1, bank)).toBe('2026-04-13');
  });

  it('takes the on-board day before that of issue, and of several sets the latest', () => {
    expect(
      shipmentDate([
        { onBoardOn: '2026-03-25', issuedOn: '2026-03-27' },
        { onBoardOn: null, issuedOn: '2026-03-24' },
      ]),
    ).toBe('2026-03-25');
    expect(shipmentDate([])).toBeNull();
  });

  it('lets a usance run from the day after', () => {
    const happened = { ...nothing, shippedOn: '2026-03-25', presentedOn: '2026-04-09' };
    expect(maturity({ days: 90, from: 'shipment' }, happened, bank)?.day).toBe('2026-06-23');
    expect(maturity({ days: 30, from: 'sight' }, happened, bank)).toMatchObject({
      stated: '2026-05-09',
      day: '2026-05-11',
    });
    expect(maturity({ days: 0, from: 'sight' }, happened, bank)).toBeNull();
    expect(maturity({ days: 60, from: 'acceptance' }, happened, bank)).toBeNull();
  });

  it.each(['90 DAYS AFTER B/L DATE', '90 DAYS FROM BILL OF LADING DATE'])(
    'lets no maturity count its own day: %s',
    (words) => {
      const happened = { ...nothing, shippedOn: '2026-03-25', presentedOn: '2026-04-09' };
      expect(maturity(readTenor(words), happened, bank)).toMatchObject({
        day: '2026-06-23',
        article: 'art. 3, field 42C',
      });
    },
  );

  it('takes the day that the bank named, on whatever day of the week', () => {
    const said = { ...nothing, presentedOn: '2026-04-09', acceptedOn: '2026-04-14', maturesOn: '2026-07-11' };
    const due = maturity({ days: 90, from: 'acceptance' }, said, bank);
    expect(due).toMatchObject({ day: '2026-07-11', stated: '2026-07-11', expected: false });
    expect(maturity({ days: 60, from: 'invoice' }, { ...nothing, invoicedOn: '2026-03-20' }, bank)?.day).toBe(
      '2026-05-19',
    );
    expect(clocksOf(terms, said, both(bank)).next).toBe('maturity');
  });

  it('counts banking days over weekends and holidays, whatever the weekend of the bank', () => {
    const dhaka: BankingDays = {
      whose: 'banks',
      isOpen: (day) => ![5, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()),
    };
    // Presented on Thursday 9 April 2026: Sunday 12 to Thursday 16.
    expect(bankAnswer({ ...nothing, presentedOn: '2026-04-09' }, dhaka)?.day).toBe('2026-04-16');
    expect(bankingDaysAfter('2026-04-08', 2, dhaka)).toBe('2026-04-12');
    expect(bankingDaysAfter('2026-04-08', 2, bank)).toBe('2026-04-10');
  });

  it('ships on the last day that the LC names, be it a Sunday; and the days of 48 may end in another year', () => {
    expect(latestShipment({ ...terms, latestShipmentDate: '2026-03-29' })).toMatchObject({
      day: '2026-03-29',
      bankingDays: null,
    });
    const late = clocksOf(
      { ...terms, presentationDays: 21, expiryDate: '2027-01-31' },
      { ...nothing, shippedOn: '2026-12-15' },
      both(bank),
    );
    expect(late.presentBy).toMatchObject({ clock: 'presentation', day: '2027-01-05' });
  });

  it('knows what is to be met next', () => {
    const next = (happened: object) => clocksOf(terms, { ...nothing, ...happened }, both(bank)).next;
    expect(next({})).toBe('latest_shipment');
    expect(next({ shippedOn: '2026-03-25' })).toBe('presentation');
    expect(next({ shippedOn: '2026-03-25', presentedOn: '2026-04-09' })).toBe('bank_answer');
  });
});

describe('a shipment period (44D, art. 3)', () => {
  it.each([
    ['ON OR ABOUT 25 MAR 2026', '2026-03-20', '2026-03-30'],
    ['FROM 260301 TO 260331', '2026-03-01', '2026-03-31'],
    ['BETWEEN 1 MARCH 2026 AND 31 MARCH 2026', '2026-03-01', '2026-03-31'],
    ['AFTER 260301 AND BEFORE 260331', '2026-03-02', '2026-03-30'],
    ['ON OR ABOUT 31 DEC 2026', '2026-12-26', '2027-01-05'],
    ['UNTIL 2026-03-31', null, '2026-03-31'],
    ['TO 260331', null, '2026-03-31'],
    ['TILL 31 MARCH 2026', null, '2026-03-31'],
    ['NOT BEFORE 260301 BUT BEFORE 260331', '2026-03-01', '2026-03-30'],
    ['BEFORE 260331', null, '2026-03-30'],
    ['NOT EARLIER THAN 260301 AND NOT AFTER 260331', '2026-03-01', '2026-03-31'],
    ['END OF APRIL 2026', '2026-04-21', '2026-04-30'],
    ['END OF FEBRUARY 2026', '2026-02-21', '2026-02-28'],
    ['SECOND HALF OF FEBRUARY 2028', '2028-02-16', '2028-02-29'],
    ['BEGINNING OF MARCH 2026', '2026-03-01', '2026-03-10'],
    ['MIDDLE OF MARCH 2026', '2026-03-11', '2026-03-20'],
    ['END OF FEBRUARY 2028', '2028-02-21', '2028-02-29'],
    ['FIRST HALF OF APRIL 2026', '2026-04-01', '2026-04-15'],
    ['SECOND HALF OF APRIL 2026', '2026-04-16', '2026-04-30'],
    ['DURING FEBRUARY 2026', '2026-02-01', '2026-02-28'],
  ])('%s', (words, from, to) => {
    expect(shipmentPeriod(words)).toEqual({ from, to });
    expect(latestShipment({ ...terms, latestShipmentDate: null, shipmentPeriod: words })).toMatchObject({ day: to });
  });

  it('that cannot be read is no day', () => {
    expect(shipmentPeriod('AS SOON AS POSSIBLE')).toBeNull();
    expect(latestShipment({ ...terms, latestShipmentDate: null, shipmentPeriod: 'ASAP' })).toBeNull();
  });
});
