import type { Language } from '../../../platform/mail/letter';
import { daysBetween, type Day } from '../../../platform/values/day';
import { dayWords, quantityWords } from '../../../platform/values/words';
import type { Holder } from '../../orders/gates/gate.vocabulary';
import { HOLDER_WORDS } from '../calendar/calendar.vocabulary';
import type { PlanCause, PlanLink } from '../plan/line-plan.entity';
import type { AlertRuleKey } from './alert.vocabulary';
import { alertWordsInBangla } from './alert.words.bn';

/** What a rule found: days, never "days left", so that it stays true. Which of them there are depends on the rule. */
export interface AlertFacts {
  /** The day that it is about: ETD, ETA, expiry, latest shipment, due. */
  on?: Day;
  /** On how many lines; 0 for an order that has none. */
  lines?: number;
  /** Of a line whose plan is late. */
  slackDays?: number;
  etd?: Day;
  forecastOn?: Day;
  chain?: PlanLink[];
  /** The step that cost the line most of its days, of those that happened and that the chain waited for. */
  cause?: Omit<PlanCause, 'key'>;
  /** Of a gate. */
  gate?: string;
  holder?: Holder;
  heldSince?: Day;
  /** Of an LC. */
  number?: string;
  /** Of output: whether any was entered, and percentages of loss with the kilograms that they come from. */
  entered?: boolean;
  lost?: string;
  planned?: string;
  knitted?: string;
  finished?: string;
  /** Of a task. */
  title?: string;
}

/** What an alert is about, as its sentences name it. */
export interface AlertSubject {
  rule: AlertRuleKey;
  facts: AlertFacts;
  orderNumber: string;
  /** Where it is about one line. */
  lineLabel: string | null;
}

/** An alert in words: what is the matter, and why. */
export interface AlertWords {
  title: string;
  why: string;
}

/** @param day the house's today: what is told of days left or gone is counted from it */
export function alertWords(alert: AlertSubject, day: Day, language: Language = 'en'): AlertWords {
  return language === 'bn' ? alertWordsInBangla(alert, day) : alertWordsInEnglish(alert, day);
}

function alertWordsInEnglish(alert: AlertSubject, day: Day): AlertWords {
  const { rule, facts } = alert;
  const on = facts.on ? dayWords(facts.on) : '';
  const left = facts.on ? daysBetween(day, facts.on) : 0;
  const [thing, leaves] = [goods(alert), several(alert) ? ['leave', 'were'] : ['leaves', 'was']];
  switch (rule) {
    case 'plan_late':
      return planLate(alert);
    case 'etd_near':
      return {
        title: `${thing} ${leaves[0]} on ${on}.`,
        why: `The ETD is ${inDays(left)}, and nothing is recorded as having left.`,
      };
    case 'etd_overdue':
      return {
        title: `${thing} ${leaves[1]} to leave on ${on}.`,
        why: `That was ${ago(-left)}, and nothing is recorded as having left. Record the shipment, or agree on another ETD.`,
      };
    case 'eta_near':
      return {
        title: `${thing} ${several(alert) ? 'are' : 'is'} to arrive on ${on}.`,
        why: `The ETA is ${inDays(left)}, and nothing is recorded as delivered.`,
      };
    case 'eta_overdue':
      return {
        title: `${thing} ${leaves[1]} to arrive on ${on}.`,
        why: `That was ${ago(-left)}, and nothing is recorded as delivered. Record the arrival, or ask the carrier.`,
      };
    case 'approval_stuck':
      return approvalStuck(alert, day);
    case 'lc_expiry_near':
      return {
        title: `${credit(facts)} of ${alert.orderNumber} ${left < 0 ? 'expired' : 'expires'} on ${on}.`,
        why:
          left < 0
            ? `That was ${ago(-left)}, and the order is still open. Have it amended, or record the one that takes its place.`
            : `That is ${inDays(left)}: documents have to be with the bank by then.`,
      };
    case 'lc_latest_shipment_near':
      return {
        title: `${credit(facts)} of ${alert.orderNumber} lets goods leave until ${on}.`,
        why: `That ${left < 0 ? `was ${ago(-left)}` : `is ${inDays(left)}`}, and no shipment of the order has left. After that day the bank need not pay: ship, or have it amended.`,
      };
    case 'no_production_entry':
      return {
        title: `No output of ${thing} since ${on}.`,
        why: `${facts.entered ? 'The last number is of that day' : 'Knitting began on that day'}, ${ago(-left)}, and by its plan it is still in production. Enter the output, or ask the mill.`,
      };
    case 'loss_over_plan':
      return {
        title: `${thing} lost ${facts.lost} % in process; ${facts.planned} % was planned.`,
        why: `${quantityWords(facts.knitted ?? '0', 'kg')} were knitted and ${quantityWords(facts.finished ?? '0', 'kg')} finished; the loss counts on what is finished.`,
      };
    case 'task_overdue':
      return {
        title: `A task of ${alert.orderNumber} is overdue: “${facts.title?.replace(/[.\s]+$/, '') ?? ''}”.`,
        why: `It was due on ${on}, ${ago(-left)}.`,
      };
  }
}

