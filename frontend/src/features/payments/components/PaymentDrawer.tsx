import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { ifUnchanged } from '@/shared/api/change';
import { reportFormProblem, reportProblem } from '@/shared/api/errors';
import { deletePayment, getPayment, matchPayment, type PaymentDetailDto, updatePayment } from '@/shared/api/generated';
import { ClashPanel } from '@/shared/forms/ClashPanel';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { FormField } from '@/shared/forms/FormField';
import { useSaveOver } from '@/shared/forms/use-save-over';
import { changed, textOf } from '@/shared/forms/values';
import { useCan } from '@/shared/lib/can';
import { formatMoney } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { paths } from '@/shared/lib/paths';
import { Button } from '@/shared/ui/Button';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { DescriptionList } from '@/shared/ui/DescriptionList';
import { Drawer } from '@/shared/ui/Drawer';
import { DetailSkeleton, ErrorState } from '@/shared/ui/States';
import { Day, Money } from '@/shared/ui/Values';
import { payment, usePaymentNews } from '../api';
import { matchesOf, paidOf } from '../matching';
import { type PaymentField, paymentSpecs } from '../specs';
import { methodNames } from '../vocabulary';
import { MatchFields } from './MatchFields';

const link = 'text-accent-text underline-offset-2 hover:underline';

interface PaymentDrawerProps {
  id: string;
  onClose: () => void;
  onOwed: (id: string) => void;
}

/** Money that came, and the invoices it settled. */
export function PaymentDrawer({ id, onClose, onOwed }: PaymentDrawerProps) {
  const { data: paid, error, refetch } = useQuery(payment(id));
  const may = useCan()('payment.write');
  const [doing, setDoing] = useState<'change' | 'match' | null>(null);
  if (paid && doing === 'change') return <EditPaymentDrawer paid={paid} onClose={() => setDoing(null)} />;
  if (paid && doing === 'match') return <MatchDrawer paid={paid} onClose={() => setDoing(null)} />;
  const sum = (amount: string) => paid && <Money amount={amount} currency={paid.currency} />;
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={paid ? `Payment of ${formatMoney(paid.amount, paid.currency)}` : 'Payment'}
      description={paid && `${paid.orderNumber}, ${paid.customerName}`}
      footer={
        paid &&
        may && (
          <>
            <DeletePayment paid={paid} onDeleted={onClose} />
            <Button onClick={() => setDoing('change')}>Change payment</Button>
            <Button variant="primary" onClick={() => setDoing('match')}>
              Match with invoices
            </Button>
          </>
        )
      }
    >
      {!paid ? (
        error ? (
          <ErrorState title="The payment could not be loaded" error={error} onRetry={() => void refetch()} />
        ) : (
          <DetailSkeleton what="the payment" />
        )
      ) : (
        <>
          <DescriptionList
            columns={2}
            items={[
              { term: 'Received on', value: <Day day={paid.receivedOn} /> },
              { term: 'Paid by', value: paid.method && methodNames[paid.method] },
              { term: 'Reached our account', value: sum(paid.amount) },
              { term: 'Bank charges', value: sum(paid.charges) },
              { term: 'Goes to invoices', value: sum(paid.matched) },
              { term: 'Goes to none yet', value: sum(paid.rest) },
              { term: 'Payer', value: paid.payer },
              { term: 'Bank’s number', value: paid.reference },
              ...(paid.notes ? [{ term: 'Notes', value: paid.notes }] : []),
            ]}
          />
          <section aria-label="Invoices it settles" className="mt-6">
            <h3 className="mb-1 text-sm font-semibold">Invoices it settles</h3>
            {paid.matches.length === 0 && <p className="text-sm text-muted">None yet: it is an advance.</p>}
            <ul className="flex flex-col divide-y divide-line text-sm">
              {paid.matches.map(({ receivableId, invoiceNumber, amount }) => (
                <li key={receivableId} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
                  <button type="button" className={`touch-target ${link}`} onClick={() => onOwed(receivableId)}>
                    {invoiceNumber}
                  </button>
                  {sum(amount)}
                </li>
              ))}
            </ul>
          </section>
          <p className="mt-6 text-sm">
            <Link to={paths.order(paid.orderId)} className={link}>
              Open the order
            </Link>
          </p>
        </>
      )}
    </Drawer>
  );
}

