import { addDays, type Day } from '../../../../platform/values/day';
import { dayWords } from '../../../../platform/values/words';
import type { Tenor } from '../swift/swift-values';
import type { CreditTerms } from '../terms';
import { shipmentPeriod } from './shipment-period';

/** Which days a bank works; weekends and holidays are the calendar's. */
export interface BankingDays {
  /** Whose days they are, as a sentence has it: `banks in Bangladesh`. */
  whose: string;
  isOpen(day: Day): boolean;
}

/** The banks whose days count: where documents are presented, and where a usance is paid. */
export interface CreditBanks {
  presentation: BankingDays;
  payment: BankingDays;
}

/** Where a presentation period is not stated (UCP 600 art. 14c). */
export const USUAL_PRESENTATION_DAYS = 21;
/** For the bank to examine, after the day of presentation (UCP 600 art. 14b). */
export const EXAMINATION_DAYS = 5;

export const CLOCKS = ['latest_shipment', 'presentation', 'expiry', 'bank_answer', 'maturity'] as const;
export type ClockKey = (typeof CLOCKS)[number];

export interface Clock {
  clock: ClockKey;
  /** The last day for it. */
  day: Day;
  /** What the LC says or the period comes to, before it was moved to a day on which the bank works. */
  stated: Day;
  /** UCP 600, and the field: `art. 14(c), field 48`. */
  article: string;
  rule: string;
  /** Whose days of work count; null where none do. */
  bankingDays: string | null;
  /** Reckoned from a day that is only planned. */
  expected: boolean;
}

/** What has happened, or is planned, under an LC. */
export interface CreditHappenings {
  /** When the goods left, by the transport document. */
  shippedOn: Day | null;
  /** When they are to leave, while they have not. */
  plannedShipment: Day | null;
  /** When documents were presented to the bank. */
  presentedOn: Day | null;
  /** When drafts were accepted, and the day of the invoice, for a usance that counts from these. */
  acceptedOn?: Day | null;
  invoicedOn?: Day | null;
  /** When the bank said that it pays. */
  maturesOn?: Day | null;
}

export interface CreditClocks {
  clocks: Clock[];
  /** The last day to present, which is what binds: that of the presentation period or the expiry, whichever is first. */
  presentBy: Clock | null;
  /** What is to be met next: shipment, then presentation, then the bank's answer, then payment. */
  next: ClockKey | null;
}

type Dates = Pick<CreditTerms, 'latestShipmentDate' | 'shipmentPeriod' | 'presentationDays' | 'expiryDate' | 'tenor'>;

/** The day itself when the bank works on it, else the next one. Never more than a year on: a calendar without an open day is none. */
export function onOrAfterOpen(day: Day, bank: BankingDays): Day {
  for (let at = 0; at <= 366; at++) if (bank.isOpen(addDays(day, at))) return addDays(day, at);
  return day;
}

/** The day `days` banking days after `day`, which itself does not count. */
export function bankingDaysAfter(day: Day, days: number, bank: BankingDays): Day {
  let mark = day;
  for (let left = days; left > 0; left--) mark = onOrAfterOpen(addDays(mark, 1), bank);
  return mark;
}

/**
 * The day of shipment by the transport document: that of its on-board notation, else of its issue (art. 20). Of several sets for one
 * vessel, voyage and destination the latest counts (art. 31b). Null of none.
 */
export function shipmentDate(sets: readonly { onBoardOn: Day | null; issuedOn: Day | null }[]): Day | null {
  const days = sets.flatMap(({ onBoardOn, issuedOn }) => onBoardOn ?? issuedOn ?? []);
  return days.sort().at(-1) ?? null;
}

/** The last day to ship. A bank holiday moves it no further (art. 29c). Null where the LC names none. */
export function latestShipment({ latestShipmentDate, shipmentPeriod: words }: Dates): Clock | null {
  const until = latestShipmentDate ?? (words ? (shipmentPeriod(words)?.to ?? null) : null);
  if (!until) return null;
  return {
    clock: 'latest_shipment',
    day: until,
    stated: until,
    article: latestShipmentDate ? 'art. 29(c), field 44C' : 'art. 3, field 44D',
    rule: latestShipmentDate
      ? 'The last day to ship is as the LC says; a bank holiday does not move it.'
      : `The shipment period reads “${words}”; a bank holiday does not move its last day.`,
    bankingDays: null,
    expected: false,
  };
}

