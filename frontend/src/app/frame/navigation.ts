import {
  Bell,
  BookOpen,
  CalendarClock,
  CalendarDays,
  CalendarPlus,
  ChartColumn,
  Container,
  DoorOpen,
  Factory,
  FileSpreadsheet,
  FolderDown,
  History,
  House,
  Keyboard,
  ListTodo,
  type LucideIcon,
  Milestone,
  PackageCheck,
  PackageOpen,
  Palette,
  Plus,
  ScissorsLineDashed,
  ServerCog,
  Settings,
  ShieldCheck,
  Ship,
  Shirt,
  Siren,
  ReceiptText,
  SlidersHorizontal,
  Stamp,
  Tags,
  Trash2,
  TriangleAlert,
  Users,
  Wallet,
} from 'lucide-react';
import { paths } from '@/shared/lib/paths';
import type { Role } from '@/shared/session';
import { openKeySheet } from './key-sheet-state';

/** The groups of the rail; what is in none stands above them. */
export const groups = [
  { name: 'development', label: 'Development', icon: Palette, folded: false },
  { name: 'making', label: 'Making', icon: Shirt, folded: false },
  { name: 'leaving', label: 'Shipping and money', icon: Container, folded: false },
  { name: 'records', label: 'Records', icon: BookOpen, folded: true },
  { name: 'settings', label: 'Settings', icon: Settings, folded: true },
] as const satisfies readonly { name: string; label: string; icon: LucideIcon; folded: boolean }[];

export type Group = (typeof groups)[number];

export interface Destination {
  to: string;
  label: string;
  icon: LucideIcon;
  group?: Group['name'];
  /** The second key after G. */
  key?: string;
  /** For these roles only. */
  roles?: readonly Role[];
  /** In the bar at the foot of a phone; the others are in its menu. */
  onPhone?: boolean;
}

const managers: readonly Role[] = ['manager', 'admin'];

export const destinations: readonly Destination[] = [
  { to: paths.home, label: 'Home', icon: House, key: 'h', onPhone: true },
  { to: paths.orders, label: 'Orders', icon: PackageOpen, key: 'o', onPhone: true },
  { to: paths.figures, label: 'Figures', icon: ChartColumn, key: 'u' },
  { to: paths.tasks, label: 'Tasks', icon: ListTodo, key: 't' },
  { to: paths.alerts, label: 'Alerts', icon: Siren, key: 'w' },
  { to: paths.inbox, label: 'Inbox', icon: Bell, key: 'i', onPhone: true },
  { to: paths.approvals, label: 'Approvals', icon: Stamp, key: 'a', group: 'development' },
  { to: paths.samples, label: 'Samples', icon: ScissorsLineDashed, key: 's', onPhone: true, group: 'development' },
  { to: paths.millOffers, label: 'Mill offers', icon: Tags, key: 'f', group: 'development' },
  { to: paths.late, label: 'Time and action', icon: CalendarClock, key: 'l', group: 'making' },
  { to: paths.production, label: 'Production', icon: Factory, key: 'p', group: 'making' },
  { to: paths.incidents, label: 'Incidents', icon: TriangleAlert, key: 'x', group: 'making' },
  { to: paths.deliveries, label: 'Deliveries', icon: PackageCheck, key: 'e', group: 'making' },
  { to: paths.shipments, label: 'Shipments', icon: Ship, key: 'd', group: 'leaving' },
  { to: paths.money, label: 'Money', icon: Wallet, key: 'm', group: 'leaving' },
  { to: paths.activity, label: 'Activity', icon: History, key: 'y', group: 'records' },
  { to: paths.exports, label: 'Exports', icon: FolderDown, key: 'r', group: 'records' },
  { to: paths.trash, label: 'Trash', icon: Trash2, group: 'records' },
  { to: paths.alertRules, label: 'Rules of alerts', icon: SlidersHorizontal, roles: managers, group: 'settings' },
  { to: paths.gateSets, label: 'Gate sets', icon: DoorOpen, roles: managers, group: 'settings' },
  { to: paths.tnaTemplates, label: 'T&A templates', icon: Milestone, roles: managers, group: 'settings' },
  { to: paths.workingCalendars, label: 'Working days', icon: CalendarDays, roles: managers, group: 'settings' },
  { to: paths.proformaSettings, label: 'Proforma invoices', icon: ReceiptText, roles: ['admin'], group: 'settings' },
  { to: paths.administration, label: 'Administration', icon: ServerCog, roles: ['admin'], group: 'settings' },
  { to: paths.signInSettings, label: 'Sign-in', icon: ShieldCheck, roles: ['admin'], group: 'settings' },
  { to: paths.users, label: 'Users', icon: Users, roles: ['admin'], group: 'settings' },
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
