import { SEVERITIES, type Severity } from '../notification.entity';
import { lineOf, said, type Audience, type Happening, type Notice } from './notice';

/** Rules of which it is news that they find nothing any more; of the others the notice that was told is marked as read. */
const TOLD_WHEN_CLEARED: readonly unknown[] = ['plan_late'];

/** Who has it, and the managers where the rule says so. Of a task: who is to do it, not who has the order. */
const hearers = ({ facts }: Happening): readonly Audience[] => [
  typeof facts['ownerId'] === 'string' ? 'owner' : 'merchandiser',
  ...(facts['managers'] === true ? (['manager', 'admin'] as const) : []),
];

const severity = ({ facts }: Happening): Severity => SEVERITIES.find((each) => each === facts['severity']) ?? 'warning';

/** `alert.plan_late` */
const type = (of: Happening): string => `alert.${said(of, 'rule') ?? 'raised'}`;

const title = (of: Happening): string => said(of, 'title') ?? `Order ${of.orderNumber} needs you.`;
const why = (of: Happening): string => said(of, 'why') ?? `See the alerts of order ${of.orderNumber}.`;

/** What the rules of alerts find, in their own words. */
export const ALERT_NOTICES = {
  'alert.raised': { to: hearers, type, severity, title, message: why },
  'alert.worsened': { to: hearers, type, severity, title, message: (of) => `It is worse now. ${why(of)}` },
  'alert.cleared': {
    to: (of) => (TOLD_WHEN_CLEARED.includes(of.facts['rule']) ? hearers(of) : []),
    type,
    severity: 'info',
    title: (of) => `Order ${of.orderNumber}: ${lineOf(of) ?? 'a line'} is no longer late by its plan.`,
    message: (of) => `The alert “${title(of).replace(/\.$/, '')}” is cleared.`,
  },
} satisfies Readonly<Record<string, Notice>>;
