import { get, useFormContext, useFormState, useWatch } from 'react-hook-form';
import { Field } from '../ui/Field';
import { Input, Select, Textarea } from '../ui/Input';
import { currencyOptions, unitOptions } from './options';
import { decimalFault } from './decimals';
import { ScanInput } from './ScanInput';
import type { FieldSpec } from './specs';

interface FormFieldProps {
  /** Its path in the form: `styles.0.lines.1.quantity`. */
  name: string;
  spec: FieldSpec;
  /** In a grid, where the heading says it. */
  hideLabel?: boolean;
  /** Where the usual label is not enough: "Quantity of line 2". */
  label?: string;
  className?: string;
}

/** One field of a form, as its spec draws it. Within a `FormProvider`. */
export function FormField({ name, spec, hideLabel, label = spec.label, className }: FormFieldProps) {
  const { errors } = useFormState({ name });
  const fault = get(errors, name) as { message?: string } | undefined;
  return (
    <Field
      label={label}
      hint={hideLabel ? undefined : spec.hint}
      error={fault?.message}
      required={Boolean(spec.required)}
      hideLabel={hideLabel}
      className={className}
    >
      <Control name={name} spec={spec} />
    </Field>
  );
}

function Control({ name, spec }: Pick<FormFieldProps, 'name' | 'spec'>) {
  const { register } = useFormContext();
  const { kind, options = [], max, range, required, requiredWhen, end, placeholder } = spec;
  const registered = register(name, {
    required,
    validate: (value: string) => {
      if (required && !value.trim()) return required;
      if (requiredWhen?.() && !value.trim()) return 'This is needed.';
      return range ? decimalFault(value, range) : undefined;
    },
  });
  switch (kind) {
    case 'long':
      return <Textarea {...registered} maxLength={max} rows={3} />;
    case 'scan':
      return <ScanInput registered={registered} maxLength={max} />;
    case 'day':
      return <Input {...registered} type="date" max="2999-12-31" />;
    case 'unit':
      return <Select {...registered} options={unitOptions} placeholder={required ? undefined : '–'} />;
    case 'choice':
      return <Select {...registered} options={options} placeholder={placeholder ?? (required ? undefined : '–')} />;
    case 'currency':
      return <CurrencySelect name={name} registered={registered} />;
    case 'decimal':
      return (
        <Input
          {...registered}
          inputMode="decimal"
          autoComplete="off"
          placeholder={placeholder}
          end={end}
          className="text-end tabular-nums"
        />
      );
    default:
      return <Input {...registered} maxLength={max} autoComplete="off" placeholder={placeholder} end={end} />;
  }
}

/** A new line may leave it open, and takes the order's; what has a currency keeps one. */
function CurrencySelect({ name, registered }: { name: string; registered: object }) {
  const present: unknown = useWatch({ name });
  const currency = typeof present === 'string' ? present : '';
  return (
    <Select {...registered} options={currencyOptions(currency)} placeholder={currency ? undefined : 'As the order'} />
  );
}
