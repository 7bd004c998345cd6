import { ChevronDown } from 'lucide-react';
import type { InputHTMLAttributes, ReactNode, Ref, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { cx } from '../lib/cx';
import { controlLook, useFieldControl } from './Field';

export interface InputProps extends InputHTMLAttributes<HTMLInputElement> {
  /** At the end, inside the border: a unit, a button. */
  end?: ReactNode;
  ref?: Ref<HTMLInputElement>;
}

/** Decimals are text with `inputMode="decimal"`, never `type="number"`, which rounds and scrolls. Days are `type="date"`. */
export function Input({ end, className, ...rest }: InputProps) {
  const wiring = useFieldControl();
  const input = (
    <input {...wiring} {...rest} className={cx(controlLook, 'h-9', end !== undefined && 'pe-11', className)} />
  );
  if (end === undefined) return input;
  return (
    <div className="relative">
      {input}
      <div className="absolute inset-y-0 end-0 flex items-center pe-1 text-sm text-muted">{end}</div>
    </div>
  );
}

export interface TextareaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  ref?: Ref<HTMLTextAreaElement>;
}

/** Grows with its text. */
export function Textarea({ className, rows = 3, ...rest }: TextareaProps) {
  return (
    <textarea
      {...useFieldControl()}
      rows={rows}
      {...rest}
      className={cx(controlLook, 'field-sizing-content max-h-80 min-h-20 py-2', className)}
    />
  );
}

export interface Option<Value extends string = string> {
  value: Value;
  label: string;
  disabled?: boolean;
}

export interface SelectProps extends SelectHTMLAttributes<HTMLSelectElement> {
  options: readonly Option[];
  /** The first, empty choice, such as "Choose a mill". */
  placeholder?: string;
  ref?: Ref<HTMLSelectElement>;
}

/** The system's own list: works with every finger, keyboard and reader. For many or remote options see `Combobox`. */
export function Select({ options, placeholder, className, ...rest }: SelectProps) {
  const wiring = useFieldControl();
  return (
    <div className="relative">
      <select {...wiring} {...rest} className={cx(controlLook, 'h-9 appearance-none pe-9', className)}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map(({ value, label, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute end-3 top-1/2 size-4 -translate-y-1/2 text-muted"
      />
    </div>
  );
}
