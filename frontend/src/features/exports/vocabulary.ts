import type { ExportDto } from '@/shared/api/generated';
import type { Tone } from '@/shared/ui/Badge';

export const exportStatuses = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;

export const statusLooks: Record<ExportDto['status'], { label: string; tone: Tone }> = {
  queued: { label: 'Waits', tone: 'calm' },
  running: { label: 'Being made', tone: 'warn' },
  done: { label: 'Ready', tone: 'good' },
  failed: { label: 'Failed', tone: 'bad' },
  cancelled: { label: 'Cancelled', tone: 'calm' },
};

export const kindNames: Record<ExportDto['kind'], string> = {
  orders: 'Orders',
  tna: 'T&A',
  production_days: 'Production by day',
  production_entries: 'Production by line',
  purchase_order: 'Purchase order',
};

export const isBeingMade = ({ status }: ExportDto): boolean => status === 'queued' || status === 'running';
