import { useForm } from 'react-hook-form';
import { toProblem } from '../api/errors';
import type { FindingDto } from '../api/generated';
import { FormDialog } from '../forms/FormDialog';
import { Field } from '../ui/Field';
import { Textarea } from '../ui/Input';

interface WaiveDialogProps {
  finding: FindingDto;
  /** Resolves once it stands. */
  onWaive: (reason: string) => Promise<unknown>;
  busy: boolean;
  error: unknown;
  onClose: () => void;
}

/** Asks why a finding may stand: whoever reads the LC later reads the reason. */
export function WaiveDialog({ finding, onWaive, busy, error, onClose }: WaiveDialogProps) {
  const form = useForm({ defaultValues: { reason: '' } });
  const save = form.handleSubmit(({ reason }) => onWaive(reason.trim()).then(onClose, () => undefined)); // shown below
  const ofReason = error ? toProblem(error).errors?.reason?.[0] : undefined;
  return (
    <FormDialog
      title="Let this finding stand?"
      description={`${finding.sentence} It is counted no more and stays visible with your reason, until one of the two sides changes.`}
      busy={busy}
      saveLabel="Let it stand"
      refusal={ofReason ? null : error}
      onSave={(event) => void save(event)}
      onClose={onClose}
    >
      <Field
        label="Reason"
        required
        hint="Who agreed to it, and how."
        error={form.formState.errors.reason?.message ?? ofReason}
        className="sm:col-span-full"
      >
        <Textarea
          rows={3}
          maxLength={1000}
          {...form.register('reason', {
            validate: (reason) => reason.trim() !== '' || 'Why may it stand? The next reader will ask.',
          })}
        />
      </Field>
    </FormDialog>
  );
}
