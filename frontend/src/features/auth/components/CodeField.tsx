import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';

export interface CodeFieldProps {
  value: string;
  onChange: (code: string) => void;
  error?: string;
}

/** The second factor, where the server has asked for it. */
export function CodeField({ value, onChange, error }: CodeFieldProps) {
  return (
    <Field label="Code" hint="Of your authenticator app; or one of your recovery codes." error={error}>
      <Input
        name="code"
        autoComplete="one-time-code"
        required
        autoFocus
        value={value}
        onChange={({ target }) => onChange(target.value)}
        className="h-10 tracking-widest"
      />
    </Field>
  );
}
