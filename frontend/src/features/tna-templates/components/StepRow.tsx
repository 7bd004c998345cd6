import { ArrowDown, ArrowUp, Plus, Trash2, X } from 'lucide-react';
import type { StepDurationDto } from '@/shared/api/generated';
import { type Holder, holderOptions } from '@/shared/plan/holders';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { IconButton } from '@/shared/ui/IconButton';
import { Input, Select } from '@/shared/ui/Input';
import { type DraftStep, type DraftWait, draftStepName, knownSteps } from '../draft';

const choices = [
  ...Object.entries(knownSteps).map(([value, label]) => ({ value, label })),
  { value: 'own', label: 'One of our own…' },
];

interface StepRowProps {
  step: DraftStep;
  at: number;
  /** All of the template: a step waits for others of it. */
  steps: readonly DraftStep[];
  /** What it took in the house's own past, where that is known. */
  past?: StepDurationDto;
  faultOf: (field: string) => string | undefined;
  onChange: (step: DraftStep) => void;
  onMove: (by: 1 | -1) => void;
  /** A template has one step at least. */
  onRemove?: () => void;
}

/** One step of a template: who holds it, how long, and what it waits for. */
export function StepRow({ step, at, steps, past, faultOf, onChange, onMove, onRemove }: StepRowProps) {
  const name = draftStepName(step);
  const others = steps.filter(({ id }) => id !== step.id);
  const free = others.find(({ id }) => step.after.every(({ of }) => of !== id));
  const putWait = (which: number, more: Partial<DraftWait>) =>
    onChange({ ...step, after: step.after.map((wait, index) => (index === which ? { ...wait, ...more } : wait)) });
  return (
    <li className="rounded-lg border border-line p-3">
      <div className="flex items-start gap-2">
        <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-2">
          <Field label={`Step ${at + 1}`} hideLabel error={step.key ? faultOf('key') : undefined}>
            <Select
              options={choices}
              value={step.key || 'own'}
              onChange={({ target }) => onChange({ ...step, key: target.value === 'own' ? '' : target.value })}
            />
          </Field>
          {!step.key && (
            <Field label={`Name of step ${at + 1}`} hideLabel error={faultOf('label') ?? faultOf('key')}>
              <Input
                value={step.label}
                maxLength={100}
                placeholder="Its name"
                onChange={({ target }) => onChange({ ...step, label: target.value })}
              />
            </Field>
          )}
        </div>
        <IconButton icon={ArrowUp} size="sm" label={`Move ${name} up`} disabled={at === 0} onClick={() => onMove(-1)} />
        <IconButton
          icon={ArrowDown}
          size="sm"
          label={`Move ${name} down`}
          disabled={at === steps.length - 1}
          onClick={() => onMove(1)}
        />
        <IconButton
          icon={Trash2}
          size="sm"
          label={`Take ${name} out`}
          disabled={!onRemove}
          onClick={() => onRemove?.()}
        />
      </div>
      <div className="mt-2 grid grid-cols-2 gap-2">
        <Field label="Held by" error={faultOf('holder')}>
          <Select
            aria-label={`Who holds ${name}`}
            options={holderOptions}
            value={step.holder}
            onChange={({ target }) => onChange({ ...step, holder: target.value as Holder })}
          />
        </Field>
        <Field label="Working days" error={faultOf('days')}>
          <Input
            inputMode="numeric"
            aria-label={`Working days of ${name}`}
            value={step.days}
            onChange={({ target }) => onChange({ ...step, days: target.value })}
            className="text-end tabular-nums"
          />
        </Field>
      </div>
      {past && (
        <p className="mt-2 flex flex-wrap items-center gap-x-3 text-[0.8125rem] text-muted">
          Of {past.samples} times half took {past.p50}, eight of ten {past.p80} working days.
          {step.days !== String(past.p80) && (
            <Button
              variant="quiet"
              size="sm"
              className="-ms-2"
              onClick={() => onChange({ ...step, days: String(past.p80) })}
            >
              Give it {past.p80} <span className="sr-only">days: {name}</span>
            </Button>
          )}
        </p>
      )}
      <div role="group" aria-label={`What ${name} waits for`} className="mt-3 grid gap-2">
        {step.after.map((wait, which) => (
          <div key={wait.of} className="flex flex-wrap items-start gap-2">
            <Field
              label={`${name} waits for`}
              hideLabel
              error={faultOf(`after.${which}.key`)}
              className="min-w-0 flex-1 basis-40"
            >
              <Select
                options={others.map((other) => ({ value: String(other.id), label: `after ${draftStepName(other)}` }))}
                value={String(wait.of)}
                onChange={({ target }) => putWait(which, { of: Number(target.value) })}
              />
            </Field>
            <Field label="Calendar days between" hideLabel error={faultOf(`after.${which}.lag`)} className="w-24">
              <Input
                inputMode="numeric"
                value={wait.lag}
                onChange={({ target }) => putWait(which, { lag: target.value })}
                className="text-end tabular-nums"
              />
            </Field>
            <span className="self-center text-[0.8125rem] text-muted">days later</span>
            <IconButton
              icon={X}
              size="sm"
              label={`No longer wait for ${draftStepName(steps.find(({ id }) => id === wait.of) ?? step)}`}
              onClick={() => onChange({ ...step, after: step.after.filter((_, index) => index !== which) })}
            />
          </div>
        ))}
        {faultOf('after') && <p className="text-[0.8125rem] text-bad">{faultOf('after')}</p>}
        {free && (
          <Button
            variant="quiet"
            size="sm"
            icon={Plus}
            className="-ms-2 justify-self-start"
            onClick={() => onChange({ ...step, after: [...step.after, { of: free.id, lag: '0' }] })}
          >
            {step.after.length ? 'It waits for more' : 'It waits for another step'}
          </Button>
        )}
      </div>
    </li>
  );
}
