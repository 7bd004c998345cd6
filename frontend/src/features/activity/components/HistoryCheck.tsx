import type { UseQueryResult } from '@tanstack/react-query';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { toProblem } from '@/shared/api/errors';
import type { ActivityVerificationDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { plural } from '@/shared/lib/format';

/** What the check of the chain of hashes has found, in words. */
export function HistoryCheck({
  check: { data, error, isFetching },
}: {
  check: UseQueryResult<ActivityVerificationDto>;
}) {
  const bad = error !== null || data?.intact === false;
  const Icon = bad ? ShieldAlert : ShieldCheck;
  return (
    <p
      role="status"
      className={cx(
        'flex items-start gap-2.5 border-b border-line px-4 py-2.5 text-[0.8125rem] sm:px-5',
        isFetching ? 'text-muted' : bad ? 'bg-bad-tint text-bad' : 'bg-good-tint text-good',
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{isFetching ? 'Checking every entry against the one before it…' : sentence(data, error)}</span>
    </p>
  );
}

function sentence(data: ActivityVerificationDto | undefined, error: unknown): string {
  if (error || !data) return `The history could not be checked. ${toProblem(error).detail}`;
  if (data.intact) {
    const all =
      data.events === 1
        ? 'Its one entry is as it was'
        : `All ${plural(data.events, 'entry', 'entries')} are as they were`;
    return `Nobody rewrote this history. ${all} written.`;
  }
  return 'This history is not as it was written: an entry was changed, moved or taken out. Tell an admin before you rely on it.';
}
