import { isBic } from '../../../platform/values/bic';
import { countryName, countryNamedIn } from '../../../platform/values/countries';
import { sameFirm } from '../../../platform/values/firms';
import type { BankingDays, CreditBanks } from '../../financials/letter-of-credit/ucp/clocks';
import type { CreditTerms } from '../../financials/letter-of-credit/terms';
import { calendarFor, type PartyWorking } from './calendar.rules';
import { isWorkingDay } from './working-calendar';

/** A bank as the LC names it, and where it is; of any bank in a country the country alone, null what the LC does not say. */
export interface BankOfCredit {
  name: string | null;
  country: string | null;
}

type Banks = Pick<CreditTerms, 'availableWith' | 'expiryPlace' | 'issuingBank' | 'drawee' | 'confirmingBank'>;

const ISSUING = /\b(?:ISSUING BANK|OPENING BANK|OURSELVES|OUR (?:COUNTERS?|BANK)|US)\b/i;

/** `HSBCGB2LXXX`, or the first line of a name and its address. */
function bankNamed(words: string, elsewhere: string | null = null): BankOfCredit {
  const name = (words.trim().split('\n')[0] ?? '').trim();
  if (isBic(name)) return { name, country: name.slice(4, 6) };
  return { name, country: countryNamedIn(words) ?? (elsewhere && countryNamedIn(elsewhere)) };
}

/**
 * To which bank documents are presented (UCP 600 art. 6): the one with which the LC is available (41a), the issuing bank where
 * that is the one, else any bank of the country in which it expires (31D).
 */
export function presentationBank({ availableWith, expiryPlace, issuingBank }: Banks): BankOfCredit {
  const with41a = availableWith ?? '';
  if (ISSUING.test(with41a) || (!with41a && ISSUING.test(expiryPlace ?? '')))
    return issuingBank ? bankNamed(issuingBank) : { name: null, country: null };
  if (with41a && !/\b(?:ANY|ADVISING|NEGOTIATING)\b.*\bBANK/i.test(with41a)) return bankNamed(with41a, expiryPlace);
  return { name: null, country: countryNamedIn(with41a) ?? countryNamedIn(expiryPlace ?? '') };
}

/** Which bank pays a usance: on whom drafts are drawn (42a), else who confirmed (58a), else who issued. */
export function payingBank({ drawee, confirmingBank, issuingBank }: Banks): BankOfCredit {
  const words = (drawee && !ISSUING.test(drawee) ? drawee : null) ?? confirmingBank ?? issuingBank;
  return words ? bankNamed(words) : { name: null, country: null };
}

/** Its own calendar, by BIC or by name; else that of the banks in its country; else that of all banks. */
export function daysOf(bank: BankOfCredit, calendars: readonly PartyWorking[]): BankingDays {
  const banks = calendars.filter(({ holder }) => holder === 'bank');
  const own = banks.find(({ partyName }) => partyName !== null && bank.name !== null && isOf(partyName, bank.name));
  const found = own ?? banks.find(({ country }) => country !== null && country === bank.country);
  const working = found?.working ?? calendarFor('bank', {}, calendars);
  return {
    whose: found?.partyName ?? (found?.country ? `banks in ${countryName(found.country)}` : 'banks in general'),
    isOpen: (day) => isWorkingDay(working, day),
  };
}

/** Of the house's own bank, by its BIC or its name; else that of the banks in its country; else that of all banks. */
export function daysOfHouse(
  { name, bic, address }: Record<'name' | 'bic' | 'address', string | null>,
  calendars: readonly PartyWorking[],
): BankingDays {
  const country = bic?.slice(4, 6).toUpperCase() ?? (address && countryNamedIn(address));
  const named = [bic, name].find((each) =>
    calendars.some(({ holder, partyName }) => holder === 'bank' && each && partyName && isOf(partyName, each)),
  );
  return daysOf({ name: named ?? null, country }, calendars);
}

/** A BIC of eight is that of its branches too. */
function isOf(partyName: string, name: string): boolean {
  const party = partyName.trim();
  if (isBic(party.toUpperCase())) return name.toUpperCase().startsWith(party.toUpperCase().slice(0, 8));
  return sameFirm(name, party);
}

/** Whose days count under an LC; without one those of banks in general. */
export const banksOf = (terms: Banks, calendars: readonly PartyWorking[]): CreditBanks => ({
  presentation: daysOf(presentationBank(terms), calendars),
  payment: daysOf(payingBank(terms), calendars),
});
