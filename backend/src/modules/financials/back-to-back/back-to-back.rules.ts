import Decimal from 'decimal.js';
import { minorUnits } from '../../../platform/values/currencies';
import { addDays, daysBetween, type Day } from '../../../platform/values/day';
import { amountText } from '../../../platform/values/money';
import { dayWords, moneyWords } from '../../../platform/values/words';
import { onOrAfterOpen, type BankingDays } from '../letter-of-credit/ucp/clocks';
import type { Tenor } from '../letter-of-credit/swift/swift-values';

/** Days after the bank accepted the mill's documents, or after the mill shipped. */
export const USANCE_STARTS = ['acceptance', 'shipment'] as const;
export type UsanceStart = (typeof USANCE_STARTS)[number];

/** How far a back-to-back LC is; told by its days, never set. */
export const BACK_TO_BACK_STATES = ['planned', 'opened', 'accepted', 'paid'] as const;
export type BackToBackState = (typeof BACK_TO_BACK_STATES)[number];

export interface BackToBackDays {
  openedOn: Day | null;
  acceptedOn: Day | null;
  paidOn: Day | null;
  /** When the mill shipped. */
  shippedOn: Day | null;
  /** When the usance is expected to begin, while it has not. */
  expectedOn: Day | null;
  maturesOn: Day | null;
  usanceDays: number;
  usanceFrom: UsanceStart;
}

/** What a master LC leaves for back-to-back LCs. */
export interface Basis {
  amount: string;
  currency: string;
  freight: string;
  insurance: string;
  commission: string;
}

export interface Rule {
  limitPercent: string;
  maxUsanceDays: number;
}

export interface Limit {
  netFob: string;
  /** Null where no rule is recorded for the day. */
  limit: string | null;
  used: string;
  /** Below 0 where more was opened than the rule allows. */
  headroom: string | null;
}

/** The value of the master less what is no FOB: freight, insurance, commission (Bangladesh practice, domain.md). */
export const netFobOf = ({ amount, freight, insurance, commission }: Basis): Decimal =>
  new Decimal(amount).minus(freight).minus(insurance).minus(commission);

/** Down to the minor unit: what rounds up is more than the rule allows. @param used what all back-to-back LCs of the master come to */
export function limitOf(basis: Basis, rule: Rule | null, used: Decimal.Value): Limit {
  const { currency } = basis;
  const net = netFobOf(basis);
  const limit = rule && net.times(rule.limitPercent).div(100).toDecimalPlaces(minorUnits(currency), Decimal.ROUND_DOWN);
  return {
    netFob: amountText(net, currency),
    limit: limit && amountText(limit, currency),
    used: amountText(used, currency),
    headroom: limit && amountText(limit.minus(used), currency),
  };
}

export function stateOf({ openedOn, acceptedOn, paidOn }: BackToBackDays): BackToBackState {
  if (paidOn) return 'paid';
  if (acceptedOn) return 'accepted';
  return openedOn ? 'opened' : 'planned';
}

/** The day from which the usance counts; null while it is not even expected. */
const usanceBegins = ({ usanceFrom, acceptedOn, shippedOn, expectedOn }: BackToBackDays): Day | null =>
  (usanceFrom === 'acceptance' ? acceptedOn : shippedOn) ?? expectedOn;

/**
 * When the mill is to be paid: as the bank said, else so many days after, that day left out (UCP 600 art. 3), moved on to a day on which
 * our bank is open.
 */
export function maturityOf(of: BackToBackDays, bank: BankingDays): Day | null {
  const from = usanceBegins(of);
  return of.maturesOn ?? (from && onOrAfterOpen(addDays(from, of.usanceDays), bank));
}

/** Whether that day is reckoned from one that is only expected. */
export function isMaturityExpected(of: BackToBackDays): boolean {
  return !of.maturesOn && of.expectedOn !== null && !(of.usanceFrom === 'acceptance' ? of.acceptedOn : of.shippedOn);
}

/** Five banking days, with the weekend they span. */
const BANK_DAYS = 7;

/**
 * The last day on which the master's money is to come. By usance from the shipment: so many days after the last day to ship;
 * else after its expiry, with the bank's five banking days where it pays at sight.
 */
export function masterPaysOn(master: { expiryDate: Day; latestShipmentDate: Day | null; tenor: Tenor | null }): Day {
  const { expiryDate, latestShipmentDate, tenor } = master;
  if (!tenor || tenor.days === 0) return addDays(expiryDate, BANK_DAYS);
  return addDays((tenor.from === 'shipment' ? latestShipmentDate : null) ?? expiryDate, tenor.days);
}

/** What is against the rules of the house's bank: these need a reason. */
export function breachesOf(of: { usanceDays: number }, rule: Rule | null, { headroom }: Limit, currency: string) {
  const breaches: string[] = [];
  if (headroom?.startsWith('-'))
    breaches.push(`It is ${moneyWords(headroom.slice(1), currency)} above what the master leaves.`);
  if (rule && of.usanceDays > rule.maxUsanceDays)
    breaches.push(`${of.usanceDays} days of usance are more than the ${rule.maxUsanceDays} allowed.`);
  return breaches;
}

/** What is wise to know before it is opened. */
export function remarksOn(
  due: Day | null,
  paysOn: Day,
  { expiryDate, masterExpiry }: { expiryDate: Day | null; masterExpiry: Day },
): string[] {
  const remarks: string[] = [];
  const gap = due === null ? null : daysBetween(paysOn, due);
  if (gap !== null && gap < 0)
    remarks.push(`It matures ${count(-gap)} before the master pays, at the latest on ${dayWords(paysOn)}.`);
  if (gap !== null && gap >= 0)
    remarks.push(
      gap === 0
        ? 'It matures on the last day on which the master pays.'
        : `It matures ${count(gap)} after the master pays.`,
    );
  if (expiryDate && expiryDate > masterExpiry)
    remarks.push(`It expires after the master does, on ${dayWords(masterExpiry)}.`);
  return remarks;
}

const count = (days: number) => `${days} ${days === 1 ? 'day' : 'days'}`;
