import { useQuery } from '@tanstack/react-query';
import { FormProvider, useForm } from 'react-hook-form';
import { reportFormProblem } from '@/shared/api/errors';
import {
  getProformaInvoice,
  type OrderDto,
  type ProformaInvoiceDto,
  updateProformaInvoice,
  type WholeProformaInvoiceDto,
} from '@/shared/api/generated';
import { ClashPanel } from '@/shared/forms/ClashPanel';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { useSaveOver } from '@/shared/forms/use-save-over';
import { changed, textOf } from '@/shared/forms/values';
import { notify } from '@/shared/lib/notify';
import { invoiceDetail, orderDetail, useMoneyNews } from '../api';
import { draftsOf, type LineDraft, linesAsked } from '../lines';
import { draftSpecs, type InvoiceField } from '../specs';
import { asSaid, asTyped, type TermField, termSpecs } from '../terms';
import { InvoiceFields } from './InvoiceFields';
import { LinesField } from './LinesField';
import { TermFields } from './TermFields';

const { amount, currency, ...headSpecs } = draftSpecs;
const amountSpecs = { amount, currency };

interface EditInvoiceDrawerProps {
  invoice: ProformaInvoiceDto;
  onClose: () => void;
}

/** Changes a draft: its lines, its terms. */
export function EditInvoiceDrawer({ invoice, onClose }: EditInvoiceDrawerProps) {
  const { data: whole } = useQuery(invoiceDetail(invoice.id));
  const { data: order } = useQuery(orderDetail(invoice.orderId));
  if (!whole || !order) return null;
  return <EditForm invoice={whole} order={order} onClose={onClose} />;
}

interface EditFormProps {
  invoice: WholeProformaInvoiceDto;
  order: OrderDto;
  onClose: () => void;
}

type Field = InvoiceField | TermField;

function EditForm({ invoice, order, onClose }: EditFormProps) {
  const news = useMoneyNews();
  const hasLines = invoice.lines.length > 0;
  const specs = { ...headSpecs, ...termSpecs, ...(hasLines ? {} : amountSpecs) } as typeof draftSpecs &
    typeof termSpecs;
  const drafts = draftsOf(order, invoice.lines);
  const form = useForm({ defaultValues: { ...textOf<Field>(specs, asTyped(invoice)), lines: drafts } });
  const path = { id: invoice.id };
  const { read, save, busy, clash, resolve } = useSaveOver<WholeProformaInvoiceDto>({
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
  const submit = form.handleSubmit(async ({ lines, ...values }) => {
    const asked = linesAsked(lines as LineDraft[], drafts);
    const body = {
      ...asSaid(changed<Field>(specs, values as Record<Field, string>, asTyped(read))),
      ...(asked && (asked.length > 0 || hasLines) ? { lines: asked } : {}),
    };
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
        <InvoiceFields specs={draftSpecs} withoutAmount={hasLines} lines={hasLines && <LinesField drafts={drafts} />} />
        <h3 className="mt-8 mb-4 text-base font-semibold">Terms</h3>
        <TermFields />
      </FormProvider>
    </FormDrawer>
  );
}
