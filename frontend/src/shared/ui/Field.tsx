import { CircleAlert } from 'lucide-react';
import { createContext, type ReactNode, useContext, useId } from 'react';
import { cx } from '../lib/cx';

interface FieldWiring {
  id: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
}

const Wiring = createContext<FieldWiring | null>(null);

export interface FieldProps {
  label: string;
  /** Before the fact: what belongs here. */
  hint?: ReactNode;
  /** After the fact: what is wrong, and how to put it right. */
  error?: string;
  required?: boolean;
  /** The label is read out but not shown, where its place makes it plain. */
  hideLabel?: boolean;
  className?: string;
  /** One control: `Input`, `Textarea`, `Select`, `Combobox`. It finds its id and its texts by itself. */
  children: ReactNode;
}

export function Field({ label, hint, error, required = false, hideLabel = false, className, children }: FieldProps) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [errorId, hintId].filter(Boolean).join(' ') || undefined;
  return (
    <div className={cx('flex min-w-0 flex-col gap-1.5', className)}>
      <label htmlFor={id} className={cx('text-[0.8125rem] font-medium text-ink', hideLabel && 'sr-only')}>
        {label}
        {required && (
          <span aria-hidden className="ms-0.5 text-bad">
            *
          </span>
        )}
      </label>
      <Wiring value={{ id, describedBy, invalid: Boolean(error), required }}>{children}</Wiring>
      {error && (
        <p id={errorId} className="flex items-start gap-1.5 text-[0.8125rem] text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          {error}
        </p>
      )}
      {hint && (
        <p id={hintId} className="text-[0.8125rem] text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}

/** The attributes that tie a control to the `Field` around it; none outside of one. */
export function useFieldControl() {
  const wiring = useContext(Wiring);
  if (!wiring) return {};
  return {
    id: wiring.id,
    'aria-describedby': wiring.describedBy,
    'aria-invalid': wiring.invalid || undefined,
    'aria-required': wiring.required || undefined,
  };
}

export const controlLook =
  'touch-tall w-full min-w-0 rounded-lg border border-line-strong/70 bg-surface px-3 text-sm text-ink shadow-sm ' +
  'pointer-coarse:text-base transition-[border-color,box-shadow] duration-100 placeholder:text-muted ' +
  'hover:border-line-strong focus-visible:border-focus focus-visible:outline-2 focus-visible:outline-offset-0 ' +
  'focus-visible:outline-focus/40 disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted ' +
  '[&:is(input,textarea):read-only]:bg-sunken aria-invalid:border-bad aria-invalid:focus-visible:outline-bad/40';
