import type { JobDto, MailSummaryDto } from '@/shared/api/generated';
import { sentenceCase } from '@/shared/lib/format';
import type { Tone } from '@/shared/ui/Badge';

interface Look {
  label: string;
  tone: Tone;
}

export const jobStates = ['dead', 'waiting', 'running', 'done', 'cancelled'] as const satisfies JobDto['state'][];
export const jobLooks: Record<JobDto['state'], Look> = {
  dead: { label: 'Failed for good', tone: 'bad' },
  waiting: { label: 'Waiting', tone: 'calm' },
  running: { label: 'Running', tone: 'info' },
  done: { label: 'Done', tone: 'good' },
  cancelled: { label: 'Cancelled', tone: 'calm' },
};

export const mailResults = ['sent', 'failed', 'queued'] as const satisfies MailSummaryDto['state'][];
export const mailLooks: Record<MailSummaryDto['state'], Look> = {
  sent: { label: 'Sent', tone: 'good' },
  failed: { label: 'Not sent', tone: 'bad' },
  queued: { label: 'On its way', tone: 'info' },
};

export const mailKinds = [
  'account',
  'digest',
  'notice',
  'proforma_invoice',
] as const satisfies MailSummaryDto['kind'][];
export const mailKindNames: Record<MailSummaryDto['kind'], string> = {
  account: 'Account',
  digest: 'Digest',
  notice: 'Notice',
  proforma_invoice: 'PI',
};

/** `proforma-mails` → `Proforma mails` */
export const queueName = (queue: string): string => sentenceCase(queue.replaceAll('-', ' '));
