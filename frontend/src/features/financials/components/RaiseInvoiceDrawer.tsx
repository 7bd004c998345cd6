import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { FormProvider, useForm, useFormContext, useWatch } from 'react-hook-form';
import { newIdempotencyKey, once } from '@/shared/api/change';
import { reportFormProblem } from '@/shared/api/errors';
import {
  createProformaInvoice,
  type CreateProformaInvoiceDto,
  type OrderDto,
  type ProformaInvoiceDto,
} from '@/shared/api/generated';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { FormField } from '@/shared/forms/FormField';
import { choice } from '@/shared/forms/specs';
import { filled, textOf } from '@/shared/forms/values';
import { formatMoney } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { notify } from '@/shared/lib/notify';
import { statusLabel } from '@/shared/ui/Badge';
import type { Option } from '@/shared/ui/Input';
import { invoicesOfOrder, orderDetail, useMoneyNews } from '../api';
import { type InvoiceField, invoiceSpecs } from '../specs';
import { draftsOf, type LineDraft, linesAsked } from '../lines';
import { InvoiceFields } from './InvoiceFields';
import { LinesField } from './LinesField';
import { OrderField } from './OrderField';

interface RaiseInvoiceDrawerProps {
  /** Of this order; without one the form asks. */
  order?: { id: string; orderNumber: string };
  /** The PI that the new one takes the place of; it begins from what that says. */
  revised?: ProformaInvoiceDto;
  onClose: () => void;
  onRaised?: (invoice: ProformaInvoiceDto) => void;
}

/** A new PI, as a draft. The house numbers it. */
export function RaiseInvoiceDrawer({ order, revised, onClose, onRaised }: RaiseInvoiceDrawerProps) {
  const news = useMoneyNews();
  const [key] = useState(newIdempotencyKey);
  const form = useForm({
    defaultValues: {
      ...textOf<InvoiceField>(invoiceSpecs, { ...revised, validUntil: null, issueDate: today() }),
      replacesId: revised?.id ?? '',
      orderId: null as Option | null,
      lines: [] as LineDraft[],
      offered: [] as LineDraft[],
    },
  });
  const { isDirty, isSubmitting } = form.formState;
  const chosen = useWatch({ control: form.control, name: 'orderId' });
  const orderId = order?.id ?? revised?.orderId ?? chosen?.value;

  const submit = form.handleSubmit(async ({ replacesId, lines, offered, ...values }) => {
    const asked = filled<InvoiceField>(invoiceSpecs, values);
    const chosen = asked['amount'] ? null : linesAsked(lines, offered);
    const body = { ...asked, ...(replacesId ? { replacesId } : {}), ...(chosen ? { lines: chosen } : {}), orderId };
    try {
      const { data } = await createProformaInvoice({
        body: body as CreateProformaInvoiceDto,
        headers: once(key),
        throwOnError: true,
      });
      await news.invoice(data);
      notify.success(`${data.piNumber} is raised, as a draft.`);
      onClose();
      onRaised?.(data);
    } catch (error) {
      reportFormProblem(form, error);
    }
  });

  return (
    <FormDrawer
      title={revised ? `Revise ${revised.piNumber}` : order ? `New PI of ${order.orderNumber}` : 'New PI'}
      description={
        revised ? whatBecomesOf(revised) : 'It is a draft until it is marked as sent, and gets its number now.'
      }
      dirty={isDirty}
      busy={isSubmitting}
      saveLabel="Raise PI"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <AskedFields orderId={orderId}>
          {!order && !revised && <OrderField onChosen={() => form.setValue('replacesId', '')} />}
        </AskedFields>
      </FormProvider>
    </FormDrawer>
  );
}

/** The fields, with what the order says already. */
function AskedFields({ orderId = '', children }: { orderId?: string; children: ReactNode }) {
  const { data: order } = useQuery({ ...orderDetail(orderId), enabled: orderId !== '' });
  const { data: earlier = [] } = useQuery({ ...invoicesOfOrder(orderId), enabled: orderId !== '' });
  const amount = { ...invoiceSpecs.amount, hint: amountHint(order?.totalValue) };
  return (
    <InvoiceFields
      specs={{ ...invoiceSpecs, amount }}
      lines={order && <OfferedLines order={order} />}
      replaces={
        earlier.length > 0 && <FormField name="replacesId" spec={replaces(earlier)} className="sm:col-span-full" />
      }
    >
      {children}
    </InvoiceFields>
  );
}

/** The lines of the order, until an amount is typed: then the PI has that alone. */
function OfferedLines({ order }: { order: OrderDto }) {
  const { setValue } = useFormContext<{ lines: LineDraft[]; offered: LineDraft[]; amount: string }>();
  const amount = useWatch({ name: 'amount' }) as string;
  const drafts = useMemo(() => draftsOf(order), [order]);
  useEffect(() => {
    setValue('offered', drafts);
    setValue('lines', drafts);
  }, [drafts, setValue]);
  if (amount.trim())
    return <p className="text-sm text-muted sm:col-span-full">With an amount typed, the PI has no lines.</p>;
  return <LinesField drafts={drafts} />;
}

function amountHint(value: readonly { amount: string; currency: string }[] | undefined): string {
  const [only, ...others] = value ?? [];
  if (others.length > 0) return 'The order is in several currencies: say how much, and in which.';
  if (!only) return 'Left empty: the value of the order.';
  return `Left empty: the value of the order, ${formatMoney(only.amount, only.currency)}.`;
}

function replaces(earlier: readonly ProformaInvoiceDto[]) {
  const options = earlier.map(({ id, piNumber, status, amount, currency }) => ({
    value: id,
    label: `${piNumber} · ${statusLabel(status).toLowerCase()} · ${formatMoney(amount, currency)}`,
  }));
  return choice('In place of', options, { hint: 'A draft or sent one is cancelled then; a confirmed one stays.' });
}

function whatBecomesOf({ piNumber, status }: ProformaInvoiceDto): string {
  if (status === 'cancelled') return `${piNumber} is cancelled and stays so. The new PI names it.`;
  if (status === 'confirmed')
    return `${piNumber} is confirmed and stays until it is cancelled by hand. The new PI names it.`;
  return `${piNumber} is cancelled with the number of the new PI, as soon as that is raised.`;
}
