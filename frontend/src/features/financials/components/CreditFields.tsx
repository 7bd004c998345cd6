import type { ReactNode } from 'react';
import { FormField } from '@/shared/forms/FormField';
import type { FieldSpec } from '@/shared/forms/specs';
import type { CreditField } from '../specs';

interface CreditFieldsProps {
  specs: Record<CreditField, FieldSpec>;
  /** Above them: the order. */
  children?: ReactNode;
}

export function CreditFields({ specs, children }: CreditFieldsProps) {
  const fields = Object.keys(specs) as CreditField[];
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {children}
      {fields.map((field) => (
        <FormField
          key={field}
          name={field}
          spec={specs[field]}
          className={field === 'notes' || field === 'issueDate' ? 'sm:col-span-full' : undefined}
        />
      ))}
    </div>
  );
}
