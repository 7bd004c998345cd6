import type { ReactNode } from 'react';
import { FormField } from '@/shared/forms/FormField';
import type { FieldSpec } from '@/shared/forms/specs';

interface SampleFieldsProps {
  specs: Record<string, FieldSpec>;
  /** What it is for: the order, the line. */
  children?: ReactNode;
}

/** The fields of a sample, those that say what it is first. Within a `FormProvider`. */
export function SampleFields({ specs, children }: SampleFieldsProps) {
  return (
    <div className="grid gap-x-4 gap-y-4 sm:grid-cols-2">
      {children}
      {Object.entries(specs).map(([name, spec]) => (
        <FormField
          key={name}
          name={name}
          spec={spec}
          className={spec.kind === 'long' ? 'sm:col-span-full' : undefined}
        />
      ))}
    </div>
  );
}
