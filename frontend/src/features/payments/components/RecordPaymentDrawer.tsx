import { useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { newIdempotencyKey, once } from '@/shared/api/change';
import { reportFormProblem } from '@/shared/api/errors';
import { recordPayment, type RecordPaymentDto, type ReceivableDto } from '@/shared/api/generated';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { FormField } from '@/shared/forms/FormField';
import { OrderChoice, useOrderChoice } from '@/shared/forms/OrderChoice';
import { filled, textOf } from '@/shared/forms/values';
import { formatMoney } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { notify } from '@/shared/lib/notify';
import { usePaymentNews } from '../api';
import { matchesOf, paidOf } from '../matching';
import { type PaymentField, paymentSpecs } from '../specs';
import { MatchFields } from './MatchFields';

const fields = Object.keys(paymentSpecs) as PaymentField[];
const wide = new Set<PaymentField>(['payer', 'notes']);

interface RecordPaymentDrawerProps {
  /** What it is for; without one the form asks for the order. */
  owed?: ReceivableDto;
  onClose: () => void;
}

export function RecordPaymentDrawer({ owed, onClose }: RecordPaymentDrawerProps) {
  const news = usePaymentNews();
  const [key] = useState(newIdempotencyKey);
  const choice = useOrderChoice(undefined);
  const customerName = owed?.customerName ?? choice.order?.customerName;
  const form = useForm({
    defaultValues: {
      ...textOf<PaymentField>(paymentSpecs, {
        receivedOn: today(),
        currency: owed?.currency ?? 'USD',
        method: owed?.method,
        amount: owed?.outstanding,
      }),
      orderId: owed?.orderId ?? '',
      matches: (owed ? { [owed.id]: owed.outstanding } : {}) as Record<string, string>,
    },
  });
  const { isDirty, isSubmitting } = form.formState;
  const [amount, charges, currency] = useWatch({ control: form.control, name: ['amount', 'charges', 'currency'] });

  const submit = form.handleSubmit(async ({ orderId, matches, ...values }) => {
    try {
      const body = { ...filled(paymentSpecs, values), orderId, matches: matchesOf(matches) } as RecordPaymentDto;
      const { data } = await recordPayment({ body, headers: once(key), throwOnError: true });
      news();
      notify.success(`The payment of ${formatMoney(data.amount, data.currency)} is recorded.`);
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });

  return (
    <FormDrawer
      title={owed ? `Payment for ${owed.invoiceNumber}` : 'New payment'}
      description={
        owed
          ? `Of ${owed.orderNumber}, ${owed.customerName}`
          : 'Money that came. What goes to no invoice is an advance.'
      }
      dirty={isDirty}
      busy={isSubmitting}
      saveLabel="Record payment"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <div className="mb-6 grid gap-4 sm:grid-cols-2">
          {!owed && <OrderChoice choice={choice} missing="For which order is it first?" clears={[]} />}
          {fields.map((field) => (
            <FormField
              key={field}
              name={field}
              spec={paymentSpecs[field]}
              className={wide.has(field) ? 'sm:col-span-full' : undefined}
            />
          ))}
        </div>
        {customerName && currency && (
          <MatchFields customerName={customerName} currency={currency} paid={paidOf(amount, charges)} />
        )}
      </FormProvider>
    </FormDrawer>
  );
}
