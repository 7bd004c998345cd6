import { CircleCheck, CircleDashed, CircleDot, type LucideIcon, LockKeyhole } from 'lucide-react';
import type { DelayDto, IncidentDto } from '@/shared/api/generated';
import type { Tone } from '@/shared/ui/Badge';
import type { Option } from '@/shared/ui/Input';

export type Status = IncidentDto['status'];
export type Severity = IncidentDto['severity'];
export type IncidentType = IncidentDto['type'];
export type Source = DelayDto['source'];

export const types = ['quality_rejection', 'delay', 'mill_breakdown', 'short_shipment', 'other'] as const;
export const typeNames: Record<IncidentType, string> = {
  quality_rejection: 'Quality rejected',
  delay: 'Delay',
  mill_breakdown: 'Breakdown at the mill',
  short_shipment: 'Short shipment',
  other: 'Something else',
};

/** The worst first, as lists show them. */
export const severities = ['critical', 'high', 'medium', 'low'] as const;
export const severityLooks: Record<Severity, { label: string; tone: Tone }> = {
  critical: { label: 'Critical', tone: 'bad' },
  high: { label: 'High', tone: 'urgent' },
  medium: { label: 'Medium', tone: 'warn' },
  low: { label: 'Low', tone: 'calm' },
};

export const statuses = ['open', 'in_progress', 'resolved', 'closed'] as const;
export const openStatuses = ['open', 'in_progress'] as const;
export const statusLooks: Record<Status, { label: string; tone: Tone; icon: LucideIcon }> = {
  open: { label: 'Open', tone: 'warn', icon: CircleDashed },
  in_progress: { label: 'Seen to', tone: 'info', icon: CircleDot },
  resolved: { label: 'Resolved', tone: 'good', icon: CircleCheck },
  closed: { label: 'Closed', tone: 'calm', icon: LockKeyhole },
};

export const sources = ['step', 'plan', 'incident', 'hand'] as const;
export const sourceNames: Record<Source, string> = {
  step: 'A step happened late',
  plan: 'A planned day was moved',
  incident: 'An incident',
  hand: 'Booked by hand',
};

const optionsOf = <Value extends string>(values: readonly Value[], label: (value: Value) => string): Option<Value>[] =>
  values.map((value) => ({ value, label: label(value) }));

export const typeOptions = optionsOf(types, (type) => typeNames[type]);
export const severityOptions = optionsOf(severities, (severity) => severityLooks[severity].label);
export const statusOptions = optionsOf(statuses, (status) => statusLooks[status].label);
export const sourceOptions = optionsOf(sources, (source) => sourceNames[source]);
