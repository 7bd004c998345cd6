import type { InvoiceDifferenceDto } from '@/shared/api/generated';
import { Instant } from '@/shared/ui/Values';
import { fieldName } from '../terms';

/** What changed: of the PI as a whole, then line by line. Before and after stand beside each other, and not by colour alone. */
export function Differences({ of: differences }: { of: readonly InvoiceDifferenceDto[] }) {
  return (
    <ul className="divide-y divide-line text-sm">
      {differences.map(({ line, field, before, after, by, at }) => (
        <li key={`${line ?? ''}/${field}`} className="grid gap-x-4 gap-y-0.5 py-2 sm:grid-cols-[14rem_minmax(0,1fr)]">
          <span className="text-muted">
            {line && field === 'line' ? line : [line, fieldName(field)].filter(Boolean).join(' · ')}
          </span>
          <span className="min-w-0 break-words whitespace-pre-line">
            {before === null ? <span className="text-muted">new: </span> : <del className="text-muted">{before}</del>}
            {before !== null && ' → '}
            {after === null ? (
              <span className="text-muted">gone</span>
            ) : (
              <ins className="font-medium no-underline">{after}</ins>
            )}
            {by && (
              <span className="text-[0.8125rem] text-muted">
                {' '}
                {by.fullName}
                {at && (
                  <>
                    , <Instant at={at} />
                  </>
                )}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
