import { useQuery } from '@tanstack/react-query';
import { GitMerge } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { cx } from '../lib/cx';
import { fieldName, fieldValue } from '../lib/fields';
import { Button } from '../ui/Button';
import { colleagues } from '../api/colleagues';
import type { Clash } from './save-over';

export type Choice = 'mine' | 'theirs';

interface Clashes {
  clashes: readonly Clash[];
  actorId: string | null;
}

interface ClashPanelProps {
  /** As `useSaveOver` holds it; nothing is shown without one. */
  clash: Clashes | null;
  busy: boolean;
  /** With the fields where theirs stays. */
  onResolve: (keepTheirs: readonly string[]) => Promise<void>;
  className?: string;
}

/** Two people changed the same: shows both, and saves what the person picks. Nothing is lost before that. */
export function ClashPanel({ clash, ...rest }: ClashPanelProps) {
  return clash && <Choose {...clash} {...rest} />;
}

function Choose({ clashes, actorId, busy, onResolve, className }: Clashes & Omit<ClashPanelProps, 'clash'>) {
  const heading = useRef<HTMLHeadingElement>(null);
  const people = useQuery({ ...colleagues(), enabled: actorId !== null });
  const who = people.data?.find(({ id }) => id === actorId)?.fullName ?? 'Somebody';
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const choiceOf = (field: string) => choices[field] ?? 'mine';
  useEffect(() => heading.current?.focus(), []);

  return (
    <section role="alert" className={cx('rounded-xl border border-warn/40 bg-warn-tint p-4 sm:p-5', className)}>
      <h2 ref={heading} tabIndex={-1} className="flex items-center gap-2 font-semibold text-warn outline-none">
        <GitMerge aria-hidden className="size-4.5 shrink-0" />
        {who} changed this while you were at it
      </h2>
      <p className="mt-1 text-sm">Nothing is saved yet. Choose what shall stand; your other changes are kept.</p>
      <div className="mt-4 flex flex-col gap-3">
        {clashes.map(({ field, before, theirs, mine }) => (
          <fieldset key={field} className="rounded-lg border border-line bg-surface p-3">
            <legend className="sr-only">{fieldName(field)}</legend>
            <p aria-hidden className="text-sm font-medium">
              {fieldName(field)}
              <span className="font-normal text-muted"> · was {fieldValue(before) ?? 'empty'}</span>
            </p>
            <div className="mt-2 grid gap-2 sm:grid-cols-2">
              {(['mine', 'theirs'] as const).map((choice) => (
                <label
                  key={choice}
                  className="touch-tall flex items-start gap-2.5 rounded-lg border border-line px-3 py-2 text-sm has-checked:border-accent-text has-checked:bg-accent-tint"
                >
                  <input
                    type="radio"
                    name={`clash-${field}`}
                    checked={choiceOf(field) === choice}
                    onChange={() => setChoices((old) => ({ ...old, [field]: choice }))}
                    className="mt-0.5 size-4 accent-accent"
                  />
                  <span className="min-w-0 break-words">
                    <span className="block text-[0.8125rem] text-muted">{choice === 'mine' ? 'Yours' : 'Theirs'}</span>
                    {fieldValue(choice === 'mine' ? mine : theirs) ?? 'empty'}
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
      <div className="mt-4 flex justify-end">
        <Button
          variant="primary"
          busy={busy}
          onClick={() => void onResolve(clashes.flatMap(({ field }) => (choiceOf(field) === 'theirs' ? [field] : [])))}
        >
          Save with these
        </Button>
      </div>
    </section>
  );
}
