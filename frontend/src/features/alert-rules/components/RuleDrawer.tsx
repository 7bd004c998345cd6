import { type FormEvent, useState } from 'react';
import { audiences, severities } from '@/shared/alerts/vocabulary';
import { toProblem } from '@/shared/api/errors';
import type { AlertRuleDto } from '@/shared/api/generated';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { notify } from '@/shared/lib/notify';
import { Field } from '@/shared/ui/Field';
import { Input, Select } from '@/shared/ui/Input';
import { Refusal } from '@/shared/ui/Refusal';
import { useChangeRule } from '../api';
import { described, unitWords } from '../vocabulary';

type Draft = Pick<AlertRuleDto, 'severity' | 'audience'> & { threshold: string };

const severityOptions = Object.entries(severities).map(([value, { label }]) => ({ value, label }));
const audienceOptions = Object.entries(audiences).map(([value, label]) => ({ value, label }));

/** How early a rule warns, how loudly, and whom. */
export function RuleDrawer({ rule, onClose }: { rule: AlertRuleDto; onClose: () => void }) {
  const [start] = useState<Draft>({ ...rule, threshold: String(rule.threshold) });
  const [draft, setDraft] = useState(start);
  const { mutate, isPending, error } = useChangeRule({ ownErrors: true });
  const errors = error ? toProblem(error).errors : {};
  const change = (more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more }));
  const { threshold, severity, audience } = draft;
  const save = (event?: FormEvent) => {
    event?.preventDefault();
    mutate(
      { rule, body: { threshold: Number(threshold), severity, audience } },
      {
        onSuccess: () => {
          notify.success(`“${rule.label}” is saved. The house is gone through by it now.`);
          onClose();
        },
      },
    );
  };
  return (
    <FormDrawer
      title={rule.label}
      description={described({ ...rule, threshold: Number(threshold) || rule.threshold })}
      dirty={draft !== start}
      busy={isPending}
      saveLabel="Save rule"
      onSave={save}
      onClose={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={`Threshold in ${unitWords(rule.unit)}`}
          required
          hint={`From ${rule.lowest} to ${rule.highest}.`}
          error={errors.threshold?.join(' ')}
        >
          <Input
            inputMode="numeric"
            value={threshold}
            maxLength={3}
            onChange={({ target }) => change({ threshold: target.value.replace(/\D/g, '') })}
          />
        </Field>
        <Field label="Severity at first" hint="One step more once it is worse." error={errors.severity?.join(' ')}>
          <Select
            options={severityOptions}
            value={severity}
            onChange={({ target }) => change({ severity: target.value as Draft['severity'] })}
          />
        </Field>
        <Field label="Who hears of it" error={errors.audience?.join(' ')} className="sm:col-span-2">
          <Select
            options={audienceOptions}
            value={audience}
            onChange={({ target }) => change({ audience: target.value as Draft['audience'] })}
          />
        </Field>
      </div>
      {Object.keys(errors).length === 0 && <Refusal error={error} />}
    </FormDrawer>
  );
}
