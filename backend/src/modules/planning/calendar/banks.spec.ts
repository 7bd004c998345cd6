import { banksOf, daysOfHouse, payingBank, presentationBank } from './banks';
import type { PartyWorking } from './calendar.rules';
import type { Weekday } from './working-calendar';

const lc = {
  availableWith: 'ANY BANK IN BANGLADESH\nBY NEGOTIATION',
  expiryPlace: 'BANGLADESH',
  issuingBank: 'HSBCGB2LXXX',
  drawee: null,
  confirmingBank: null,
};
const none = { name: null, country: null };

describe('the bank to which documents are presented', () => {
  it.each([
    ['any bank of a country', {}, { name: null, country: 'BD' }],
    ['any bank, where the LC expires', { availableWith: 'ANY BANK BY NEGOTIATION' }, { name: null, country: 'BD' }],
    ['nobody named', { availableWith: null, expiryPlace: 'DHAKA' }, none],
    ['one by its BIC', { availableWith: 'MHCBJPJTXXX\nBY PAYMENT' }, { name: 'MHCBJPJTXXX', country: 'JP' }],
    [
      'one by its name',
      { availableWith: 'EASTERN BANK LTD\nDHAKA, BANGLADESH' },
      { name: 'EASTERN BANK LTD', country: 'BD' },
    ],
    ['the issuing bank', { availableWith: 'ISSUING BANK BY PAYMENT' }, { name: 'HSBCGB2LXXX', country: 'GB' }],
    [
      'the counters of the issuing bank',
      { availableWith: null, expiryPlace: 'AT OUR COUNTERS' },
      { name: 'HSBCGB2LXXX', country: 'GB' },
    ],
    ['an issuing bank that is not named', { availableWith: 'ISSUING BANK', issuingBank: null }, none],
  ])('%s', (_, said, bank) => {
    expect(presentationBank({ ...lc, ...said })).toEqual(bank);
  });
});

describe('the bank that pays a usance', () => {
  it('is the one drafts are drawn on, else who confirmed, else who issued', () => {
    expect(payingBank(lc)).toEqual({ name: 'HSBCGB2LXXX', country: 'GB' });
    expect(payingBank({ ...lc, drawee: 'SCBLBDDX' }).country).toBe('BD');
    expect(payingBank({ ...lc, drawee: 'ISSUING BANK', confirmingBank: 'CITIUS33' }).country).toBe('US');
    expect(payingBank({ ...lc, issuingBank: null })).toEqual(none);
  });
});

describe('its days', () => {
  const calendar = (of: Partial<PartyWorking>, weekend: Weekday[], ...holidays: string[]): PartyWorking => ({
    ...{ holder: 'bank', partyName: null, country: null },
    ...of,
    working: { weekend, holidays: new Set(holidays) },
  });
  const calendars = [
    calendar({ holder: 'mill', partyName: 'HSBC' }, []),
    calendar({}, [5, 6]),
    calendar({ country: 'GB' }, [6, 7], '2026-12-28'),
    calendar({ partyName: 'HSBCGB2L' }, [6, 7], '2026-12-24'),
    calendar({ partyName: 'Eastern Bank Limited' }, [5]),
  ];

  it('are its own by BIC or by name, then those of its country, then those of all banks', () => {
    const both = banksOf(lc, calendars);
    expect([both.presentation.whose, both.payment.whose]).toEqual(['banks in general', 'HSBCGB2L']);
    expect([both.presentation.isOpen('2026-12-25'), both.payment.isOpen('2026-12-25')]).toEqual([false, true]);
    expect(both.payment.isOpen('2026-12-24')).toBe(false);

    const barclays = banksOf({ ...lc, issuingBank: 'BARCLAYS BANK PLC, LONDON, UK' }, calendars).payment;
    expect([barclays.whose, barclays.isOpen('2026-12-28')]).toEqual(['banks in the United Kingdom', false]);
    const eastern = banksOf({ ...lc, availableWith: 'EASTERN BANK LTD, DHAKA' }, calendars).presentation;
    expect([eastern.whose, eastern.isOpen('2026-12-26')]).toEqual(['Eastern Bank Limited', true]);
  });

  it('of the house’s own bank are found by its BIC or name, else by its country', () => {
    const whose = (bic: string | null, name: string | null, address: string | null = null) =>
      daysOfHouse({ bic, name, address }, calendars).whose;
    expect(whose('HSBCGB2LXXX', 'Our bank')).toBe('HSBCGB2L');
    expect(whose('EBLDBDDH', 'Eastern Bank Ltd')).toBe('Eastern Bank Limited');
    expect(whose('BARCGB22', 'Barclays')).toBe('banks in the United Kingdom');
    expect(whose(null, 'Barclays', 'London, United Kingdom')).toBe('banks in the United Kingdom');
    expect(whose(null, null)).toBe('banks in general');
  });
});
