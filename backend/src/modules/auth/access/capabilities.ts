import type { Role } from './actor';

/** `own`: on orders where they are the merchandiser, and everything under them. `house`: on all of them. */
export type Scope = 'own' | 'house';

type Grants = Partial<Record<Role, Scope>>;

const everyone: Grants = { merchandiser: 'own', manager: 'house', admin: 'house' };
const managers: Grants = { manager: 'house', admin: 'house' };
const admins: Grants = { admin: 'house' };

/**
 * Who may do what: the one table. A role that is not named has nothing. The guard, the scope of every query, the
 * OpenAPI document and the screens all read it.
 */
export const CAPABILITIES = {
  'order.read': everyone,
  'order.create': everyone,
  'order.update': everyone,
  'order.reassign': everyone,
  'order.delete': everyone,
  'deletion_request.read': everyone,
  'deletion_request.make': everyone,
  'deletion_request.answer': everyone,
  'approval.record': everyone,
  'task.read': everyone,
  'task.write': everyone,
  'comment.read': everyone,
  'comment.write': everyone,
  'document.read': everyone,
  'document.write': everyone,
  'document.delete': everyone,
  'gate_set.read': everyone,
  'gate_set.write': managers,
  'milestone.read': everyone,
  'milestone.write': everyone,
  'delay.read': everyone,
  'delay.book': everyone,
  'incident.read': everyone,
  'incident.write': everyone,
  'tna_template.read': everyone,
  'tna_template.write': managers,
  'working_calendar.read': everyone,
  'working_calendar.write': managers,
  'alert.read': everyone,
  'alert_rule.read': everyone,
  'alert_rule.write': managers,
  'mill_offer.read': everyone,
  'mill_offer.write': everyone,
  'mill_offer.choose': everyone,
  'supplier_delivery.read': everyone,
  'supplier_delivery.write': everyone,
  'sample.read': everyone,
  'sample.write': everyone,
  'sample.decide': everyone,
  'proforma_invoice.read': everyone,
  'proforma_invoice.write': everyone,
  'proforma_invoice.confirm': managers,
  'proforma_invoice.review': managers,
  'proforma_settings.read': everyone,
  'proforma_settings.write': admins,
  'letter_of_credit.read': everyone,
  'letter_of_credit.write': everyone,
  'letter_of_credit.confirm': managers,
  'back_to_back.read': everyone,
  'back_to_back.write': everyone,
  'back_to_back_rule.write': managers,
  'profit.read': everyone,
  'exchange_rate.write': managers,
  'payment.read': everyone,
  'payment.write': everyone,
  'production.read': everyone,
  'production.write': everyone,
  'shipment.read': everyone,
  'shipment.write': everyone,
  'notification.own': everyone,
  'activity.read': everyone,
  'activity.undo': everyone,
  'trash.read': everyone,
  'trash.restore': everyone,
  'dashboard.read': everyone,
  'import.run': everyone,
  'export.run': everyone,
  'calendar_link.own': everyone,
  'saved_view.own': everyone,
  'saved_view.share': managers,
  'profile.own': everyone,
  'user.list': everyone,
  'user.manage': admins,
  'sign_in_settings.manage': admins,
  'job.manage': admins,
  'mail.manage': admins,
  'audit.read': admins,
  'house.inspect': admins,
  'backup.manage': admins,
  'storage.manage': admins,
} as const satisfies Record<string, Grants>;

export type Capability = keyof typeof CAPABILITIES;

/** How far a role's capability reaches; null when it has none. */
export function scopeOf(role: Role, capability: Capability): Scope | null {
  return (CAPABILITIES[capability] as Grants)[role] ?? null;
}

/** Every capability of a role with its scope: what a screen may offer. */
export function capabilitiesOf(role: Role): Partial<Record<Capability, Scope>> {
  return Object.fromEntries(
    (Object.keys(CAPABILITIES) as Capability[]).flatMap((capability) => {
      const scope = scopeOf(role, capability);
      return scope ? [[capability, scope]] : [];
    }),
  );
}