/** So many calendar days after the actual shipment (art. 14c, or field 48), moved to a day on which the bank works (art. 29a). */
export function presentationEnd(
  { presentationDays }: Dates,
  happened: CreditHappenings,
  bank: BankingDays,
): Clock | null {
  const from = happened.shippedOn ?? happened.plannedShipment;
  if (!from) return null;
  const days = presentationDays ?? USUAL_PRESENTATION_DAYS;
  const stated = addDays(from, days);
  const day = onOrAfterOpen(stated, bank);
  const left = happened.shippedOn ? 'left' : 'are to leave';
  return {
    clock: 'presentation',
    day,
    stated,
    article: `art. 14(c)${presentationDays === null ? '' : ', field 48'}${day === stated ? '' : ', art. 29(a)'}`,
    rule: `${days} calendar days after the goods ${left} on ${dayWords(from)}${presentationDays === null ? ', since the LC names no other period' : ''}${moved(stated, day)}.`,
    bankingDays: bank.whose,
    expected: happened.shippedOn === null,
  };
}

/** The expiry, moved to a day on which the bank works (art. 29a). */
export function expiry({ expiryDate }: Dates, bank: BankingDays): Clock | null {
  if (!expiryDate) return null;
  const day = onOrAfterOpen(expiryDate, bank);
  return {
    clock: 'expiry',
    day,
    stated: expiryDate,
    article: day === expiryDate ? 'art. 6(d), field 31D' : 'art. 29(a), field 31D',
    rule: `The LC expires on ${dayWords(expiryDate)}${moved(expiryDate, day)}.`,
    bankingDays: bank.whose,
    expected: false,
  };
}

/** Five banking days after the day of presentation, in which a bank takes the documents up or refuses them (art. 14b, 16d). */
export function bankAnswer({ presentedOn }: CreditHappenings, bank: BankingDays): Clock | null {
  if (!presentedOn) return null;
  const day = bankingDaysAfter(presentedOn, EXAMINATION_DAYS, bank);
  return {
    clock: 'bank_answer',
    day,
    stated: day,
    article: 'art. 14(b), 16(d)',
    rule: `${EXAMINATION_DAYS} banking days after the presentation of ${dayWords(presentedOn)}: by then the bank pays or accepts, or refuses with all its reasons in one notice.`,
    bankingDays: bank.whose,
    expected: false,
  };
}

/**
 * When a usance falls due: the day that the bank named, else so many days after its first, "from" and "after" leaving their own
 * day out (art. 3). Null at sight, and where its first day is not known.
 */
export function maturity(tenor: Tenor | null, happened: CreditHappenings, bank: BankingDays): Clock | null {
  const { acceptedOn, maturesOn } = happened;
  if (maturesOn)
    return {
      clock: 'maturity',
      day: maturesOn,
      stated: maturesOn,
      article: 'art. 7(c), field 42C',
      rule: `The bank said that it pays on ${dayWords(maturesOn)}${acceptedOn ? `, when it accepted on ${dayWords(acceptedOn)}` : ''}.`,
      bankingDays: null,
      expected: false,
    };
  if (!tenor || tenor.days === 0) return null;
  const starts: Record<Tenor['from'], readonly [Day | null | undefined, string]> = {
    shipment: [happened.shippedOn ?? happened.plannedShipment, 'shipment'],
    sight: [happened.presentedOn, 'presentation to the bank'],
    acceptance: [happened.acceptedOn, 'acceptance'],
    invoice: [happened.invoicedOn, 'the day of the invoice'],
    other: [null, ''],
  };
  const [from, what] = starts[tenor.from];
  if (!from) return null;
  const stated = addDays(from, tenor.days);
  const day = onOrAfterOpen(stated, bank);
  return {
    clock: 'maturity',
    day,
    stated,
    article: 'art. 3, field 42C',
    rule: `${tenor.days} days after ${what} on ${dayWords(from)}, that day left out${moved(stated, day)}.`,
    bankingDays: bank.whose,
    expected: tenor.from === 'shipment' && !happened.shippedOn,
  };
}

const moved = (stated: Day, day: Day): string =>
  day === stated ? '' : `, moved from ${dayWords(stated)} to the next day on which the bank is open`;

/** All clocks of an LC, the one that binds a presentation, and what comes next. */
export function clocksOf(terms: Dates, happened: CreditHappenings, banks: CreditBanks): CreditClocks {
  const shipment = latestShipment(terms);
  const presentation = presentationEnd(terms, happened, banks.presentation);
  const ends = expiry(terms, banks.presentation);
  const answer = bankAnswer(happened, banks.presentation);
  const due = maturity(terms.tenor, happened, banks.payment);
  return {
    clocks: [shipment, presentation, ends, answer, due].filter((clock) => clock !== null),
    presentBy: presentation && ends ? (presentation.day <= ends.day ? presentation : ends) : (presentation ?? ends),
    next: nextOf(happened, { shipment, answer, due }),
  };
}

function nextOf(
  { shippedOn, presentedOn, acceptedOn, maturesOn }: CreditHappenings,
  { shipment, answer, due }: Record<'shipment' | 'answer' | 'due', Clock | null>,
): ClockKey | null {
  if (presentedOn && (acceptedOn || maturesOn)) return due?.clock ?? null;
  if (presentedOn) return (answer ?? due)?.clock ?? null;
  if (shippedOn || !shipment) return 'presentation';
  return 'latest_shipment';
}