function planLate({ facts, orderNumber, lineLabel }: AlertSubject): AlertWords {
  const { slackDays = 0, etd, forecastOn, chain = [], cause } = facts;
  const late = counted(-slackDays, 'working day');
  const links = shortened(chain.map(({ label, holder, on }) => `${label} (${HOLDER_WORDS[holder]}, ${dayWords(on)})`));
  return {
    title: `${lineLabel ?? 'A line'} of ${orderNumber} will be ${late} late.`,
    why: [
      forecastOn && etd ? `As things stand it leaves on ${dayWords(forecastOn)}; its ETD is ${dayWords(etd)}.` : '',
      cause
        ? `${cause.label} (${HOLDER_WORDS[cause.holder]}) was ${counted(cause.workingDays, 'working day')} late: due on ${dayWords(cause.dueOn)}, done on ${dayWords(cause.actualOn)}.`
        : '',
      links.length ? `What decides it: ${links.join(' → ')}.` : '',
    ]
      .filter(Boolean)
      .join(' '),
  };
}

/** The first links, where a chain begins to slip, and the last; `chain` of the alert has all of it. */
const shortened = (links: readonly string[]): readonly string[] =>
  links.length > 5 ? [...links.slice(0, 3), `${links.length - 4} more steps`, ...links.slice(-1)] : links;

function approvalStuck({ facts, orderNumber, lineLabel }: AlertSubject, day: Day): AlertWords {
  const { gate = 'A gate', holder = 'us', heldSince, on, lines = 1 } = facts;
  const of = `${gate} of ${lines > 1 ? `${lines} lines of ` : lineLabel ? `${lineLabel} of ` : ''}${orderNumber}`;
  const held = heldSince ? ` for ${counted(daysBetween(heldSince, day), 'day')}` : '';
  const where = holder === 'us' ? `has waited for us${held}` : `has been with ${HOLDER_WORDS[holder]}${held}`;
  return {
    title: `${of} ${where}.`,
    why: on
      ? `${holder === 'us' ? 'It was to go out' : 'It was to be back'} by ${dayWords(on)}, ${ago(daysBetween(on, day))}.`
      : '',
  };
}

const several = ({ facts }: AlertSubject): boolean => (facts.lines ?? 0) > 1;

/** `White of PO-1182`, `3 lines of PO-1182`, `PO-1182` */
function goods({ facts, orderNumber, lineLabel }: AlertSubject): string {
  if ((facts.lines ?? 0) > 1) return `${facts.lines} lines of ${orderNumber}`;
  return lineLabel ? `${lineLabel} of ${orderNumber}` : orderNumber;
}

const credit = ({ number = '' }: AlertFacts): string => number.replace(/^(?!lc)/i, 'LC ');

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const inDays = (days: number): string => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`);

const ago = (days: number): string => (days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`);
