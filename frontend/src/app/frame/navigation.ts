import {
  Bell,
  CalendarClock,
  CalendarDays,
  CalendarPlus,
  DoorOpen,
  Factory,
  FileSpreadsheet,
  History,
  House,
  Keyboard,
  ListTodo,
  type LucideIcon,
  Milestone,
  PackageCheck,
  PackageOpen,
  Plus,
  ScissorsLineDashed,
  Ship,
  Stamp,
  Tags,
  Trash2,
  Users,
  Wallet,
} from 'lucide-react';
import { paths } from '@/shared/lib/paths';
import type { Role } from '@/shared/session';
import { openKeySheet } from './key-sheet-state';

export interface Destination {
  to: string;
  label: string;
  icon: LucideIcon;
  /** The second key after G. */
  key?: string;
  /** For these roles only. */
  roles?: readonly Role[];
  /** In the bar at the foot of a phone; the others are in its menu. */
  onPhone?: boolean;
}

export const destinations: readonly Destination[] = [
  { to: paths.home, label: 'Home', icon: House, key: 'h', onPhone: true },
  { to: paths.orders, label: 'Orders', icon: PackageOpen, key: 'o', onPhone: true },
  { to: paths.approvals, label: 'Approvals', icon: Stamp, key: 'a' },
  { to: paths.samples, label: 'Samples', icon: ScissorsLineDashed, key: 's', onPhone: true },
  { to: paths.tasks, label: 'Tasks', icon: ListTodo, key: 't' },
  { to: paths.millOffers, label: 'Mill offers', icon: Tags, key: 'f' },
  { to: paths.late, label: 'Forecast', icon: CalendarClock, key: 'l' },
  { to: paths.production, label: 'Production', icon: Factory, key: 'p' },
  { to: paths.deliveries, label: 'Deliveries', icon: PackageCheck, key: 'e' },
  { to: paths.money, label: 'Money', icon: Wallet, key: 'm' },
  { to: paths.shipments, label: 'Shipments', icon: Ship, key: 'd' },
  { to: paths.inbox, label: 'Inbox', icon: Bell, key: 'i', onPhone: true },
  { to: paths.activity, label: 'Activity', icon: History, key: 'y' },
  { to: paths.trash, label: 'Trash', icon: Trash2 },
  { to: paths.gateSets, label: 'Gate sets', icon: DoorOpen, roles: ['manager', 'admin'] },
  { to: paths.tnaTemplates, label: 'T&A templates', icon: Milestone, roles: ['manager', 'admin'] },
  { to: paths.workingCalendars, label: 'Working days', icon: CalendarDays, roles: ['manager', 'admin'] },
  { to: paths.users, label: 'Users', icon: Users, roles: ['admin'] },
];

export function destinationsFor(role: Role): Destination[] {
  return destinations.filter(({ roles }) => !roles || roles.includes(role));
}

/** What may be done from anywhere: the palette offers it. */
export const deeds = [
  { label: 'New order', icon: Plus, to: paths.newOrder, keys: ['N'] },
  { label: 'Import a workbook', icon: FileSpreadsheet, to: paths.importOrders },
  { label: 'Enter output', icon: CalendarPlus, to: paths.enterOutput },
  { label: 'Show the keys', icon: Keyboard, run: openKeySheet, keys: ['?'] },
] as const;
