import { FormProvider, useForm } from 'react-hook-form';
import type { GivenRevisionDto } from '@/shared/api/generated';
import { FormDialog } from '@/shared/forms/FormDialog';
import { FormField } from '@/shared/forms/FormField';
import { day, type FieldSpec, long, text } from '@/shared/forms/specs';
import { today } from '@/shared/lib/house';
import { Affects, FigureChanges, type Measured } from './Affects';
import type { Revision, RevisionAsked } from './use-revision';

const specs = {
  reason: { ...long('Reason', 1000), required: 'Say why: the next person reads it.' },
  agreedBy: text('Agreed by', 255, { required: 'Who agreed to it?', placeholder: 'Anna Berg, ANABIA' }),
  agreedOn: { ...day('Agreed on'), required: 'On which day?' },
} satisfies Record<string, FieldSpec>;

type Given = Required<GivenRevisionDto>;

interface RevisionDialogProps {
  revision: Revision;
  /** What is changed: "MT-2291 · White". */
  what: string;
  orderId: string;
  /** The line or the order: its unit and currency. */
  of?: Measured;
  busy: boolean;
  /** Sends the change again, with the revision. */
  onSave: () => void;
}

/** "What this changes": asked before a change of what was agreed is saved. Outside of any other form. */
export function RevisionDialog({ revision, onSave, ...rest }: RevisionDialogProps) {
  const give = (given: Given) => {
    revision.give(given);
    onSave();
  };
  return revision.asked && <RevisionQuestion asked={revision.asked} onGive={give} onClose={revision.close} {...rest} />;
}

interface RevisionQuestionProps extends Pick<RevisionDialogProps, 'what' | 'orderId' | 'of' | 'busy'> {
  asked: RevisionAsked;
  /** What the server said the last time. */
  refusal?: unknown;
  onGive: (given: Given) => void;
  onClose: () => void;
}

/** What a change does to what was agreed; asks for the reason, and who agreed to it. */
export function RevisionQuestion({ asked, what, orderId, of, busy, refusal, onGive, onClose }: RevisionQuestionProps) {
  const form = useForm({ defaultValues: { reason: '', agreedBy: '', agreedOn: today() } });
  const submit = form.handleSubmit((values) => {
    if (values.agreedOn > today()) {
      form.setError('agreedOn', { message: 'This day is still to come.' }, { shouldFocus: true });
      return;
    }
    onGive(values);
  });
  return (
    <FormDialog
      title={`What this changes on ${what}`}
      description={`${asked.because} What was agreed changes by a revision, which stays on the order.`}
      busy={busy}
      saveLabel="Save revision"
      onSave={(event) => void submit(event)}
      refusal={refusal}
      onClose={onClose}
    >
      <div className="sm:col-span-2">
        <FigureChanges before={asked.before} after={asked.after} of={of} />
        <h3 className="mb-2 mt-4 text-sm font-semibold">It affects</h3>
        <Affects affects={asked.affects} orderId={orderId} beside />
      </div>
      <FormProvider {...form}>
        <FormField name="reason" spec={specs.reason} className="sm:col-span-2" />
        <FormField name="agreedBy" spec={specs.agreedBy} />
        <FormField name="agreedOn" spec={specs.agreedOn} />
      </FormProvider>
    </FormDialog>
  );
}
