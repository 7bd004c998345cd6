import { useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { ifUnchanged } from '@/shared/api/change';
import { reportFormProblem } from '@/shared/api/errors';
import { type IncidentDto, reopenIncident, resolveIncident, type ResolveIncidentDto } from '@/shared/api/generated';
import { FormDialog } from '@/shared/forms/FormDialog';
import { FormField } from '@/shared/forms/FormField';
import { day, long } from '@/shared/forms/specs';
import { filled } from '@/shared/forms/values';
import { plural } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { notify } from '@/shared/lib/notify';
import { useIncidentNews } from '../api';
import { daysLostSpec, partyNameSpec, partySpec } from '../specs';

interface DialogProps {
  incident: IncidentDto;
  onClose: () => void;
}

const resolveSpecs = {
  resolution: { ...long('How it was settled', 5000), required: 'Say how it was settled.' },
  resolvedOn: day('Settled on'),
  daysLost: { ...daysLostSpec, hint: 'Booked in the delay ledger.' },
  party: partySpec,
  partyName: partyNameSpec,
};

/** It is settled: how, on which day, and what it cost in time. */
export function ResolveDialog({ incident, onClose }: DialogProps) {
  const news = useIncidentNews();
  const form = useForm({
    defaultValues: {
      resolution: incident.resolution ?? '',
      resolvedOn: today(),
      daysLost: incident.daysLost ? String(incident.daysLost) : '',
      party: incident.party ?? '',
      partyName: incident.partyName ?? '',
    },
  });
  const submit = form.handleSubmit(async (values) => {
    const { daysLost, ...body } = filled(resolveSpecs, { ...values, partyName: values.party ? values.partyName : '' });
    try {
      const { data } = await resolveIncident({
        path: { id: incident.id },
        body: { ...body, ...(daysLost ? { daysLost: Number(daysLost) } : {}) } as ResolveIncidentDto,
        headers: ifUnchanged(incident),
        throwOnError: true,
      });
      news();
      notify.success(
        data.daysLost
          ? `It is resolved; ${plural(data.daysLost, 'working day')} are in the delay ledger.`
          : 'The incident is resolved.',
      );
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  return (
    <FormDialog
      title={`Resolve “${incident.title}”`}
      busy={form.formState.isSubmitting}
      saveLabel="Resolve"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <FormField name="resolution" spec={resolveSpecs.resolution} className="sm:col-span-2" />
        <FormField name="resolvedOn" spec={resolveSpecs.resolvedOn} />
        <FormField name="daysLost" spec={resolveSpecs.daysLost} />
        <LossFields />
      </FormProvider>
    </FormDialog>
  );
}

/** Days that were lost are somebody's. */
function LossFields() {
  const [daysLost, party] = useWatch<Record<'daysLost' | 'party', string>, ['daysLost', 'party']>({
    name: ['daysLost', 'party'],
  });
  if (!daysLost.trim()) return null;
  return (
    <>
      <FormField name="party" spec={{ ...partySpec, required: 'Say through whom.' }} />
      {party && (
        <FormField
          name="partyName"
          spec={{ ...partyNameSpec, required: party === 'other' ? 'Say who it was.' : undefined }}
        />
      )}
    </>
  );
}

const reasonSpec = { ...long('Why', 2000), required: 'Say why.' };

/** It is not settled after all; the days that it booked are taken back. */
export function ReopenDialog({ incident, onClose }: DialogProps) {
  const news = useIncidentNews();
  const form = useForm({ defaultValues: { reason: '' } });
  const [refusal, setRefusal] = useState<unknown>(null);
  const submit = form.handleSubmit(async (body) => {
    try {
      await reopenIncident({
        path: { id: incident.id },
        body,
        headers: ifUnchanged(incident),
        throwOnError: true,
      });
      news();
      notify.success('The incident is open again.');
      onClose();
    } catch (error) {
      setRefusal(error);
    }
  });
  return (
    <FormDialog
      title={`Reopen “${incident.title}”`}
      description={incident.daysLost ? 'The days that it booked in the delay ledger are taken back.' : undefined}
      busy={form.formState.isSubmitting}
      saveLabel="Reopen"
      refusal={refusal}
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <FormField name="reason" spec={reasonSpec} className="sm:col-span-2" />
      </FormProvider>
    </FormDialog>
  );
}
