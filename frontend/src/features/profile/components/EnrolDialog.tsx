import { toString as drawQr } from 'qrcode';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { reportFormProblem } from '@/shared/api/errors';
import type { EnrolmentDto } from '@/shared/api/generated';
import { FormDialog } from '@/shared/forms/FormDialog';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';
import { useBeginSecondFactor, useConfirmSecondFactor } from '../api';
import { RecoveryCodes } from './RecoveryCodes';

/** Password, then the app and a first code of it, then the recovery codes. */
export default function EnrolDialog({ onClose }: { onClose: () => void }) {
  const [enrolment, setEnrolment] = useState<EnrolmentDto | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} onClose={onClose} />;
  if (enrolment) return <ShowCode enrolment={enrolment} onDone={setCodes} onClose={onClose} />;
  return <AskPassword onDone={setEnrolment} onClose={onClose} />;
}

interface Step<T> {
  onDone: (result: T) => void;
  onClose: () => void;
}

function AskPassword({ onDone, onClose }: Step<EnrolmentDto>) {
  const begin = useBeginSecondFactor();
  const form = useForm({ defaultValues: { password: '' } });
  const save = form.handleSubmit(async ({ password }) => {
    try {
      onDone(await begin.mutateAsync(password));
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  return (
    <FormDialog
      title="Set up two-step sign-in"
      description="First your password, so that it is you."
      saveLabel="Go on"
      busy={begin.isPending}
      onSave={(event) => void save(event)}
      onClose={onClose}
    >
      <Field label="Password" className="sm:col-span-2" error={form.formState.errors.password?.message}>
        <Input
          {...form.register('password', { required: 'Write your password.' })}
          type="password"
          autoComplete="current-password"
          autoFocus
        />
      </Field>
    </FormDialog>
  );
}

function ShowCode({ enrolment: { secret, uri }, onDone, onClose }: Step<string[]> & { enrolment: EnrolmentDto }) {
  const confirm = useConfirmSecondFactor();
  const form = useForm({ defaultValues: { code: '' } });
  const [picture, setPicture] = useState('');
  useEffect(() => {
    void drawQr(uri, { type: 'svg', margin: 2 }).then((svg) =>
      setPicture(`data:image/svg+xml,${encodeURIComponent(svg)}`),
    );
  }, [uri]);
  const save = form.handleSubmit(async ({ code }) => {
    try {
      onDone((await confirm.mutateAsync(code)).recoveryCodes);
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  return (
    <FormDialog
      title="Add it to your app"
      description="Scan the picture with an authenticator app, or type the key into it. Then write the code that it shows."
      saveLabel="Turn on"
      busy={confirm.isPending}
      onSave={(event) => void save(event)}
      onClose={onClose}
    >
      <div className="flex flex-wrap items-center gap-5 sm:col-span-2">
        <div className="size-44 overflow-hidden rounded-lg border border-line bg-white">
          {picture && <img src={picture} alt="QR code for the authenticator app" className="size-full" />}
        </div>
        <div className="min-w-0 flex-1 basis-48 text-sm">
          <p className="text-muted">The key, by hand:</p>
          <p className="mt-1 font-mono break-all">{(secret.match(/.{1,4}/g) ?? []).join(' ')}</p>
        </div>
      </div>
      <Field label="Code of the app" className="sm:col-span-2" error={form.formState.errors.code?.message}>
        <Input
          {...form.register('code', { required: 'Write the code.' })}
          autoComplete="one-time-code"
          inputMode="numeric"
          autoFocus
          className="max-w-40 tracking-widest"
        />
      </Field>
    </FormDialog>
  );
}
