import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { newIdempotencyKey, once } from '@/shared/api/change';
import { reportFormProblem } from '@/shared/api/errors';
import {
  createLetterOfCredit,
  type CreateLetterOfCreditDto,
  type CreditTermsDto,
  type LetterOfCreditDto,
} from '@/shared/api/generated';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { filled, textOf } from '@/shared/forms/values';
import { today } from '@/shared/lib/house';
import { notify } from '@/shared/lib/notify';
import type { Option } from '@/shared/ui/Input';
import { useMoneyNews } from '../api';
import { type CreditField, creditSpecs } from '../specs';
import { CreditFields } from './CreditFields';
import { OrderField } from './OrderField';

interface RecordCreditDrawerProps {
  /** Of this order; without one the form asks. */
  order?: { id: string; orderNumber: string };
  /** Read from the bank's text, which is kept with it. */
  read?: { text: string; terms: CreditTermsDto };
  onClose: () => void;
  onRecorded?: (credit: LetterOfCreditDto) => void;
}

/** An LC that a bank has announced, as pending. */
export function RecordCreditDrawer({ order, read, onClose, onRecorded }: RecordCreditDrawerProps) {
  const news = useMoneyNews();
  const [key] = useState(newIdempotencyKey);
  const form = useForm({
    defaultValues: {
      ...textOf<CreditField>(creditSpecs, { issueDate: today(), ...(read && valuesOf(read.terms)) }),
      orderId: null as Option | null,
    },
  });
  const { isDirty, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async ({ orderId, ...values }) => {
    const text = read ? { text: read.text } : {};
    const body = {
      ...filled(creditSpecs, values),
      ...text,
      orderId: order?.id ?? orderId?.value,
    } as CreateLetterOfCreditDto;
    try {
      const { data } = await createLetterOfCredit({ body, headers: once(key), throwOnError: true });
      await news.credit(data);
      notify.success(`LC ${data.lcNumber} is recorded.`);
      onClose();
      onRecorded?.(data);
    } catch (error) {
      reportFormProblem(form, error);
    }
  });

  return (
    <FormDrawer
      title={order ? `New LC of ${order.orderNumber}` : 'New LC'}
      description="It is pending until it is marked as issued by the bank."
      dirty={isDirty}
      busy={isSubmitting}
      saveLabel="Record LC"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <CreditFields specs={creditSpecs}>{!order && <OrderField />}</CreditFields>
      </FormProvider>
    </FormDrawer>
  );
}

/** What stands on the LC itself of the terms that were read. */
const valuesOf = ({ amountTolerance, quantityTolerance, ...terms }: CreditTermsDto) => ({
  ...Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== null)),
  amountPlusPercent: amountTolerance?.plus,
  amountMinusPercent: amountTolerance?.minus,
  quantityPlusPercent: quantityTolerance?.plus,
  quantityMinusPercent: quantityTolerance?.minus,
});
