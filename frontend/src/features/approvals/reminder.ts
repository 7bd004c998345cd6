import type { LineGateDto } from '@/shared/api/generated';
import { daysBetween, formatDay, plural } from '@/shared/lib/format';
import type { SentRound } from './api';

/** Whom a reminder is for, as the button and the letter call them. Null where nobody is waited for. */
export function hearerOf({ holder, customerName, millName, merchandiser }: LineGateDto): string | null {
  if (holder === 'buyer') return customerName;
  if (holder === 'mill') return millName ?? 'the mill';
  if (holder === 'lab') return 'the laboratory';
  return holder && (merchandiser?.fullName ?? null);
}

/**
 * Words for somebody outside, to be pasted into a mail or a chat: what, since when, and what depends on it. They name neither
 * the mill to the buyer nor the buyer to the mill. @param today of the house
 */
export function reminderText(gate: LineGateDto, round: SentRound | null, from: string, today: string): string {
  const { name, orderNumber, styleNumber, colorName, colorCode, heldSince, allowedDays, etd } = gate;
  const held = heldSince ? daysBetween(heldSince, today) : 0;
  const what = [inSentence(name), gate.round > 1 && `round ${gate.round}`];
  const colour = colorName ?? colorCode;
  const sent = gate.holder === 'buyer' && [round?.courierName, round?.awbNumber].filter(Boolean).join(' ');
  return [
    `Dear ${hearerOf(gate)},`,
    [
      `The ${what.filter(Boolean).join(', ')} of style ${styleNumber}${colour ? `, ${colour}` : ''} (order ${orderNumber}) has been with you`,
      heldSince ? ` since ${formatDay(heldSince)}: ${plural(held, 'day')}` : '',
      heldSince && allowedDays !== null && held > allowedDays
        ? `, where ${plural(allowedDays, 'day')} were planned`
        : '',
      '.',
      sent ? ` It went by ${sent}.` : '',
      etd ? ` Our ETD of ${formatDay(etd)} depends on it.` : '',
    ].join(''),
    gate.holder === 'buyer'
      ? 'Could you let us have your comments today?'
      : 'Could you tell us today when it is ready?',
    `Kind regards\n${from}`,
  ].join('\n\n');
}

/** `lab dip`, but `PP sample`. */
const inSentence = (name: string): string =>
  /^.[a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
