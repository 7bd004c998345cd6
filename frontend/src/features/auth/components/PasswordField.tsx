import { Eye, EyeOff } from 'lucide-react';
import { type Ref, useState } from 'react';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';

interface PasswordFieldProps {
  label: string;
  hint?: string;
  error?: string;
  autoComplete: 'current-password' | 'new-password';
  value: string;
  onChange: (value: string) => void;
  ref?: Ref<HTMLInputElement>;
}

/** A password that can be looked at while it is typed. */
export function PasswordField({ label, hint, error, autoComplete, value, onChange, ref }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error}>
      <Input
        ref={ref}
        type={shown ? 'text' : 'password'}
        name="password"
        autoComplete={autoComplete}
        required
        value={value}
        onChange={({ target }) => onChange(target.value)}
        className="h-10"
        end={
          <button
            type="button"
            aria-pressed={shown}
            aria-label="Show password"
            onClick={() => setShown(!shown)}
            className="touch-target grid size-8 place-items-center rounded-md text-muted hover:bg-hover hover:text-ink"
          >
            {shown ? <EyeOff aria-hidden className="size-4" /> : <Eye aria-hidden className="size-4" />}
          </button>
        }
      />
    </Field>
  );
}
