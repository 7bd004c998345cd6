import {
  Factory,
  FileCheck,
  FileUp,
  Landmark,
  ListTodo,
  type LucideIcon,
  MessageSquare,
  PackageOpen,
  ScissorsLineDashed,
  Ship,
  Siren,
  Trash2,
} from 'lucide-react';
import type { NotificationDto } from '@/shared/api/generated';
import { placeOfAlert, ruleNames, ruleOfNotice } from '@/shared/alerts/vocabulary';
import { paths } from '@/shared/lib/paths';

export const topicNames = [
  'alerts',
  'orders',
  'tasks',
  'comments',
  'samples',
  'files',
  'pis',
  'lcs',
  'shipments',
  'production',
] as const;
export type TopicName = (typeof topicNames)[number];

interface Topic {
  label: string;
  icon: LucideIcon;
  /** The events that the API tells of. */
  types: readonly string[];
}

export const topics: Record<TopicName, Topic> = {
  alerts: { label: 'Alerts', icon: Siren, types: Object.keys(ruleNames).map((rule) => `alert.${rule}`) },
  orders: {
    label: 'Orders',
    icon: PackageOpen,
    types: [
      'deletion_request',
      'deletion_approved',
      'deletion_declined',
      'deletion_withdrawn',
      'order.assigned',
      'order.revised',
      'line.revised',
      'order.delivered',
      'gate.overridden',
      'gate.reminded',
    ],
  },
  tasks: {
    label: 'Tasks',
    icon: ListTodo,
    types: ['task.created', 'task.assigned', 'task.completed', 'task.reopened'],
  },
  comments: { label: 'Comments', icon: MessageSquare, types: ['comment.written', 'comment.edited'] },
  samples: { label: 'Samples', icon: ScissorsLineDashed, types: ['sample.approved', 'sample.rejected'] },
  files: { label: 'Files', icon: FileUp, types: ['document.version_added', 'file.held'] },
  pis: {
    label: 'PIs',
    icon: FileCheck,
    types: ['proforma_invoice.sent', 'proforma_invoice.confirmed', 'proforma_invoice.cancelled'],
  },
  lcs: { label: 'LCs', icon: Landmark, types: ['letter_of_credit.issued', 'letter_of_credit.confirmed'] },
  shipments: { label: 'Shipments', icon: Ship, types: ['shipment.delivered', 'shipment.returned'] },
  production: { label: 'Output', icon: Factory, types: ['production_metric.recorded', 'production_entry.recorded'] },
};

/** By `relatedType`; a kind that is new here gets a bell. */
export const iconOfKind: Partial<Record<string, LucideIcon>> = {
  alert: topics.alerts.icon,
  order: topics.orders.icon,
  deletion_request: Trash2,
  line: topics.orders.icon,
  task: topics.tasks.icon,
  comment: topics.comments.icon,
  sample: topics.samples.icon,
  document: topics.files.icon,
  file: topics.files.icon,
  proforma_invoice: topics.pis.icon,
  letter_of_credit: topics.lcs.icon,
  shipment: topics.shipments.icon,
  production_metric: topics.production.icon,
  production_entry: topics.production.icon,
};

/** Where what it tells of is to be seen: the thing itself, or else the order that it belongs to. */
export function placeOf({
  relatedType,
  relatedId,
  orderId,
  notificationType,
}: Pick<NotificationDto, 'relatedType' | 'relatedId' | 'orderId' | 'notificationType'>): {
  to: string;
  search?: Record<string, string>;
} | null {
  if (relatedId && relatedType === 'sample') return { to: paths.sample(relatedId) };
  if (relatedId && relatedType === 'proforma_invoice') return { to: paths.proformaInvoice(relatedId) };
  if (relatedId && relatedType === 'letter_of_credit') return { to: paths.letterOfCredit(relatedId) };
  if (relatedId && relatedType === 'shipment') return { to: paths.shipment(relatedId) };
  // Who is to do a task may not see its order.
  if (relatedType === 'task') return { to: paths.tasks, search: relatedId ? { task: relatedId } : undefined };
  if (relatedType === 'deletion_request') return { to: paths.deletionRequests };
  if (!orderId) return null;
  const rule = ruleOfNotice(notificationType);
  if (rule) return placeOfAlert(rule, orderId);
  if (relatedType === 'comment') return { to: paths.order(orderId), search: { tab: 'comments' } };
  if (relatedId && relatedType === 'document') {
    return { to: paths.order(orderId), search: { tab: 'files', file: relatedId } };
  }
  return {
    to: paths.order(orderId),
    search: relatedType?.startsWith('production_') ? { tab: 'production' } : undefined,
  };
}
