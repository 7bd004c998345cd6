import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { newIdempotencyKey, once } from '@/shared/api/change';
import { reportFormProblem } from '@/shared/api/errors';
import {
  bookDelay,
  type BookDelayDto,
  type DelayDto,
  type OrderDto,
  rebookDelay,
  type RebookDelayDto,
} from '@/shared/api/generated';
import { FormDialog } from '@/shared/forms/FormDialog';
import { FormField } from '@/shared/forms/FormField';
import { choice, type FieldSpec, long } from '@/shared/forms/specs';
import { filled } from '@/shared/forms/values';
import { plural } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { hasName, partyNames } from '@/shared/plan/parties';
import { stepsOfLine, useIncidentNews } from '../api';
import { daysLostSpec, partyNameSpec, partySpec } from '../specs';

const toldSpecs = {
  party: { ...partySpec, required: 'Say through whom.' },
  partyName: partyNameSpec,
  reason: { ...long('Why', 2000), required: 'Say why.' },
} satisfies Record<string, FieldSpec>;

/** Through whom, by name, and why. Within a `FormProvider`. */
function ToldFields() {
  const party = useWatch<{ party: string }, 'party'>({ name: 'party' });
  return (
    <>
      <FormField name="party" spec={toldSpecs.party} />
      {party && (
        <FormField
          name="partyName"
          spec={{
            ...partyNameSpec,
            placeholder: hasName(party) ? 'As on the order' : undefined,
            required: party === 'other' ? 'Say who it was.' : undefined,
          }}
        />
      )}
      <FormField name="reason" spec={toldSpecs.reason} className="sm:col-span-2" />
    </>
  );
}

const bookSpecs = {
  ...toldSpecs,
  lineId: choice('Line', [], { required: 'Choose the line.' }),
  step: choice('At the step', [], { placeholder: 'None' }),
  workingDays: { ...daysLostSpec, hint: undefined, required: 'How many?' },
};

/** Days of a line that were lost, booked by hand. */
export function BookDelayDialog({ order, onClose }: { order: OrderDto; onClose: () => void }) {
  const news = useIncidentNews();
  const [key] = useState(newIdempotencyKey);
  const lines = order.styles.flatMap((style) => style.lines);
  const [only] = lines.length === 1 ? lines : [];
  const form = useForm({
    defaultValues: { lineId: only?.id ?? '', step: '', workingDays: '', party: '', partyName: '', reason: '' },
  });
  const lineId = useWatch({ control: form.control, name: 'lineId' });
  const { data: plan } = useQuery({ ...stepsOfLine(lineId), enabled: lineId !== '' });
  const submit = form.handleSubmit(async (values) => {
    const { workingDays, lineId: id, ...body } = filled(bookSpecs, values);
    try {
      const { data } = await bookDelay({
        path: { id: String(id) },
        body: { ...body, workingDays: Number(workingDays) } as BookDelayDto,
        headers: once(key),
        throwOnError: true,
      });
      news();
      notify.success(`${plural(data.workingDays, 'working day')} are booked to ${nameOf(data)}.`);
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  return (
    <FormDialog
      title={`Book days that ${order.orderNumber} lost`}
      description="A step that happens late is booked by itself; this is for what no step shows."
      busy={form.formState.isSubmitting}
      saveLabel="Book days"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <FormField
          name="lineId"
          spec={{ ...bookSpecs.lineId, options: lines.map(({ id, label }) => ({ value: id, label })) }}
        />
        <FormField
          key={plan?.orderLineId}
          name="step"
          spec={{
            ...bookSpecs.step,
            options: (plan?.steps ?? []).map(({ milestone, label }) => ({ value: milestone, label })),
          }}
        />
        <FormField name="workingDays" spec={bookSpecs.workingDays} />
        <ToldFields />
      </FormProvider>
    </FormDialog>
  );
}

/** The days are another's: one entry takes them back, another books them. */
export function RebookDialog({ delay, onClose }: { delay: DelayDto; onClose: () => void }) {
  const news = useIncidentNews();
  const form = useForm({ defaultValues: { party: '', partyName: '', reason: '' } });
  const submit = form.handleSubmit(async (values) => {
    try {
      const body = filled(toldSpecs, values) as unknown as RebookDelayDto;
      const { data } = await rebookDelay({ path: { id: delay.id }, body, throwOnError: true });
      news();
      notify.success(`${plural(data.workingDays, 'working day')} are ${nameOf(data)}’s now.`);
      onClose();
    } catch (error) {
      news();
      reportFormProblem(form, error);
    }
  });
  return (
    <FormDialog
      title={`Book ${plural(delay.workingDays, 'working day')} to another`}
      description={`They stand with ${nameOf(delay)}${delay.stepLabel ? ` for “${delay.stepLabel}”` : ''}. Both entries stay to be seen.`}
      busy={form.formState.isSubmitting}
      saveLabel="Book to them"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <ToldFields />
      </FormProvider>
    </FormDialog>
  );
}

const nameOf = ({ party, partyName }: Pick<DelayDto, 'party' | 'partyName'>): string => partyName ?? partyNames[party];
