import type { Severity } from '../notification.entity';

/** What a notice is made of: the event's own facts over those of its subject's first event, and the order's. */
export interface Happening {
  orderNumber: string;
  customerName: string;
  actorName: string | null;
  lineName: string | null;
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

export interface Notice {
  to: readonly Audience[] | ((of: Happening) => readonly Audience[]);
  /** As the catalogue calls it, where that is not the name of the event. */
  type?: string | ((of: Happening) => string);
  severity: Severity | ((of: Happening) => Severity);
  title: (of: Happening) => string;
  message: (of: Happening) => string;
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

export const who = ({ actorName }: Happening): string => actorName ?? 'Provabook';

export const ofBuyer = ({ orderNumber, customerName }: Happening): string => `${orderNumber} of ${customerName}`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `: “Too red under D65”.`, or the full stop alone. */
export function because(of: Happening, name: string): string {
  const reason = said(of, name)?.replace(/[.\s]+$/, '');
  return reason ? `: “${reason}”.` : '.';
}

/** Whom the event mentions for the first time. */
export function newlyMentioned(facts: Happening['facts']): string[] {
  const { newlyMentionedIds } = facts;
  return Array.isArray(newlyMentionedIds) ? newlyMentionedIds.filter((id) => typeof id === 'string') : [];
}
