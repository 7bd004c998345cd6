import { FormProvider, useForm } from 'react-hook-form';
import { applyFieldErrors, toProblem } from '@/shared/api/errors';
import type { ProformaInvoiceDto } from '@/shared/api/generated';
import { FormDialog } from '@/shared/forms/FormDialog';
import { FormField } from '@/shared/forms/FormField';
import { long } from '@/shared/forms/specs';
import { notify } from '@/shared/lib/notify';
import { Money } from '@/shared/ui/Values';
import { type InvoiceStep, useCancelInvoice, useDeleteInvoice, useInvoiceStep } from '../steps';
import { StepDialog } from './StepDialog';

interface InvoiceDialogProps {
  invoice: ProformaInvoiceDto;
  onClose: () => void;
}

export function InvoiceStepDialog({ invoice, to, onClose }: InvoiceDialogProps & { to: InvoiceStep }) {
  const { mutateAsync, error } = useInvoiceStep(invoice);
  const { piNumber, orderNumber, customerName, amount, currency } = invoice;
  const sending = to === 'sent';
  const step = async () => {
    await mutateAsync(to);
    notify.success(sending ? `${piNumber} is marked as sent.` : `${piNumber} is confirmed.`);
  };
  return (
    <StepDialog
      title={sending ? `Mark ${piNumber} as sent?` : `Confirm ${piNumber}?`}
      confirmLabel={sending ? 'Mark as sent' : 'Confirm PI'}
      error={error}
      onConfirm={step}
      onClose={onClose}
    >
      <p className="text-base font-semibold text-ink">
        <Money amount={amount} currency={currency} />
      </p>
      <p className="mt-1">
        For {orderNumber}, {customerName}.{' '}
        {sending
          ? 'You send it to the buyer yourself. From now on it is not changed; a manager confirms it, or a new PI takes its place.'
          : 'It stands from now on. What is wanted instead would be a new PI.'}
      </p>
    </StepDialog>
  );
}

const reason = { ...long('Reason', 500), required: 'Say why: it is kept with the PI.' };

export function CancelInvoiceDialog({ invoice, onClose }: InvoiceDialogProps) {
  const { mutateAsync, error } = useCancelInvoice(invoice);
  const form = useForm({ defaultValues: { reason: '' } });
  const onField = error ? 'reason' in toProblem(error).errors : false;
  const submit = form.handleSubmit(async (values) => {
    try {
      await mutateAsync(values.reason.trim());
      notify.success(`${invoice.piNumber} is cancelled.`);
      onClose();
    } catch (refused) {
      applyFieldErrors(form, toProblem(refused));
    }
  });
  return (
    <FormProvider {...form}>
      <FormDialog
        title={`Cancel ${invoice.piNumber}`}
        description="It stays on record under its number, with the reason. This cannot be taken back."
        busy={form.formState.isSubmitting}
        saveLabel="Cancel PI"
        leaveLabel="Keep it"
        danger
        refusal={onField ? undefined : error}
        onSave={(event) => void submit(event)}
        onClose={onClose}
      >
        <FormField name="reason" spec={reason} className="sm:col-span-full" />
      </FormDialog>
    </FormProvider>
  );
}

/** @param onDeleted it is in the trash now */
export function DeleteInvoiceDialog({ invoice, onDeleted, onClose }: InvoiceDialogProps & { onDeleted: () => void }) {
  const { mutateAsync, error } = useDeleteInvoice(invoice);
  const remove = async () => {
    await mutateAsync();
    notify.success(`${invoice.piNumber} is in the trash.`);
    onDeleted();
  };
  return (
    <StepDialog
      title={`Delete ${invoice.piNumber}?`}
      confirmLabel="Delete PI"
      danger
      error={error}
      onConfirm={remove}
      onClose={onClose}
    >
      The draft goes to the trash and stays there. Its number is never given out again.
    </StepDialog>
  );
}
