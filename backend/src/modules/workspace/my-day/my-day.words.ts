import { dayWords, moneyWords } from '../../../platform/values/words';
import { stepLabel } from '../../planning/milestone.vocabulary';
import type { MyDayRow } from './my-day.repository';

type Waiting = Pick<MyDayRow, 'kind' | 'facts' | 'lines' | 'since' | 'orderNumber'>;

const said = ({ facts }: Waiting, name: string): string => {
  const value = facts[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `lab dip round 2` */
const round = (row: Waiting): string =>
  `${said(row, 'type').replaceAll('_', ' ').replace(/^pp /, 'PP ')} round ${said(row, 'round')}`;

/** `lab dip`, `PP sample`: in the middle of a sentence. */
const gate = (row: Waiting): string => said(row, 'gate').replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());

const HOLDER_WORDS: Readonly<Record<string, string>> = { buyer: 'the buyer', mill: 'the mill', lab: 'the laboratory' };

function gateToSend(row: Waiting): string {
  if (said(row, 'key') === 'price') return 'Agree on the price';
  return `${capital(gate(row))}: send round ${Number(said(row, 'round')) + 1}`;
}

function gateWaiting(row: Waiting): string {
  const made = Number(said(row, 'round'));
  const holder = HOLDER_WORDS[said(row, 'holder')] ?? said(row, 'holder');
  return `${capital(gate(row))}${made > 0 ? ` round ${made}` : ''} is overdue with ${holder}`;
}

function step(row: Waiting): string {
  const key = said(row, 'milestone');
  return stepLabel(key);
}

/** `LC 0417`; a number that begins with LC stands alone. */
const credit = (row: Waiting): string => said(row, 'number').replace(/^(?!lc)/i, 'LC ');

const discrepancies = (count: number): string => `${count} ${count === 1 ? 'discrepancy' : 'discrepancies'}`;

/** What is to be done, in one line: `Send lab dip round 2`. */
export function titleOf(row: Waiting): string {
  switch (row.kind) {
    case 'task':
      return said(row, 'title');
    case 'gate_to_send':
      return gateToSend(row);
    case 'gate_waiting':
      return gateWaiting(row);
    case 'condition':
      return `${capital(gate(row))}, on condition: ${said(row, 'condition')}`;
    case 'sample_to_send':
      return `Send ${round(row)}`;
    case 'sample_to_decide':
      return `${capital(round(row))} is with the buyer`;
    case 'step':
      return step(row);
    case 'order_leaving':
      return `${row.orderNumber} leaves`;
    case 'invoice_to_review':
      return `Review ${said(row, 'number')}`;
    case 'invoice_to_confirm':
      return `Confirm ${said(row, 'number')}`;
    case 'credit_to_confirm':
      return `Confirm ${credit(row)}`;
    case 'credit_to_amend':
      return `Have ${credit(row)} amended: ${discrepancies(Number(said(row, 'discrepancies')))}`;
  }
}

/** What makes it easier to judge: how many lines, since when, how much. Null where there is nothing to add. */
export function detailOf(row: Waiting): string | null {
  const since = row.since && `since ${dayWords(row.since)}`;
  const amount = said(row, 'amount') && moneyWords(said(row, 'amount'), said(row, 'currency'));
  const lines = row.lines > 1 ? `${row.lines} lines` : null;
  return [amount, lines, since].filter(Boolean).join(', ') || null;
}
