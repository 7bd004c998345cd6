import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { newIdempotencyKey } from '@/shared/api/change';
import { reportFormProblem } from '@/shared/api/errors';
import type { ProformaInvoiceDto } from '@/shared/api/generated';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { FormField } from '@/shared/forms/FormField';
import { type FieldSpec, long, text } from '@/shared/forms/specs';
import { notify } from '@/shared/lib/notify';
import { useActor } from '@/shared/session';
import { useMail } from '../steps';

const specs = {
  to: text('To', 254, { required: 'To whom does it go?', placeholder: 'buying@anabia.com' }),
  subject: text('Subject', 200, { required: 'What is it about?' }),
  message: { ...long('Message', 5000), required: 'Write a line to go with it.' },
} satisfies Record<string, FieldSpec>;

/** A PI to the buyer, with its PDF. */
export function MailDrawer({ invoice, onClose }: { invoice: ProformaInvoiceDto; onClose: () => void }) {
  const { piNumber, orderNumber, customerName, status, pdf } = invoice;
  const { fullName } = useActor();
  const [key] = useState(newIdempotencyKey);
  const { mutateAsync } = useMail(invoice, key);
  const form = useForm({
    defaultValues: {
      to: '',
      subject: `Proforma invoice ${piNumber} for ${orderNumber}`,
      message: `Dear ${customerName} team,\n\nplease find our proforma invoice ${piNumber} attached.\n\nBest regards\n${fullName}`,
    },
  });
  const submit = form.handleSubmit(async (values) => {
    try {
      await mutateAsync({ to: values.to.trim(), subject: values.subject.trim(), message: values.message.trim() });
      notify.success(`${piNumber} is on its way to ${values.to.trim()}.`);
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  return (
    <FormDrawer
      title={`Send ${piNumber} by e-mail`}
      description={[
        pdf ? `${pdf.fileName} goes with it.` : 'Its PDF is made now and goes with it.',
        status === 'draft' ? 'The draft counts as sent from then on.' : '',
      ].join(' ')}
      dirty={form.formState.isDirty}
      busy={form.formState.isSubmitting}
      saveLabel="Send"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <div className="grid gap-4">
          <FormField name="to" spec={specs.to} />
          <FormField name="subject" spec={specs.subject} />
          <FormField name="message" spec={specs.message} />
        </div>
      </FormProvider>
    </FormDrawer>
  );
}
