import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CargoDto } from '@/shared/api/generated';
import { formatDecimal } from '@/shared/lib/format';
import { Card } from '@/shared/ui/Card';

/** Whether the papers say the same, what the carrier charges for, and how full the boxes are: each with what it is reckoned from. */
export function FiguresCard({ cargo }: { cargo: CargoDto }) {
  const { differences, remarks, chargeable, fill, packages, lines } = cargo;
  if (!lines.length && !remarks.length) return null;
  const doubts = [...differences.map(({ sentence }) => sentence), ...remarks];
  return (
    <Card title="Does it tie?">
      {doubts.length > 0 ? (
        <ul className="flex flex-col gap-2 text-sm">
          {doubts.map((sentence) => (
            <li key={sentence} className="flex items-start gap-2">
              <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
              {sentence}
            </li>
          ))}
        </ul>
      ) : (
        <p className="flex items-start gap-2 text-sm">
          <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
          {packages.length
            ? 'The packing list ties to what goes, and so does the invoice where one stands.'
            : 'Nothing speaks against it; nothing is packed yet.'}
        </p>
      )}
      {chargeable && (
        <Figure term="Chargeable" basis={chargeable.basis}>
          {formatDecimal(chargeable.quantity)} {chargeable.unit === 'kg' ? 'kg' : 'revenue tons (t or m³)'}
        </Figure>
      )}
      {fill && (
        <Figure term="Containers filled" basis={fill.basis}>
          {fill.volumePercent} % by volume
          {fill.weightPercent !== null && `, ${fill.weightPercent} % by weight`}
        </Figure>
      )}
    </Card>
  );
}

function Figure({ term, basis, children }: { term: string; basis: string; children: ReactNode }) {
  return (
    <div className="mt-4 border-t border-line pt-3 text-sm">
      <p className="text-[0.8125rem] text-muted">{term}</p>
      <p className="font-semibold tabular-nums">{children}</p>
      <p className="mt-0.5 text-[0.8125rem] text-muted">{basis}</p>
    </div>
  );
}
