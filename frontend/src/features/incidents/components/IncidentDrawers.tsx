import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { newIdempotencyKey, once } from '@/shared/api/change';
import { reportFormProblem } from '@/shared/api/errors';
import {
  getIncident,
  type IncidentDto,
  type OrderDto,
  reportIncident,
  type ReportIncidentDto,
  updateIncident,
} from '@/shared/api/generated';
import { ClashPanel } from '@/shared/forms/ClashPanel';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { OrderChoice, useOrderChoice } from '@/shared/forms/OrderChoice';
import { useSaveOver } from '@/shared/forms/use-save-over';
import { today } from '@/shared/lib/house';
import { notify } from '@/shared/lib/notify';
import { orderOf } from '@/shared/talk/api';
import { useIncidentNews } from '../api';
import { incidentChanges, incidentValues, reportBody } from '../specs';
import { IncidentFields } from './IncidentFields';

interface ReportDrawerProps {
  /** Within its workspace; else the order is chosen here. */
  order?: OrderDto;
  onClose: () => void;
}

/** Something went wrong with an order or one of its lines. */
export function ReportDrawer({ order: given, onClose }: ReportDrawerProps) {
  const news = useIncidentNews();
  const [key] = useState(newIdempotencyKey);
  const choice = useOrderChoice(given);
  const form = useForm({
    defaultValues: { ...incidentValues({ incidentDate: today() }), orderId: given?.id ?? '' },
  });
  const { isDirty, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async ({ orderId, ...values }) => {
    try {
      const body = { ...reportBody(values), orderId } as ReportIncidentDto;
      await reportIncident({ body, headers: once(key), throwOnError: true });
      news();
      notify.success('The incident is reported.');
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });

  return (
    <FormDrawer
      title="Report an incident"
      description="The order’s merchandiser hears of it; of grave ones the managers too."
      dirty={isDirty}
      busy={isSubmitting}
      saveLabel="Report incident"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <IncidentFields order={choice.order}>
          <OrderChoice choice={choice} missing="Choose the order it is of." clears={['orderLineId', 'step']} />
        </IncidentFields>
      </FormProvider>
    </FormDrawer>
  );
}

export function EditIncidentDrawer({ incident, onClose }: { incident: IncidentDto; onClose: () => void }) {
  const news = useIncidentNews();
  const { data: order } = useQuery(orderOf(incident.orderId));
  const form = useForm({ defaultValues: incidentValues(incident) });
  const path = { id: incident.id };
  const { read, save, busy, clash, resolve } = useSaveOver<IncidentDto>({
    read: incident,
    send: async (body, headers) => (await updateIncident({ path, body, headers, throwOnError: true })).data,
    reload: async () => (await getIncident({ path, throwOnError: true })).data,
    onSaved: () => {
      news();
      notify.success('The incident is changed.');
      onClose();
    },
    onProblem: (error) => reportFormProblem(form, error),
  });
  const submit = form.handleSubmit(async (values) => {
    const body = incidentChanges(values, read);
    if (Object.keys(body).length === 0) onClose();
    else await save(body);
  });

  return (
    <FormDrawer
      title={`Incident of ${incident.orderNumber}`}
      dirty={form.formState.isDirty}
      busy={busy}
      saveLabel="Save"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <ClashPanel clash={clash} busy={busy} onResolve={resolve} className="mb-6" />
      <FormProvider {...form}>
        <IncidentFields key={order?.id} order={order} />
      </FormProvider>
    </FormDrawer>
  );
}
