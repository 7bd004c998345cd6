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
import { approvalSpecs, optionChoice, rejectionSpecs } from '../specs';
import { sampleInSentence, sampleName } from '../vocabulary';

interface DecisionProps {
  sample: SampleDto;
  onClose: () => void;
}

/** The buyer approved. */
export function ApproveDialog({ sample, onClose }: DecisionProps) {
  const approve = useApprove(sample);
  const labels = sample.options.filter(({ verdict }) => verdict !== 'rejected').map(({ label }) => label);
  const { decidedOn: decidedOnSpec, ...others } = approvalSpecs;
  const [only = ''] = labels;
  return (
    <DecisionDialog
      title={`Approve ${sampleInSentence(sample)}`}
      sample={sample}
      specs={{
        decidedOn: decidedOnSpec,
        ...(sample.options.length > 1 ? { option: optionChoice(labels) } : {}),
        ...others,
      }}
      start={{ decidedOn: today(), option: labels.length === 1 ? only : '', condition: '', notes: '' }}
      saveLabel="Approve"
      decide={({ decidedOn, option, condition, notes }) =>
        approve.mutateAsync({
          decidedOn,
          notes: notes?.trim() || null,
          condition: condition?.trim() || null,
          ...(option ? { option: option as SampleDto['options'][number]['label'] } : {}),
        })
      }
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
  specs: Partial<Record<keyof Values & string, FieldSpec>>;
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
        {Object.entries(specs as Record<string, FieldSpec>).map(([name, spec]) => (
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
