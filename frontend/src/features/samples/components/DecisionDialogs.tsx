import { type DefaultValues, type FieldValues, FormProvider, useForm } from 'react-hook-form';
import type { SampleDto } from '@/shared/api/generated';
import { reportFormProblem } from '@/shared/api/errors';
import { FormDialog } from '@/shared/forms/FormDialog';
import { FormField } from '@/shared/forms/FormField';
import type { FieldSpec } from '@/shared/forms/specs';
import { today } from '@/shared/lib/house';
import { notify } from '@/shared/lib/notify';
import { Day } from '@/shared/ui/Values';
import { useApprove, useReject } from '../api';
import { approvalSpecs, rejectionSpecs } from '../specs';
import { sampleInSentence, sampleName } from '../vocabulary';

interface DecisionProps {
  sample: SampleDto;
  onClose: () => void;
}

/** The buyer approved. */
export function ApproveDialog({ sample, onClose }: DecisionProps) {
  const approve = useApprove(sample);
  return (
    <DecisionDialog
      title={`Approve ${sampleInSentence(sample)}`}
      sample={sample}
      specs={approvalSpecs}
      start={{ decidedOn: today(), notes: '' }}
      saveLabel="Approve"
      decide={({ decidedOn, notes }) => approve.mutateAsync({ decidedOn, notes: notes.trim() || null })}
      done="approved"
      onClose={onClose}
    />
  );
}

/** The buyer refused, and said why. */
export function RejectDialog({ sample, onClose }: DecisionProps) {
  const reject = useReject(sample);
  return (
    <DecisionDialog
      title={`Reject ${sampleInSentence(sample)}`}
      sample={sample}
      specs={rejectionSpecs}
      start={{ decidedOn: today(), reason: '' }}
      saveLabel="Reject"
      danger
      decide={({ decidedOn, reason }) => reject.mutateAsync({ decidedOn, reason: reason.trim() })}
      done="rejected"
      onClose={onClose}
    />
  );
}

interface DecisionDialogProps<Values extends FieldValues> extends DecisionProps {
  title: string;
  specs: Record<keyof Values & string, FieldSpec>;
  start: Values;
  saveLabel: string;
  danger?: boolean;
  decide: (values: Values) => Promise<SampleDto>;
  done: 'approved' | 'rejected';
}

function DecisionDialog<Values extends FieldValues>(props: DecisionDialogProps<Values>) {
  const { title, sample, specs, start, saveLabel, danger, decide, done, onClose } = props;
  const form = useForm<Values>({ defaultValues: start as DefaultValues<Values> });
  const submit = form.handleSubmit(async (values) => {
    try {
      notify.success(`${sampleName(await decide(values))} is ${done}.`);
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  return (
    <FormDialog
      title={title}
      description={
        <>
          What the buyer decided on the parcel of <Day day={sample.submissionDate} />
          {sample.orderLineId ? '; the gate of its line follows.' : '.'}
        </>
      }
      busy={form.formState.isSubmitting}
      saveLabel={saveLabel}
      danger={danger}
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        {Object.entries<FieldSpec>(specs).map(([name, spec]) => (
          <FormField
            key={name}
            name={name}
            spec={spec}
            className={spec.kind === 'long' ? 'sm:col-span-2' : undefined}
          />
        ))}
      </FormProvider>
    </FormDialog>
  );
}
