import {
  Banknote,
  CalendarRange,
  Circle,
  Factory,
  FileCheck,
  FolderOpen,
  Landmark,
  Layers,
  type LucideIcon,
  MessageSquare,
  PackageCheck,
  PackageOpen,
  ScissorsLineDashed,
  Ship,
  Trash2,
} from 'lucide-react';
import type { Tone } from '@/shared/ui/Badge';

export const subjects = [
  'order',
  'lines',
  'samples',
  'pis',
  'lcs',
  'payments',
  'supply',
  'production',
  'shipments',
  'plan',
  'files',
  'talk',
  'deletion',
] as const;
export type Subject = (typeof subjects)[number];

interface Look {
  label: string;
  icon: LucideIcon;
  /** As the API calls them. */
  kinds: readonly string[];
}

export const looks: Record<Subject, Look> = {
  order: { label: 'The order', icon: PackageOpen, kinds: ['order'] },
  lines: { label: 'Styles and lines', icon: Layers, kinds: ['style', 'line', 'gate'] },
  samples: { label: 'Samples', icon: ScissorsLineDashed, kinds: ['sample', 'parcel'] },
  pis: { label: 'PIs', icon: FileCheck, kinds: ['proforma_invoice'] },
  lcs: { label: 'LCs', icon: Landmark, kinds: ['letter_of_credit', 'back_to_back', 'back_to_back_basis'] },
  payments: { label: 'Payments', icon: Banknote, kinds: ['payment', 'receivable'] },
  supply: { label: 'Offers and deliveries', icon: PackageCheck, kinds: ['mill_offer', 'supplier_delivery'] },
  production: { label: 'Output', icon: Factory, kinds: ['production_metric', 'production_entry'] },
  shipments: { label: 'Shipments', icon: Ship, kinds: ['shipment'] },
  plan: { label: 'Plan', icon: CalendarRange, kinds: ['milestone', 'delay', 'incident'] },
  files: { label: 'Files', icon: FolderOpen, kinds: ['document', 'file'] },
  talk: { label: 'Tasks and comments', icon: MessageSquare, kinds: ['task', 'comment'] },
  deletion: { label: 'Requests to delete', icon: Trash2, kinds: ['deletion_request'] },
};

const iconOfKind = new Map(
  Object.values(looks).flatMap(({ icon, kinds }) => kinds.map((kind) => [kind, icon] as const)),
);

const toneOfVerb: Partial<Record<string, Tone>> = {
  approved: 'good',
  confirmed: 'good',
  delivered: 'good',
  rejected: 'bad',
  held: 'bad',
  returned: 'bad',
  expired: 'warn',
  cancelled: 'warn',
  deleted: 'warn',
  removed: 'warn',
  overridden: 'warn',
  created: 'accent',
  imported: 'accent',
  submitted: 'info',
  sent: 'info',
  issued: 'info',
  departed: 'info',
};

/** The thing gives the icon, what was done gives the tone: `sample`, and `sample.rejected` or `rejected`. */
export function lookOf(kind: string, name: string): { icon: LucideIcon; tone: Tone } {
  return { icon: iconOfKind.get(kind) ?? Circle, tone: toneOfVerb[name.slice(name.lastIndexOf('.') + 1)] ?? 'calm' };
}