function DeletePayment({ paid, onDeleted }: { paid: PaymentDetailDto; onDeleted: () => void }) {
  const news = usePaymentNews();
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    try {
      await deletePayment({ path: { id: paid.id }, headers: ifUnchanged(paid), throwOnError: true });
      onDeleted();
      news();
      notify.success('The payment is in the trash.');
    } catch (error) {
      reportProblem(error);
    }
  };
  return (
    <>
      <Button variant="quiet" className="me-auto" onClick={() => setAsking(true)}>
        Delete…
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Delete this payment?"
        confirmLabel="Delete payment"
        danger
        onConfirm={() => void remove()}
      >
        The invoices it settled wait for their money again. It lies in the trash for 30 days.
      </ConfirmDialog>
    </>
  );
}

function EditPaymentDrawer({ paid, onClose }: { paid: PaymentDetailDto; onClose: () => void }) {
  const news = usePaymentNews();
  const form = useForm({ defaultValues: textOf<PaymentField>(paymentSpecs, paid) });
  const path = { id: paid.id };
  const { read, save, busy, clash, resolve } = useSaveOver<PaymentDetailDto>({
    read: paid,
    send: async (body, headers) => (await updatePayment({ path, body, headers, throwOnError: true })).data,
    reload: async () => (await getPayment({ path, throwOnError: true })).data,
    onSaved: () => {
      news();
      notify.success('The payment is saved.');
      onClose();
    },
    onProblem: (error) => reportFormProblem(form, error),
  });
  const submit = form.handleSubmit(async (values) => {
    const { charges, ...body } = changed<PaymentField>(paymentSpecs, values, read);
    const sent = { ...body, ...(charges === undefined ? {} : { charges: charges ?? '0' }) };
    if (Object.keys(sent).length === 0) onClose();
    else await save(sent);
  });
  return (
    <FormDrawer
      title={`Payment of ${formatMoney(paid.amount, paid.currency)}`}
      description={`Of ${paid.orderNumber}, ${paid.customerName}`}
      dirty={form.formState.isDirty}
      busy={busy}
      saveLabel="Save payment"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <ClashPanel clash={clash} busy={busy} onResolve={resolve} className="mb-6" />
      <FormProvider {...form}>
        <div className="grid gap-4 sm:grid-cols-2">
          {(Object.keys(paymentSpecs) as PaymentField[]).map((field) => (
            <FormField
              key={field}
              name={field}
              spec={paymentSpecs[field]}
              className={field === 'payer' || field === 'notes' ? 'sm:col-span-full' : undefined}
            />
          ))}
        </div>
      </FormProvider>
    </FormDrawer>
  );
}

function MatchDrawer({ paid, onClose }: { paid: PaymentDetailDto; onClose: () => void }) {
  const news = usePaymentNews();
  const former = Object.fromEntries(paid.matches.map(({ receivableId, amount }) => [receivableId, amount]));
  const form = useForm({ defaultValues: { matches: former } });
  const { isDirty, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ matches }) => {
    try {
      const body = { matches: matchesOf(matches) };
      await matchPayment({ path: { id: paid.id }, body, headers: ifUnchanged(paid), throwOnError: true });
      news();
      notify.success('It is kept which invoices the payment settles.');
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  return (
    <FormDrawer
      title={`Payment of ${formatMoney(paid.amount, paid.currency)}`}
      description="What of it goes to which invoice. What goes to none stays an advance."
      dirty={isDirty}
      busy={isSubmitting}
      saveLabel="Save matches"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <MatchFields
          customerName={paid.customerName}
          currency={paid.currency}
          paid={paidOf(paid.amount, paid.charges)}
          former={paid.matches}
        />
      </FormProvider>
    </FormDrawer>
  );
}
