import {
  BadgeCheck,
  CalendarClock,
  CircleDotDashed,
  FileCheck,
  FilePen,
  FileSearch,
  Hourglass,
  Landmark,
  ListTodo,
  type LucideIcon,
  PackageOpen,
  Send,
  TriangleAlert,
} from 'lucide-react';
import type { MyDayItemDto } from '@/shared/api/generated';
import { paths } from '@/shared/lib/paths';

export type Kind = MyDayItemDto['kind'];

interface Look {
  /** Of all of this kind. */
  label: string;
  icon: LucideIcon;
  /** The verb of its button; a task is ticked off instead. */
  verb: string;
}

export const looks: Readonly<Record<Kind, Look>> = {
  task: { label: 'Tasks', icon: ListTodo, verb: 'Open' },
  gate_to_send: { label: 'Gates to send', icon: CircleDotDashed, verb: 'Record' },
  gate_waiting: { label: 'Gates overdue elsewhere', icon: Hourglass, verb: 'Chase' },
  condition: { label: 'Open conditions', icon: TriangleAlert, verb: 'See to it' },
  sample_to_send: { label: 'Samples to send', icon: Send, verb: 'Send' },
  sample_to_decide: { label: 'Samples with the buyer', icon: BadgeCheck, verb: 'Decide' },
  step: { label: 'Steps of the plan', icon: CalendarClock, verb: 'Record' },
  order_leaving: { label: 'Orders leaving', icon: PackageOpen, verb: 'Open' },
  invoice_to_review: { label: 'PIs to review', icon: FileSearch, verb: 'Review' },
  invoice_to_confirm: { label: 'PIs to confirm', icon: FileCheck, verb: 'Review' },
  credit_to_amend: { label: 'LCs to have amended', icon: FilePen, verb: 'Look' },
  credit_to_confirm: { label: 'LCs to confirm', icon: Landmark, verb: 'Review' },
};

export const kinds = Object.keys(looks) as Kind[];

/** Where it is done; null where the order is not theirs to see. */
export function placeOf(item: MyDayItemDto): { to: string; search?: Record<string, string> } | null {
  const { kind, relatedId, orderId, orderLineId } = item;
  if (kind === 'task') return relatedId ? { to: paths.tasks, search: { task: relatedId } } : null;
  if (!orderId) return null;
  if (relatedId && (kind === 'sample_to_send' || kind === 'sample_to_decide')) return { to: paths.sample(relatedId) };
  if (relatedId && (kind === 'invoice_to_review' || kind === 'invoice_to_confirm'))
    return { to: paths.proformaInvoice(relatedId) };
  if (relatedId && (kind === 'credit_to_confirm' || kind === 'credit_to_amend'))
    return { to: paths.letterOfCredit(relatedId) };
  if (kind === 'step') return { to: paths.order(orderId), search: { tab: 'plan' } };
  if (kind !== 'order_leaving' && orderLineId) return { to: paths.order(orderId), search: { line: orderLineId } };
  return { to: paths.order(orderId) };
}
