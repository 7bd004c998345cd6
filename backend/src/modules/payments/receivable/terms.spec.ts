import type { BankingDays, CreditBanks } from '../../financials/letter-of-credit/ucp/clocks';
import { weekdayOf } from '../../planning/calendar/working-calendar';
import { dueOf, type Payable } from './terms';

const bank: BankingDays = { whose: 'Eastern Bank', isOpen: (day) => weekdayOf(day) < 6 && day !== '2026-05-11' };
/** Documents are presented to ours, and paid by the buyer's. */
const ours: BankingDays = { whose: 'banks in Bangladesh', isOpen: (day) => ![5, 6].includes(weekdayOf(day)) };
const banks: CreditBanks = { presentation: ours, payment: bank };
const nothing: Payable = {
  ...{ method: null, tenorDays: null, tenorFrom: null, presentedOn: null, acceptedOn: null, maturesOn: null },
  ...{ issuedOn: '2026-03-20', shippedOn: '2026-03-25', arrivedOn: null },
};
const due = (more: Partial<Payable>) => dueOf({ ...nothing, ...more }, banks);

describe('the day an invoice is due', () => {
  it('is not known before anybody said how it is paid', () => {
    expect(due({})).toEqual({ on: null, rule: 'How it is paid is not said yet.' });
  });

  it('by transfer counts calendar days and falls where it falls', () => {
    expect(due({ method: 'tt', tenorDays: 30, tenorFrom: 'invoice' })).toEqual({
      on: '2026-04-19', // a Sunday
      rule: '30 days after the invoice of 20 Mar 2026.',
    });
    expect(due({ method: 'tt', tenorDays: 0, tenorFrom: 'shipment' })).toEqual({
      on: '2026-03-25',
      rule: 'On the shipment of 25 Mar 2026.',
    });
    expect(due({ method: 'tt', tenorDays: 1, tenorFrom: 'arrival' })).toEqual({
      on: null,
      rule: '1 day after the day the goods arrived, which is not recorded yet.',
    });
  });

  it('of documents against payment is the day they are presented', () => {
    expect(due({ method: 'dp', tenorDays: 0, tenorFrom: 'sight', presentedOn: '2026-04-06' }).on).toBe('2026-04-06');
  });

  it('at sight under an LC leaves the bank its five banking days', () => {
    expect(due({ method: 'lc', tenorDays: 0, tenorFrom: 'sight', presentedOn: '2026-04-09' })).toEqual({
      on: '2026-04-16', // as in domain.md: presented Thu 9 Apr, answered by Thu 16 Apr
      rule: 'At sight: 5 banking days after the presentation of 9 Apr 2026 (UCP 600 art. 14(b)), by the days of banks in Bangladesh.',
    });
  });

  it('of a draft moves to a day on which the bank is open, and waits for its acceptance', () => {
    // 25 Mar + 45 days is Saturday 9 May; Monday is a holiday of the bank
    expect(due({ method: 'da', tenorDays: 45, tenorFrom: 'shipment' })).toEqual({
      on: '2026-05-12',
      rule: '45 days after the shipment of 25 Mar 2026, moved from 9 May 2026 to the next day on which the bank is open, by the days of Eastern Bank.',
    });
    const usance = { method: 'lc', tenorDays: 60, tenorFrom: 'acceptance' } as const;
    expect(due(usance).on).toBeNull();
    expect(due({ ...usance, acceptedOn: '2026-04-16' }).on).toBe('2026-06-15');
    expect(due({ ...usance, acceptedOn: '2026-04-16', maturesOn: '2026-06-17' })).toEqual({
      on: '2026-06-17',
      rule: 'The bank advised 17 Jun 2026.',
    });
  });
});
