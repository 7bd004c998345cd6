import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { getOrder, type OrderDto, updateOrder } from '@/shared/api/generated';
import { reportFormProblem, toProblem } from '@/shared/api/errors';
import { notify } from '@/shared/lib/notify';
import { paths } from '@/shared/lib/paths';
import { PageHeader } from '@/shared/ui/PageHeader';
import { DetailSkeleton, ErrorState } from '@/shared/ui/States';
import { UnsavedGuard } from '@/shared/ui/UnsavedGuard';
import { orderDetail, useOrderNews } from '../api';
import { ClashPanel } from '@/shared/forms/ClashPanel';
import { saveOnCtrlEnter } from '@/shared/forms/FormDrawer';
import { FormFooter } from '../components/FormFooter';
import { NoSuchOrder } from '../components/NoSuchOrder';
import { MoreOrderFields, OrderFields } from '../form/OrderFields';
import { orderChanges, orderValues } from '../form/values';
import { RevisionDialog } from '../revision/RevisionDialog';
import { useRevision } from '../revision/use-revision';
import { useSaveOver } from '@/shared/forms/use-save-over';

export default function EditOrderPage() {
  const { orderId = '' } = useParams({ strict: false });
  const { data: order, error, refetch } = useQuery(orderDetail(orderId));
  if (order) return <EditOrder key={order.id} order={order} />;
  if (error && toProblem(error).status === 404) return <NoSuchOrder orderId={orderId} />;
  if (error) return <ErrorState title="The order could not be loaded" error={error} onRetry={() => void refetch()} />;
  return <DetailSkeleton what="the order" />;
}

/** The order's own fields. What was read when the form opened stays its ground, whatever is loaded meanwhile. */
function EditOrder({ order }: { order: OrderDto }) {
  const navigate = useNavigate();
  const news = useOrderNews();
  const [leaving, setLeaving] = useState(false);
  const form = useForm({ defaultValues: orderValues(order) });
  const revision = useRevision();
  const path = { id: order.id };
  const leave = () => navigate({ to: paths.order(order.id), ignoreBlocker: true });

  const { read, save, busy, clash, resolve } = useSaveOver<OrderDto>({
    read: order,
    send: async (body, headers) =>
      (await updateOrder({ path, body: revision.onto(body), headers, throwOnError: true })).data,
    reload: async () => (await getOrder({ path, throwOnError: true })).data,
    onSaved: (saved) => {
      news.order(saved);
      notify.success(`${saved.orderNumber} is saved.`);
      setLeaving(true);
      void leave();
    },
    onProblem: (error) => {
      if (revision.ask(error)) return;
      revision.close();
      reportFormProblem(form, error);
    },
  });
  const submit = form.handleSubmit(async (values) => {
    const body = orderChanges(values, read);
    if (Object.keys(body).length === 0) await leave();
    else await save(body);
  });

  return (
    <>
      <PageHeader
        title={`Edit ${order.orderNumber}`}
        crumbs={[
          { label: 'Orders', to: paths.orders },
          { label: order.orderNumber, to: paths.order(order.id) },
        ]}
        description={
          <>
            Styles and lines are changed one by one, on the{' '}
            <Link to={paths.order(order.id)} className="text-accent-text underline underline-offset-2">
              Lines
            </Link>{' '}
            tab.
          </>
        }
      />
      <UnsavedGuard when={form.formState.isDirty && !busy && !leaving} />
      <FormProvider {...form}>
        <form
          noValidate
          aria-label={`Edit ${order.orderNumber}`}
          onSubmit={(event) => void submit(event)}
          onKeyDown={saveOnCtrlEnter}
          className="flex flex-col gap-5"
        >
          <ClashPanel clash={clash} busy={busy} onResolve={resolve} />
          <OrderFields saved={order} />
          <MoreOrderFields hasLines={order.styles.length > 0} opened />
          <FormFooter saveLabel="Save" busy={busy} onCancel={() => void navigate({ to: paths.order(order.id) })} />
        </form>
      </FormProvider>
      {!clash && (
        <RevisionDialog
          revision={revision}
          what={order.orderNumber}
          orderId={order.id}
          of={order}
          busy={busy}
          onSave={() => void submit()}
        />
      )}
    </>
  );
}
