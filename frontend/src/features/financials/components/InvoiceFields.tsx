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
  /** What it is for, where it has lines: they say the amount. */
  lines?: ReactNode;
  /** Of a PI with lines there is none to type. */
  withoutAmount?: boolean;
}

export function InvoiceFields({ specs, children, replaces, lines, withoutAmount = false }: InvoiceFieldsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {children}
      {!withoutAmount && (
        <>
          <FormField name="amount" spec={specs.amount} />
          <FormField name="currency" spec={specs.currency} />
        </>
      )}
      <FormField name="issueDate" spec={specs.issueDate} />
      <FormField name="validUntil" spec={specs.validUntil} />
      {lines}
      {replaces}
      <FormField name="notes" spec={specs.notes} className="sm:col-span-full" />
    </div>
  );
}
