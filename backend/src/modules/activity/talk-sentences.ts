import { because, changed, fact, fieldWords, forLine, type Told } from './words';

/** Longer texts are cut: the sentence leads to the thing itself. */
const EXCERPT = 90;

/** “Chase the mill for the second lab dip” */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > EXCERPT ? `${line.slice(0, EXCERPT - 1).trimEnd()}…` : line}”`;
}

function task(told: Told): string {
  const title = fact(told, 'title');
  return `${title ? `the task ${quoted(title)}` : 'a task'}${forLine(told)}`;
}

/** ` to Rafi Ahmed`; nothing for one's own and for nobody's. */
function toAssignee(told: Told): string {
  const name = fact(told, 'assigneeName');
  return name && fact(told, 'assignedToId') !== fact(told, 'assignedById') ? ` to ${name}` : '';
}

function created(told: Told): string {
  const to = toAssignee(told);
  return to ? `gave ${task(told)}${to}` : `added ${task(told)}`;
}

function completed(told: Told): string {
  const gate = fact(told, 'closedByGate');
  return gate ? `approved the ${gateWords(gate)}, so ${task(told)} is done` : `completed ${task(told)}`;
}

function reopened(told: Told): string {
  const gate = fact(told, 'reopenedByGate');
  return gate
    ? `took back the approval of the ${gateWords(gate)}, so ${task(told)} is open again`
    : `reopened ${task(told)}`;
}

/** `labDip` → `lab dip`, `custom_wash_test` → `wash test` */
const gateWords = (gate: string): string => fieldWords(gate.replace(/^custom_/, '')).replaceAll('_', ' ');

/** `: “dip R2 couriered”` */
function said(side: Told['before']): string {
  const { body } = side;
  return typeof body === 'string' && body.trim() ? `: ${quoted(body)}` : '';
}

/** What people did with tasks and comments. */
export const TALK_SENTENCES: Readonly<Record<string, (told: Told) => string>> = {
  'task.created': created,
  'task.updated': (told) => changed(told, task(told)),
  'task.assigned': (told) => {
    const name = fact(told, 'assigneeName');
    return name ? `handed ${task(told)} to ${name}` : `took ${task(told)} from its assignee`;
  },
  'task.started': (told) => `started ${task(told)}`,
  'task.completed': completed,
  'task.cancelled': (told) => `cancelled ${task(told)}${because(told)}`,
  'task.reopened': reopened,
  'task.deleted': (told) => `removed ${task(told)}`,

  'comment.written': (told) => `${pinned(told) ?? `commented${onPart(told)}`}${said(told.after)}`,
  'comment.edited': (told) => `changed a comment${onPart(told)}${said(told.after)}`,
  'comment.removed': (told) => `removed a comment${onPart(told)}${said(told.before)}`,
};

/** ` on Black`, ` on a sample for Black`, or nothing for the whole order. */
function onPart(told: Told): string {
  if (fact(told, 'sampleId')) return ` on a sample${forLine(told)}`;
  return told.lineName ? ` on ${told.lineName}` : '';
}

/** `pinned a note to option B of a sample for Black`; null for a comment that lies on no picture. */
function pinned(told: Told): string | null {
  const to = fact(told, 'pinnedTo');
  return to && `pinned a note to ${to} of a sample${forLine(told)}`;
}
