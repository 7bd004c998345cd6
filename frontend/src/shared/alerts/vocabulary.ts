import type { AlertDto, AlertRuleDto } from '@/shared/api/generated';
import { paths } from '@/shared/lib/paths';
import type { Tone } from '@/shared/ui/Badge';

export type AlertRuleName = AlertDto['rule'];
export type AlertSeverity = AlertDto['severity'];

/** The rules as the settings call them, in their order. */
export const ruleNames: Record<AlertRuleName, string> = {
  plan_late: 'Plan is late',
  etd_near: 'ETD is near',
  etd_overdue: 'ETD has passed',
  eta_near: 'ETA is near',
  eta_overdue: 'ETA has passed',
  approval_stuck: 'Approval is stuck',
  lc_expiry_near: 'LC expires',
  lc_latest_shipment_near: 'LC: latest shipment',
  no_production_entry: 'No output entered',
  loss_over_plan: 'Loss is over plan',
  task_overdue: 'Task is overdue',
};

export const ruleOptions = Object.entries(ruleNames).map(([value, label]) => ({ value, label }));

export const severities: Record<AlertSeverity, { label: string; tone: Tone }> = {
  critical: { label: 'Critical', tone: 'bad' },
  warning: { label: 'Warning', tone: 'warn' },
  info: { label: 'Note', tone: 'info' },
};

export const audiences: Record<AlertRuleDto['audience'], string> = {
  owner: 'Who has it',
  managers_when_worse: 'Who has it, and managers once it is worse',
  managers: 'Who has it, and managers at once',
};

/** The tab of its order on which something can be done about it. */
const tabOf: Partial<Record<AlertRuleName, string>> = {
  plan_late: 'plan',
  etd_near: 'shipments',
  etd_overdue: 'shipments',
  eta_near: 'shipments',
  eta_overdue: 'shipments',
  lc_expiry_near: 'money',
  lc_latest_shipment_near: 'money',
  no_production_entry: 'production',
  loss_over_plan: 'production',
};

/** Where something can be done about what a rule found. Who is to do a task may not see its order. */
export function placeOfAlert(rule: AlertRuleName, orderId: string): { to: string; search?: { tab: string } } {
  if (rule === 'task_overdue') return { to: paths.tasks };
  const tab = tabOf[rule];
  return { to: paths.order(orderId), search: tab ? { tab } : undefined };
}

/** `plan_late` of the notice `alert.plan_late`; null of any other notice. */
export function ruleOfNotice(notificationType: string): AlertRuleName | null {
  const rule = notificationType.replace(/^alert\./, '');
  return notificationType !== rule && rule in ruleNames ? (rule as AlertRuleName) : null;
}
