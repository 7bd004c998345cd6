import { useQuery } from '@tanstack/react-query';
import { FormProvider, useForm } from 'react-hook-form';
import { reportFormProblem } from '@/shared/api/errors';
import { getSample, type SampleDto, updateSample } from '@/shared/api/generated';
import { ClashPanel } from '@/shared/forms/ClashPanel';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { useSaveOver } from '@/shared/forms/use-save-over';
import { notify } from '@/shared/lib/notify';
import { orderOf, useSampleNews } from '../api';
import { sampleSpecs, sentSpecsOf } from '../specs';
import { sampleChanges, sampleValues } from '../values';
import { sampleName } from '../vocabulary';
import { LineSelect } from './LineSelect';
import { SampleFields } from './SampleFields';

/** What it is can change until it is sent: it gets the next round of what it became. */
export function EditSampleDrawer({ sample, onClose }: { sample: SampleDto; onClose: () => void }) {
  const news = useSampleNews();
  const order = useQuery(orderOf(sample.orderId));
  const pending = sample.status === 'pending';
  const form = useForm({
    defaultValues: sampleValues(sample),
  });
  const path = { id: sample.id };
  const { read, save, busy, clash, resolve } = useSaveOver<SampleDto>({
    read: sample,
    send: async (body, headers) => (await updateSample({ path, body, headers, throwOnError: true })).data,
    reload: async () => (await getSample({ path, throwOnError: true })).data,
    onSaved: (saved) => {
      news.changed(saved);
      notify.success(`${sampleName(saved)} is saved.`);
      onClose();
    },
    onProblem: (error) => reportFormProblem(form, error),
  });
  const submit = form.handleSubmit(async (values) => {
    const body = sampleChanges(values, read);
    if (Object.keys(body).length === 0) onClose();
    else await save(body);
  });

  return (
    <FormDrawer
      title={sampleName(sample)}
      description={
        pending ? undefined : 'It was sent, so its type and line stay. For something new, add the next round.'
      }
      dirty={form.formState.isDirty}
      busy={busy}
      saveLabel="Save sample"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <ClashPanel clash={clash} busy={busy} onResolve={resolve} className="mb-6" />
      <FormProvider {...form}>
        <SampleFields specs={pending ? sampleSpecs : sentSpecsOf(sample)}>
          {pending && <LineSelect order={order.data} />}
        </SampleFields>
      </FormProvider>
    </FormDrawer>
  );
}
