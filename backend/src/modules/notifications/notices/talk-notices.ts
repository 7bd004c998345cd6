import { dayWords } from '../../../platform/values/words';
import { because, excerpt, isMentioned, ofBuyer, said, typed, who, type Happening, type Notice } from './notice';

/** Tasks and comments. */
export const TALK_NOTICES = {
  // Who is to do a task may not see its order: these tell its number, and no more of it.
  'task.created': {
    to: ['doer'],
    severity: 'info',
    title: (of) => `${who(of)} gave you a task on order ${of.orderNumber}.`,
    message: (of) => `${who(of)} asks you, for order ${of.orderNumber}: ${task(of)}${byDay(of)}.`,
  },
  'task.assigned': {
    to: ['doer'],
    severity: 'info',
    title: (of) => `${who(of)} handed you a task on order ${of.orderNumber}.`,
    message: (of) => `${who(of)} asks you, for order ${of.orderNumber}: ${task(of)}${byDay(of)}.`,
  },
  'task.completed': {
    to: ['giver', 'doer'],
    severity: 'info',
    title: (of) => `A task on order ${of.orderNumber} is done.`,
    message: (of) =>
      said(of, 'closedByGate')
        ? `${who(of)} recorded an approval on order ${of.orderNumber}, which closes a task: ${task(of)}.`
        : `${who(of)} completed a task on order ${of.orderNumber}: ${task(of)}.`,
  },
  'task.reopened': {
    to: (of) => (said(of, 'reopenedByGate') ? ['doer', 'giver'] : []),
    severity: 'info',
    title: (of) => `A task on order ${of.orderNumber} is open again.`,
    message: (of) =>
      `${who(of)} took back an approval on order ${of.orderNumber} that had closed a task. It is to be done again: ${task(of)}${byDay(of)}.`,
  },
  'comment.written': {
    to: ['mentioned', 'merchandiser'],
    severity: 'info',
    title: (of) => `${who(of)} ${isMentioned(of) ? 'mentioned you' : 'commented'} on order ${of.orderNumber}.`,
    message: (of) => `${who(of)} wrote on order ${ofBuyer(of)}${because(excerpt(of), 'body')}`,
  },
  'comment.edited': {
    to: ['mentioned'],
    severity: 'info',
    title: (of) => `${who(of)} mentioned you on order ${of.orderNumber}.`,
    message: (of) => `${who(of)} wrote on order ${ofBuyer(of)}${because(excerpt(of), 'body')}`,
  },
} satisfies Readonly<Record<string, Notice>>;

/** “Chase the mill for the second lab dip” */
const task = (of: Happening): string => `“${typed(of, 'title') ?? 'a task'}”`;

/** `, by 24 Nov 2026` */
function byDay(of: Happening): string {
  const day = said(of, 'dueDate');
  return day ? `, by ${dayWords(day)}` : '';
}
