import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LineDto } from '@/shared/api/generated';
import { FormDialog } from '@/shared/forms/FormDialog';
import { notify } from '@/shared/lib/notify';
import { Checkbox } from '@/shared/ui/Checkbox';
import { Field } from '@/shared/ui/Field';
import { Select } from '@/shared/ui/Input';
import { Refusal } from '@/shared/ui/Refusal';
import { planOfLine, templateChoices, useLayPlan } from '../api';

interface LayPlanDialogProps {
  line: LineDto;
  /** It has a plan already. */
  again: boolean;
  onClose: () => void;
}

/** Lays a template on a line: its open days come from the ETD, what happened and what was fixed stays. */
export function LayPlanDialog({ line, again, onClose }: LayPlanDialogProps) {
  const { data: templates = [] } = useQuery(templateChoices());
  const { mutate, isPending, error } = useLayPlan(line.id);
  const [templateId, setTemplateId] = useState('');
  const { data: plan } = useQuery({ ...planOfLine(line.id), enabled: again });
  const [newBaseline, setNewBaseline] = useState(false);
  const [bringBack, setBringBack] = useState(false);
  const takenOut = plan?.takenOut ?? [];
  const lay = () =>
    mutate(
      {
        ...(templateId ? { templateId } : {}),
        ...(newBaseline ? { newBaseline } : {}),
        ...(bringBack ? { bringBack } : {}),
      },
      {
        onSuccess: ({ templateName }) => {
          notify.success(`The plan of ${line.label} is laid${templateName ? ` by ${templateName}` : ''}.`);
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={`Lay the plan of ${line.label}`}
      busy={isPending}
      saveLabel="Lay plan"
      onSave={(event) => {
        event?.preventDefault();
        lay();
      }}
      onClose={onClose}
    >
      <p className="text-sm text-muted sm:col-span-2">
        Counted back from the ETD on the working days of who holds each step. What happened, what was set by hand and
        what does not apply stays.
      </p>
      <Field label="Template" className="sm:col-span-2">
        <Select
          value={templateId}
          onChange={({ target }) => setTemplateId(target.value)}
          options={[
            { value: '', label: 'The one that fits best' },
            ...templates.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Field>
      {takenOut.length > 0 && (
        <Checkbox
          label={`Bring back what was taken out: ${takenOut.map(({ label }) => label).join(', ')}`}
          checked={bringBack}
          onChange={({ target }) => setBringBack(target.checked)}
          className="sm:col-span-2"
        />
      )}
      {again && (
        <Checkbox
          label="Forget what was planned at first: this is the baseline now"
          checked={newBaseline}
          onChange={({ target }) => setNewBaseline(target.checked)}
          className="sm:col-span-2"
        />
      )}
      <Refusal error={error} />
    </FormDialog>
  );
}
