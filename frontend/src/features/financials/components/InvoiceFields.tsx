import type { ReactNode } from 'react';
import { FormField } from '@/shared/forms/FormField';
import type { FieldSpec } from '@/shared/forms/specs';
import type { InvoiceField } from '../specs';

interface InvoiceFieldsProps {
  specs: Record<InvoiceField, FieldSpec>;
  /** Above them: the order. */
  children?: ReactNode;
  /** Before the notes: the PI that it takes the place of. */
  replaces?: ReactNode;
}

export function InvoiceFields({ specs, children, replaces }: InvoiceFieldsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {children}
      <FormField name="amount" spec={specs.amount} />
      <FormField name="currency" spec={specs.currency} />
      <FormField name="issueDate" spec={specs.issueDate} />
      <FormField name="validUntil" spec={specs.validUntil} />
      {replaces}
      <FormField name="notes" spec={specs.notes} className="sm:col-span-full" />
    </div>
  );
}
