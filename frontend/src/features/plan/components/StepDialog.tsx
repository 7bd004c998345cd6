import { CalendarCheck, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { reportFormProblem } from '@/shared/api/errors';
import { getMilestone, type MilestoneDto, putMilestone, updateMilestone } from '@/shared/api/generated';
import { ClashPanel } from '@/shared/forms/ClashPanel';
import { FormDialog } from '@/shared/forms/FormDialog';
import { FormField } from '@/shared/forms/FormField';
import { useOverride } from '@/shared/gates/override';
import { useSaveOver } from '@/shared/forms/use-save-over';
import { today } from '@/shared/lib/house';
import { plural } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { holderNames } from '@/shared/plan/holders';
import { Button } from '@/shared/ui/Button';
import { usePlanNews } from '../api';
import { fieldsOf, newStep, noSlip, slips, slipTold, stepChanges, stepSpecs, stepValues } from '../values';
import { knownSteps, milestoneNames } from '@/shared/lib/milestones';
import type { StepKey } from '../vocabulary';
import { SlipFields } from './SlipFields';
import { RemoveStepDialog } from './RemoveStepDialog';

interface StepProps {
  lineLabel: string;
  onClose: () => void;
}

/** A step of a line: its plan, the day it happened, that it was refused or does not apply. */
export function StepDialog({ step, lineLabel, onClose }: StepProps & { step: MilestoneDto }) {
  const news = usePlanNews();
  const { attempt, question } = useOverride();
  const [removing, setRemoving] = useState(false);
  const form = useForm({ defaultValues: { ...stepValues(step), slip: noSlip } });
  const path = { id: step.id };
  const { read, save, busy, clash, resolve } = useSaveOver<MilestoneDto>({
    read: step,
    send: (body, headers) =>
      attempt(async (override) => {
        const sent = { ...body, override };
        return (await updateMilestone({ path, body: sent, headers, throwOnError: true })).data;
      }),
    reload: async () => (await getMilestone({ path, throwOnError: true })).data,
    onSaved: (saved) => {
      news.written(saved);
      notify.success(`${saved.label} of ${lineLabel} is saved.`);
      onClose();
    },
    onProblem: (error) => reportFormProblem(form, error),
  });
  const submit = form.handleSubmit(async ({ slip, ...values }) => {
    const body = stepChanges(values, read);
    if (Object.keys(body).length === 0) onClose();
    else await save({ ...body, ...(slips(values, read) ? slipTold(slip) : {}) });
  });
  if (removing) return <RemoveStepDialog step={step} lineLabel={lineLabel} onClose={onClose} />;

  return (
    <>
      <FormDialog
        title={`${step.label} of ${lineLabel}`}
        description={askedOf(step)}
        busy={busy}
        saveLabel="Save step"
        onSave={(event) => void submit(event)}
        onClose={onClose}
      >
        <ClashPanel clash={clash} busy={busy} onResolve={resolve} className="sm:col-span-2" />
        <FormProvider {...form}>
          <StepFields onToday={() => form.setValue('actualOn', today(), { shouldDirty: true })} />
          <SlipFields read={read} />
        </FormProvider>
        <Button
          variant="quiet"
          size="sm"
          icon={Trash2}
          onClick={() => setRemoving(true)}
          className="-ms-2 justify-self-start text-bad"
        >
          Take it out of the plan
        </Button>
      </FormDialog>
      {question}
    </>
  );
}

/** `PP yards`; of a step of the house's own the words of its key. */
const nameOf = (key: string): string =>
  (knownSteps as Record<string, string>)[key] ?? key.replace(/^custom_/, '').replaceAll('_', ' ');

/** `Mill · 4 working days after PP yards`: whose turn it is, how long they have, and what they wait for. */
function askedOf({ holder, days, after }: MilestoneDto): string {
  const waits = after.map(({ key }) => nameOf(key));
  const time = days > 0 ? plural(days, 'working day') : null;
  const from = waits.length ? `after ${waits.join(' and ')}` : null;
  return [holderNames[holder], [time, from].filter(Boolean).join(' ')].filter(Boolean).join(' · ');
}

/** A step that is not in the line's plan yet. */
export function NewStepDialog({ lineId, step, lineLabel, onClose }: StepProps & { lineId: string; step: StepKey }) {
  const news = usePlanNews();
  const { attempt, question } = useOverride();
  const form = useForm({ defaultValues: stepValues(newStep) });
  const submit = form.handleSubmit(async (values) => {
    try {
      const path = { id: lineId, milestone: step };
      const body = stepChanges(values, newStep);
      const { data } = await attempt((override) =>
        putMilestone({ path, body: { ...body, override }, throwOnError: true }),
      );
      news.written(data);
      notify.success(`${data.label} is in the plan of ${lineLabel}.`);
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  return (
    <>
      <FormDialog
        title={`Add ${milestoneNames[step]} to ${lineLabel}`}
        busy={form.formState.isSubmitting}
        saveLabel="Add step"
        onSave={(event) => void submit(event)}
        onClose={onClose}
      >
        <FormProvider {...form}>
          <StepFields onToday={() => form.setValue('actualOn', today(), { shouldDirty: true })} />
        </FormProvider>
      </FormDialog>
      {question}
    </>
  );
}

function StepFields({ onToday }: { onToday: () => void }) {
  const state = useWatch({ name: 'state' }) as string;
  return fieldsOf(state).map((name) => (
    <div key={name} className={name === 'state' || name === 'note' ? 'sm:col-span-2' : 'flex flex-col gap-1.5'}>
      <FormField name={name} spec={stepSpecs[name]} />
      {name === 'actualOn' && (
        <Button variant="quiet" size="sm" icon={CalendarCheck} onClick={onToday} className="-ms-2 self-start">
          It happened today
        </Button>
      )}
    </div>
  ));
}
