import { useEffect, useRef, useState } from 'react';
import { Button } from '@/shared/ui/Button';

interface SourceTextProps {
  title: string;
  /** Null where it was typed. */
  text: string | null;
  /** The words to show. */
  chosen: { from: number; to: number } | null;
}

/** The bank's message as it came, with the chosen words marked and in sight. */
export function SourceText({ title, text, chosen }: SourceTextProps) {
  const [open, setOpen] = useState(false);
  const mark = useRef<HTMLElement>(null);
  const shown = open || chosen !== null;
  useEffect(() => {
    if (chosen) mark.current?.scrollIntoView?.({ block: 'nearest' });
  }, [chosen]);
  if (text === null) return null;
  const [from, to] = chosen ? [chosen.from, chosen.to] : [0, 0];
  return (
    <section>
      <div className="flex items-center justify-between gap-2">
        <h3 className="text-[0.8125rem] font-medium text-muted">{title}</h3>
        {!chosen && (
          <Button variant="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? 'Hide' : 'Show'}
          </Button>
        )}
      </div>
      {shown && (
        <pre
          tabIndex={0}
          aria-label={title}
          className="mt-1.5 max-h-80 overflow-auto whitespace-pre-wrap break-words rounded-lg bg-sunken p-3 font-mono text-xs"
        >
          {text.slice(0, from)}
          {chosen && (
            <mark ref={mark} className="rounded-xs bg-warn-tint font-semibold text-inherit">
              {text.slice(from, to)}
            </mark>
          )}
          {text.slice(to)}
        </pre>
      )}
    </section>
  );
}
