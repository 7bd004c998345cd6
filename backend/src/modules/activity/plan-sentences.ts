import { isDay } from '../../platform/values/day';
import { countryName } from '../../platform/values/countries';
import { dayWords, moneyWords } from '../../platform/values/words';
import { because, changed, fact, forLine, milestone, spaced, type Told } from './words';

/** Time and action: plans, their steps, what was lost and what went wrong. */
export const PLAN_SENTENCES: Readonly<Record<string, (told: Told) => string>> = {
  'plan.laid_back': laidBack,
  'plan.laid': (told) => `laid a plan of ${steps(fact(told, 'steps'))}${forLine(told)}`,
  'tna_template.created': (told) => `made the T&A template ${fact(told, 'name') ?? ''}`,
  'tna_template.updated': (told) => changed(told, `the T&A template ${fact(told, 'name') ?? ''}`),
  'tna_template.restored': (told) => `brought the T&A template ${fact(told, 'name') ?? ''} back from the trash`,
  'tna_template.deleted': (told) => `removed the T&A template ${textOf(told.before['name']) ?? ''}`,
  'calendar.created': (told) => `gave ${calendarOwner(told.after)} a working calendar`,
  'calendar.updated': (told) => changed(told, 'a working calendar'),
  'calendar.restored': (told) => `brought the working calendar of ${calendarOwner(told.after)} back from the trash`,
  'calendar.deleted': (told) => `removed the working calendar of ${calendarOwner(told.before)}`,
  'milestone.written': milestoneWritten,
  'milestone.removed': (told) => `removed ${milestone(told)}${forLine(told)}`,
  'milestone.restored': (told) => `brought back ${milestone(told)}${forLine(told)}`,

  'alert.raised': (told) => `raised an alert: “${fact(told, 'title') ?? ''}”`,
  'alert.worsened': (told) => `found that an alert is worse: “${fact(told, 'title') ?? ''}”`,
  'alert.cleared': (told) => `cleared an alert: “${fact(told, 'title') ?? ''}”`,
  'alert_rule.updated': (told) => changed(told, `the alerts “${spaced(fact(told, 'rule') ?? '')}”`),
  'digest.updated': (told) => changed(told, 'the digest of alerts'),

  'delay.booked': (told) => `booked ${lost(told.after, told)}${because(told)}`,
  'delay.rebooked': (told) =>
    `moved ${workingDays(fact(told, 'workingDays'))}${forLine(told)} from ${party(told.before)} to ${party(told.after)}${because(told)}`,
  'delay.taken_back': (told) => `took back ${lost(told.before, told)}`,

  'incident.reported': (told) => `reported ${incident(told)}${severity(told)}${forLine(told)}`,
  'incident.updated': (told) => changed(told, incident(told)),
  'incident.started': (told) => `sees to ${incident(told)}${forLine(told)}`,
  'incident.resolved': (told) => `resolved ${incident(told)}${forLine(told)}${booked(told)}${said(told, 'resolution')}`,
  'incident.closed': (told) => `closed ${incident(told)}${forLine(told)}`,
  'incident.reopened': (told) => `reopened ${incident(told)}${forLine(told)}${because(told)}`,
  'incident.deleted': (told) => `removed ${incident(told)}`,
  'incident.restored': (told) => `brought back ${incident(told)}`,
};

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const steps = (count: string | null): string => (count ? `${count} step${count === '1' ? '' : 's'}` : 'all steps');

/** The most telling of what changed on a step: that it happened, that it does not count, when it is planned, or a note. */
function milestoneWritten(told: Told): string {
  const step = `${milestone(told)}${forLine(told)}`;
  const { actualOn, plannedOn, state } = told.after;
  if (isDay(actualOn)) return `recorded ${step} on ${dayWords(actualOn)}${booked(told)}`;
  if (state === 'open' && isDay(told.before['actualOn'])) return `opened ${step} again`;
  if (state === 'not_applicable' || state === 'rejected') return `marked ${step} as ${spaced(state)}`;
  if (isDay(plannedOn)) {
    const from = told.before['plannedOn'];
    return isDay(from)
      ? `moved the plan of ${step} from ${dayWords(from)} to ${dayWords(plannedOn)}${booked(told)}`
      : `planned ${step} for ${dayWords(plannedOn)}`;
  }
  return changed(told, step);
}

/** `laid the plan for White back from 5 Jan 2027 (Local order): 21 days moved, 2 steps had happened already` */
function laidBack(told: Told): string {
  const [template, etd] = [fact(told, 'template'), fact(told, 'etd')];
  const moved = Object.keys(told.after).length;
  const from = isDay(etd) ? ` ${dayWords(etd)}` : '';
  const happened = Object.keys((told.facts['happened'] ?? {}) as object).length;
  const already = happened ? `, ${steps(String(happened))} had happened already` : '';
  return `laid the plan${forLine(told)} back from${from}${template ? ` (${template})` : ''}: ${moved} day${moved === 1 ? '' : 's'} moved${already}`;
}

/** By name, as banks of their country, or as of nobody in particular. */
function calendarOwner(side: Told['before']): string {
  const country = textOf(side['country']);
  return textOf(side['partyName']) ?? (country ? `banks in ${countryName(country)}` : 'a party');
}

const PARTIES: Readonly<Record<string, string>> = {
  us: 'us',
  mill: 'the mill',
  buyer: 'the buyer',
  lab: 'the laboratory',
  bank: 'the bank',
  other: 'somebody else',
};

/** By name where there is one, else what they are. */
const party = (side: Readonly<Record<string, unknown>>): string =>
  textOf(side['partyName']) ?? PARTIES[textOf(side['party']) ?? ''] ?? 'nobody';

const workingDays = (count: unknown): string =>
  Number.isFinite(Number(count ?? NaN)) ? `${Number(count)} working day${Number(count) === 1 ? '' : 's'}` : 'days';

/** `3 working days of yarn received for White to Padma` */
function lost(side: Told['before'], told: Told): string {
  const step = textOf(side['step']);
  return `${workingDays(side['workingDays'])}${step ? ` of ${step.charAt(0).toLowerCase()}${step.slice(1)}` : ''}${forLine(told)} to ${party(side)}`;
}

/** `, 3 working days booked to Padma`, or nothing. */
function booked({ facts }: Told): string {
  const delays = (Array.isArray(facts['delays']) ? facts['delays'] : []) as Record<string, unknown>[];
  const [most] = delays.filter((delay) => Number(delay['workingDays']) > 0);
  return most ? `, ${workingDays(most['workingDays'])} booked to ${party(most)}` : '';
}

function incident(told: Told): string {
  const title = fact(told, 'title') ?? textOf(told.before['title']);
  return title ? `the incident “${title}”` : 'an incident';
}

/** ` (critical)`, where it is grave. */
function severity(told: Told): string {
  const grade = fact(told, 'severity');
  return grade === 'high' || grade === 'critical' ? ` (${grade})` : '';
}

/** `: “Dyed again.”`, with what it cost; or nothing. */
function said(told: Told, name: string): string {
  const [text, amount, currency] = [name, 'costAmount', 'costCurrency'].map((each) => fact(told, each));
  const cost = amount && currency ? ` (${moneyWords(amount, currency)})` : '';
  return `${cost}${text ? `: “${text}”` : ''}`;
}
