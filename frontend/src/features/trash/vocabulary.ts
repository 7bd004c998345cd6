import {
  Banknote,
  CalendarOff,
  CalendarRange,
  Circle,
  Factory,
  FileCheck,
  FileText,
  HandCoins,
  Landmark,
  Layers,
  ListChecks,
  ListTodo,
  type LucideIcon,
  MessageSquare,
  Package,
  PackageCheck,
  PackageOpen,
  Rows3,
  ScissorsLineDashed,
  Ship,
  TriangleAlert,
} from 'lucide-react';

interface Look {
  label: string;
  icon: LucideIcon;
}

/** As the API calls the kinds of things that can be deleted. */
const looks = {
  order: { label: 'Order', icon: PackageOpen },
  style: { label: 'Style', icon: Layers },
  line: { label: 'Line', icon: Rows3 },
  sample: { label: 'Sample', icon: ScissorsLineDashed },
  parcel: { label: 'Parcel', icon: Package },
  mill_offer: { label: 'Mill offer', icon: HandCoins },
  supplier_delivery: { label: 'Delivery', icon: PackageCheck },
  proforma_invoice: { label: 'PI', icon: FileCheck },
  letter_of_credit: { label: 'LC', icon: Landmark },
  back_to_back: { label: 'Back-to-back LC', icon: Landmark },
  payment: { label: 'Payment', icon: Banknote },
  shipment: { label: 'Shipment', icon: Ship },
  production_metric: { label: 'Output', icon: Factory },
  production_entry: { label: 'Output of a line', icon: Factory },
  milestone: { label: 'Step of a plan', icon: CalendarRange },
  incident: { label: 'Incident', icon: TriangleAlert },
  document: { label: 'File', icon: FileText },
  task: { label: 'Task', icon: ListTodo },
  comment: { label: 'Comment', icon: MessageSquare },
  gate_set: { label: 'Gates per fabric', icon: ListChecks },
  tna_template: { label: 'T&A template', icon: CalendarRange },
  calendar: { label: 'Working calendar', icon: CalendarOff },
} as const satisfies Record<string, Look>;

export type KindName = keyof typeof looks;
export const kindNames = Object.keys(looks) as KindName[];

/** A kind that is new here is named as the API does. */
export const lookOf = (kind: string): Look =>
  (looks as Record<string, Look>)[kind] ?? { label: kind.replaceAll('_', ' '), icon: Circle };
