import { FormProvider, useForm } from 'react-hook-form';
import { reportFormProblem } from '@/shared/api/errors';
import { getProformaInvoice, type ProformaInvoiceDto, updateProformaInvoice } from '@/shared/api/generated';
import { ClashPanel } from '@/shared/forms/ClashPanel';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { useSaveOver } from '@/shared/forms/use-save-over';
import { changed, textOf } from '@/shared/forms/values';
import { notify } from '@/shared/lib/notify';
import { useMoneyNews } from '../api';
import { draftSpecs, type InvoiceField } from '../specs';
import { InvoiceFields } from './InvoiceFields';

/** Changes a draft. */
export function EditInvoiceDrawer({ invoice, onClose }: { invoice: ProformaInvoiceDto; onClose: () => void }) {
  const news = useMoneyNews();
  const form = useForm({ defaultValues: textOf<InvoiceField>(draftSpecs, invoice) });
  const path = { id: invoice.id };
  const { read, save, busy, clash, resolve } = useSaveOver<ProformaInvoiceDto>({
    read: invoice,
    send: async (body, headers) => (await updateProformaInvoice({ path, body, headers, throwOnError: true })).data,
    reload: async () => (await getProformaInvoice({ path, throwOnError: true })).data,
    onSaved: (saved) => {
      void news.invoice(saved);
      notify.success(`${saved.piNumber} is saved.`);
      onClose();
    },
    onProblem: (error) => reportFormProblem(form, error),
  });
  const submit = form.handleSubmit(async (values) => {
    const body = changed<InvoiceField>(draftSpecs, values, read);
    if (Object.keys(body).length === 0) onClose();
    else await save(body);
  });

  return (
    <FormDrawer
      title={`Edit ${invoice.piNumber}`}
      description={`Of ${invoice.orderNumber}, ${invoice.customerName}`}
      dirty={form.formState.isDirty}
      busy={busy}
      saveLabel="Save PI"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <ClashPanel clash={clash} busy={busy} onResolve={resolve} className="mb-6" />
      <FormProvider {...form}>
        <InvoiceFields specs={draftSpecs} />
      </FormProvider>
    </FormDrawer>
  );
}
