import { Check } from 'lucide-react';
import { Switch as RadixSwitch } from 'radix-ui';
import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from 'react';
import { cx } from '../lib/cx';

export interface CheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  label: ReactNode;
  hint?: ReactNode;
  hideLabel?: boolean;
  ref?: Ref<HTMLInputElement>;
}

/** A native checkbox with its label, so `{...form.register('sameMill')}` just works. */
export function Checkbox({ label, hint, hideLabel = false, className, ...rest }: CheckboxProps) {
  const hintId = useId();
  return (
    <label className={cx('touch-tall inline-flex items-start gap-2.5 text-sm pointer-coarse:items-center', className)}>
      <span className="relative mt-0.5 inline-grid size-4.5 shrink-0 place-items-center pointer-coarse:mt-0">
        <input
          type="checkbox"
          aria-describedby={hint ? hintId : undefined}
          {...rest}
          className="peer size-4.5 appearance-none rounded-[5px] border border-line-strong bg-surface transition-colors checked:border-accent checked:bg-accent disabled:opacity-55"
        />
        <Check
          aria-hidden
          strokeWidth={3.25}
          className="pointer-events-none absolute size-3 scale-50 text-accent-ink opacity-0 transition peer-checked:scale-100 peer-checked:opacity-100"
        />
      </span>
      <span className={cx('min-w-0', hideLabel && 'sr-only')}>
        {label}
        {hint && (
          <span id={hintId} className="block text-[0.8125rem] text-muted">
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}

export interface SwitchProps {
  label: string;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}

/** Takes effect at once; what waits for a Save button is a `Checkbox`. */
export function Switch({ label, hint, checked, onChange, disabled }: SwitchProps) {
  const id = useId();
  return (
    <div className="touch-tall flex items-center justify-between gap-4">
      <label htmlFor={id} className="min-w-0 text-sm">
        {label}
        {hint && <span className="block text-[0.8125rem] text-muted">{hint}</span>}
      </label>
      <RadixSwitch.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        className="touch-target h-6 w-10.5 shrink-0 rounded-full border border-line-strong bg-sunken transition-colors data-[state=checked]:border-accent data-[state=checked]:bg-accent disabled:opacity-55"
      >
        <RadixSwitch.Thumb className="block size-4.5 translate-x-0.5 rounded-full bg-line-strong shadow-sm transition-transform data-[state=checked]:translate-x-5 data-[state=checked]:bg-accent-ink rtl:-translate-x-0.5 rtl:data-[state=checked]:-translate-x-5" />
      </RadixSwitch.Root>
    </div>
  );
}
