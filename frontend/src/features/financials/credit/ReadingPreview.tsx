import { TriangleAlert } from 'lucide-react';
import type { SwiftReadingDto } from '@/shared/api/generated';
import { plural } from '@/shared/lib/format';
import { Badge } from '@/shared/ui/Badge';
import { Changes } from './AmendmentsCard';
import { shownTerms } from './terms';

interface ReadingPreviewProps {
  reading: SwiftReadingDto;
  /** The LC that it is of, where there is one. */
  credit: { lcNumber: string } | null;
}

/** What was read: what a person must look at first, then each term beside the bank's words. */
export function ReadingPreview({ reading, credit }: ReadingPreviewProps) {
  const { kind, faults, fields, terms, changes } = reading;
  return (
    <div className="mt-5 flex flex-col gap-5">
      <p className="text-sm">
        {kind === 'amendment'
          ? credit
            ? `An amendment of LC ${credit.lcNumber}, ${plural(fields.length, 'field')}.`
            : 'An amendment of an LC that you do not have here. Record the LC first.'
          : `An LC of ${plural(fields.length, 'field')}.`}
      </p>
      {faults.length > 0 && (
        <ul className="flex flex-col gap-1.5 text-sm">
          {faults.map(({ sentence }, at) => (
            <li key={at} className="flex gap-2">
              <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
              {sentence}
            </li>
          ))}
        </ul>
      )}
      {kind === 'amendment' && <Changes amendment={{ changes, unplaced: [] }} />}
      {terms && (
        <dl className="flex flex-col divide-y divide-line text-sm">
          {shownTerms(terms).map(({ term, name, value, source }) => (
            <div key={term} className="grid gap-x-4 gap-y-1 py-2 sm:grid-cols-[9rem_minmax(0,1fr)_minmax(0,1fr)]">
              <dt className="text-muted">{name}</dt>
              <dd className="whitespace-pre-line break-words font-medium">{value}</dd>
              <dd className="break-words font-mono text-xs text-muted">
                {source && `:${source.tag}: ${source.words}`}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {terms && (
        <p className="text-sm text-muted">
          {plural(terms.documents.length, 'document')} wanted, {plural(terms.conditions.length, 'condition')},{' '}
          {plural(terms.goods.length, 'item')} of goods.
        </p>
      )}
      {terms && terms.others.length > 0 && (
        <ul className="flex flex-col gap-1.5 text-sm">
          {terms.others.map(({ tag, name, words, from }) => (
            <li key={from} className="break-words">
              <span className="font-medium">{tag}</span> {name ?? <Badge tone="warn">Unknown tag</Badge>}{' '}
              <span className="text-muted">{words}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
