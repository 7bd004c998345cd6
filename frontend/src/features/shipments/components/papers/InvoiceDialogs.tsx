import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { CommercialInvoiceDto, ShipmentDto } from '@/shared/api/generated';
import { newIdempotencyKey } from '@/shared/api/change';
import { applyFieldErrors, toProblem } from '@/shared/api/errors';
import { FormDialog } from '@/shared/forms/FormDialog';
import { FormField } from '@/shared/forms/FormField';
import { filled, textOf } from '@/shared/forms/values';
import { formatMoney } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { notify } from '@/shared/lib/notify';
import { useCancelInvoice, useIssueInvoice } from '../../cargo';
import { cancellationSpecs, invoiceSpecs } from '../../specs';

export function IssueInvoiceDialog({ shipment, onClose }: { shipment: ShipmentDto; onClose: () => void }) {
  const [key, setKey] = useState(newIdempotencyKey);
  const { mutateAsync, error } = useIssueInvoice(shipment.id);
  const form = useForm({ defaultValues: textOf(invoiceSpecs, { issueDate: today() }) });
  const submit = form.handleSubmit(async (values) => {
    try {
      const invoice = await mutateAsync({ body: filled(invoiceSpecs, values), key });
      notify.success(`${invoice.invoiceNumber} for ${formatMoney(invoice.amount, invoice.currency)} is issued.`);
      onClose();
    } catch (refused) {
      setKey(newIdempotencyKey()); // the next attempt may follow a change of the lines
      applyFieldErrors(form, toProblem(refused));
    }
  });
  return (
    <FormProvider {...form}>
      <FormDialog
        title={`Issue the invoice of ${shipment.awbNumber}`}
        description="It gets the next number, with lines and prices as they are now. It is not changed any more: cancelled, where it is wrong."
        busy={form.formState.isSubmitting}
        saveLabel="Issue invoice"
        refusal={error && !Object.keys(toProblem(error).errors).length ? error : undefined}
        onSave={(event) => void submit(event)}
        onClose={onClose}
      >
        <FormField name="issueDate" spec={invoiceSpecs.issueDate} />
        <FormField name="buyer" spec={invoiceSpecs.buyer} className="sm:col-span-2" />
        <FormField name="notes" spec={invoiceSpecs.notes} className="sm:col-span-2" />
      </FormDialog>
    </FormProvider>
  );
}

export function CancelInvoiceDialog({ invoice, onClose }: { invoice: CommercialInvoiceDto; onClose: () => void }) {
  const { mutateAsync, error } = useCancelInvoice(invoice);
  const form = useForm({ defaultValues: { reason: '' } });
  const submit = form.handleSubmit(async ({ reason }) => {
    try {
      await mutateAsync({ reason: reason.trim() });
      notify.success(`${invoice.invoiceNumber} is cancelled.`);
      onClose();
    } catch (refused) {
      applyFieldErrors(form, toProblem(refused));
    }
  });
  return (
    <FormProvider {...form}>
      <FormDialog
        title={`Cancel ${invoice.invoiceNumber}`}
        description="Its number stays with it; the next invoice has the next."
        busy={form.formState.isSubmitting}
        saveLabel="Cancel invoice"
        leaveLabel="Leave it"
        danger
        refusal={error && !Object.keys(toProblem(error).errors).length ? error : undefined}
        onSave={(event) => void submit(event)}
        onClose={onClose}
      >
        <FormField name="reason" spec={cancellationSpecs.reason} className="sm:col-span-2" />
      </FormDialog>
    </FormProvider>
  );
}
