import { cx } from '@/shared/lib/cx';

interface SwatchProps {
  /** `#2b2f4d`; undefined for what was not measured. */
  colour: string | undefined;
  /** What it shows, for readers. */
  label: string;
  className?: string;
}

/** A measured colour, as near as this screen comes to it. Nobody decides by it. */
export function Swatch({ colour, label, className }: SwatchProps) {
  return (
    <span
      role="img"
      aria-label={colour ? label : `${label}: not measured`}
      title={colour ? 'Screen colour is not evidence' : 'Not measured yet'}
      style={colour ? { backgroundColor: colour } : undefined}
      className={cx(
        'inline-block shrink-0 rounded-md border',
        colour ? 'border-ink/15' : 'border-dashed border-line-strong bg-sunken',
        className ?? 'size-9',
      )}
    />
  );
}

export function NotEvidence() {
  return (
    <p className="text-[0.8125rem] text-muted">
      Screen colour is not evidence: go by the figures, and by the swatch in hand under the light that is named.
    </p>
  );
}
