import type { Day } from '../../../platform/values/day';
import type { Severity } from '../notification.entity';

/** What a notice is made of: the event's own facts over those of its subject's first event, and the order's. */
export interface Happening {
  orderNumber: string;
  customerName: string;
  actorName: string | null;
  lineName: string | null;
  /** Of a line that was split: 2 and more after the first. */
  linePart: number;
  /** The house's day on which it was recorded. */
  day: Day;
  facts: Readonly<Record<string, unknown>>;
  /** Whom this telling is for. */
  hearerId?: string;
}

/** `creator`: who brought the subject into the house, e.g. raised the PI. `assignee`: to whom the order was handed;
 * `predecessor`: whose it was until then.
 * `owner` of an alert that is not its order's merchandiser's; `doer` and `giver` of a task; `mentioned`: by a comment, for the first time; `sender` of a file; `requester` and `approver` of a deletion. */
export type Audience =
  | 'merchandiser'
  | 'assignee'
  | 'predecessor'
  | 'creator'
  | 'manager'
  | 'admin'
  | 'owner'
  | 'doer'
  | 'giver'
  | 'mentioned'
  | 'approver'
  | 'requester'
  | 'sender';

/** What a notice says, in one language. */
export interface NoticeWords {
  title: (of: Happening) => string;
  message: (of: Happening) => string;
}

/** Who hears of an event, and in which words in English. */
export interface Notice extends NoticeWords {
  to: readonly Audience[] | ((of: Happening) => readonly Audience[]);
  /** As the catalogue calls it, where that is not the name of the event. */
  type?: string | ((of: Happening) => string);
  severity: Severity | ((of: Happening) => Severity);
}

/** Who hears of it, by their part in it. */
export const audienceOf = ({ to }: Notice, of: Happening): readonly Audience[] =>
  typeof to === 'function' ? to(of) : to;

/** What kind of notice of an event of this name. */
export const typeOf = ({ type }: Notice, eventName: string, of: Happening): string =>
  typeof type === 'function' ? type(of) : (type ?? eventName);

export const severityOf = ({ severity }: Notice, of: Happening): Severity =>
  typeof severity === 'function' ? severity(of) : severity;

export const said = ({ facts }: Happening, name: string): string | null => {
  const value = facts[name];
  return typeof value === 'string' && value.trim() ? value.trim() : null;
};

/** What stands in the event as a number. */
export const counted = ({ facts }: Happening, name: string): number | null => {
  const value = facts[name];
  return typeof value === 'number' ? value : null;
};

export const who = ({ actorName }: Happening): string => actorName ?? 'Provabook';

export const ofBuyer = ({ orderNumber, customerName }: Happening): string => `${orderNumber} of ${customerName}`;

/** `White`, `White part 2` */
export const lineOf = ({ lineName, linePart }: Happening): string | null =>
  lineName && linePart > 1 ? `${lineName} part ${linePart}` : lineName;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What somebody typed, without the full stop at its end. */
export const typed = (of: Happening, name: string): string | null => said(of, name)?.replace(/[.\s]+$/, '') || null;

/** `: “Too red under D65”.`, or the full stop alone. */
export function because(of: Happening, name: string): string {
  const reason = typed(of, name);
  return reason ? `: “${reason}”.` : '.';
}

/** Longer comments are cut: the notice leads to them. */
const EXCERPT = 400;

/** The beginning of what was written, in one line. */
export function excerpt(of: Happening): Happening {
  const body = said(of, 'body')?.replace(/\s+/g, ' ');
  return { ...of, facts: { body: body && body.length > EXCERPT ? `${body.slice(0, EXCERPT).trimEnd()}…` : body } };
}

/** Whom the event mentions for the first time. */
export function newlyMentioned(facts: Happening['facts']): string[] {
  const { newlyMentionedIds } = facts;
  return Array.isArray(newlyMentionedIds) ? newlyMentionedIds.filter((id) => typeof id === 'string') : [];
}

/** Whether it is the hearer whom the event mentions for the first time. */
export const isMentioned = ({ facts, hearerId }: Happening): boolean =>
  hearerId !== undefined && newlyMentioned(facts).includes(hearerId);

/** Whether the hearer is who had the order until then. */
export const isPredecessor = ({ facts, hearerId }: Happening): boolean =>
  hearerId !== undefined && facts['predecessorId'] === hearerId;
