import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { newIdempotencyKey } from '@/shared/api/change';
import { toProblem } from '@/shared/api/errors';
import type { TemplateDto } from '@/shared/api/generated';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { notify } from '@/shared/lib/notify';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { Input, Select } from '@/shared/ui/Input';
import { Refusal } from '@/shared/ui/Refusal';
import { pastOfSteps, useSaveTemplate } from '../api';
import { type Draft, draftOf, type DraftStep, newStep, sentOf } from '../draft';
import { StepRow } from './StepRow';

const orderTypes = [
  { value: '', label: 'Either type' },
  { value: 'local', label: 'Local orders' },
  { value: 'foreign', label: 'Foreign orders' },
];

/** Makes a T&A template, or changes one. */
export function TemplateDrawer({ template, onClose }: { template?: TemplateDto; onClose: () => void }) {
  const [start] = useState(() => draftOf(template));
  const [draft, setDraft] = useState<Draft>(start);
  const [key] = useState(newIdempotencyKey);
  const { mutate, isPending, error } = useSaveTemplate(template, key);
  const { data: past = [] } = useQuery(pastOfSteps());
  const errors = error ? toProblem(error).errors : {};
  const faultOf = (field: string) => errors[field]?.join(' ');
  const change = (more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more }));
  const { steps } = draft;

  const put = (at: number, step: DraftStep) =>
    change({ steps: steps.map((each, index) => (index === at ? step : each)) });
  const move = (at: number, by: 1 | -1) => {
    const moved = [...steps];
    moved.splice(at + by, 0, ...moved.splice(at, 1));
    change({ steps: moved });
  };
  const remove = ({ id }: DraftStep) =>
    change({
      steps: steps
        .filter((step) => step.id !== id)
        .map((step) => ({ ...step, after: step.after.filter(({ of }) => of !== id) })),
    });
  const save = (event?: FormEvent) => {
    event?.preventDefault();
    mutate(sentOf(draft), {
      onSuccess: ({ name }) => {
        notify.success(`The template ${name} is saved. Plans that are laid from now on follow it.`);
        onClose();
      },
    });
  };

  return (
    <FormDrawer
      title={template ? `Template ${template.name}` : 'New template'}
      description="Counts for plans that are laid from now on; lines keep the plan they have, but another holder of a step is theirs too."
      dirty={draft !== start}
      busy={isPending}
      saveLabel="Save template"
      onSave={save}
      onClose={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-6">
        <Field label="Name" required error={faultOf('name')} className="sm:col-span-4">
          <Input value={draft.name} maxLength={100} onChange={({ target }) => change({ name: target.value })} />
        </Field>
        <Field label="For" error={faultOf('orderType')} className="sm:col-span-2">
          <Select
            options={orderTypes}
            value={draft.orderType}
            onChange={({ target }) => change({ orderType: target.value })}
          />
        </Field>
        <Field
          label="Buyers"
          hint="With commas between; empty: every buyer."
          error={faultOf('buyers')}
          className="sm:col-span-6"
        >
          <Input value={draft.buyers} onChange={({ target }) => change({ buyers: target.value })} />
        </Field>
        <Field
          label="Words"
          hint="One of them in the fabric type, or in the CAD; empty: any fabric."
          error={faultOf('words')}
          className="sm:col-span-4"
        >
          <Input value={draft.words} onChange={({ target }) => change({ words: target.value })} />
        </Field>
        <Field
          label="Tried as number"
          hint="Of equals the smaller."
          error={faultOf('position')}
          className="sm:col-span-2"
        >
          <Input
            inputMode="numeric"
            value={draft.position}
            onChange={({ target }) => change({ position: target.value })}
            className="text-end tabular-nums"
          />
        </Field>
      </div>
      <h3 className="mb-1 mt-6 text-sm font-semibold">Steps</h3>
      <p className="mb-3 text-[0.8125rem] text-muted">
        A step takes working days of who holds it, from the day when all that it waits for is done.
      </p>
      <ol className="grid gap-3">
        {steps.map((step, at) => (
          <StepRow
            key={step.id}
            step={step}
            at={at}
            steps={steps}
            past={past.find((each) => each.step === step.key)}
            faultOf={(field) => faultOf(`steps.${at}.${field}`)}
            onChange={(next) => put(at, next)}
            onMove={(by) => move(at, by)}
            onRemove={steps.length > 1 ? () => remove(step) : undefined}
          />
        ))}
      </ol>
      <Button icon={Plus} className="mt-3" onClick={() => change({ steps: [...steps, newStep(steps)] })}>
        Add step
      </Button>
      {Object.keys(errors).length === 0 && <Refusal error={error} />}
    </FormDrawer>
  );
}
