import type { ConversionDto } from '../api/generated';

/** How a number came about: the formula, and where each of its figures comes from. */
export function Formula({ conversion }: { conversion: Pick<ConversionDto, 'formula' | 'factors'> }) {
  const sources = conversion.factors.filter(({ source }) => source !== null);
  return (
    <div>
      <p className="break-words rounded-lg bg-sunken px-3 py-2 text-[0.8125rem] tabular-nums">{conversion.formula}</p>
      {sources.length > 0 && (
        <ul className="mt-2 flex flex-col gap-0.5 text-[0.8125rem] text-muted">
          {sources.map(({ kind, value, unit, source }) => (
            <li key={kind}>
              {value} {unit}: {source}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
