import { FormProvider, useForm } from 'react-hook-form';
import { FormDialog } from '@/shared/forms/FormDialog';
import { FormField } from '@/shared/forms/FormField';
import { day, type FieldSpec, long, text } from '@/shared/forms/specs';
import { today } from '@/shared/lib/house';
import { Affects, FigureChanges } from './Affects';
import type { Revision } from './use-revision';

const specs = {
  reason: { ...long('Reason', 1000), required: 'Say why: the next person reads it.' },
  agreedBy: text('Agreed by', 255, { required: 'Who agreed to it?', placeholder: 'Anna Berg, ANABIA' }),
  agreedOn: { ...day('Agreed on'), required: 'On which day?' },
} satisfies Record<string, FieldSpec>;

interface RevisionDialogProps {
  revision: Revision;
  /** What is changed: "MT-2291 · White". */
  what: string;
  orderId: string;
  busy: boolean;
  /** Sends the change again, with the revision. */
  onSave: () => void;
}

/** "What this changes": asked before a change of what was agreed is saved. Outside of any other form. */
export function RevisionDialog({ revision, ...rest }: RevisionDialogProps) {
  return revision.asked && <Question revision={revision} asked={revision.asked} {...rest} />;
}

function Question({
  revision,
  asked,
  what,
  orderId,
  busy,
  onSave,
}: RevisionDialogProps & { asked: NonNullable<Revision['asked']> }) {
  const form = useForm({ defaultValues: { reason: '', agreedBy: '', agreedOn: today() } });
  const submit = form.handleSubmit((values) => {
    if (values.agreedOn > today()) {
      form.setError('agreedOn', { message: 'This day is still to come.' }, { shouldFocus: true });
      return;
    }
    revision.give(values);
    onSave();
  });
  return (
    <FormDialog
      title={`What this changes on ${what}`}
      description={`${asked.because} What was agreed changes by a revision, which stays on the order.`}
      busy={busy}
      saveLabel="Save revision"
      onSave={(event) => void submit(event)}
      onClose={revision.close}
    >
      <div className="sm:col-span-2">
        <FigureChanges before={asked.before} after={asked.after} />
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
