import { FormProvider, useForm } from 'react-hook-form';
import { reportFormProblem } from '@/shared/api/errors';
import { getParcel, type ParcelDto, updateParcel } from '@/shared/api/generated';
import { ClashPanel } from '@/shared/forms/ClashPanel';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { useSaveOver } from '@/shared/forms/use-save-over';
import { changed, textOf } from '@/shared/forms/values';
import { notify } from '@/shared/lib/notify';
import { parcelName, useParcelNews } from '../parcels';
import { parcelSpecs } from '../specs';
import { SampleFields } from './SampleFields';

type ParcelField = keyof typeof parcelSpecs;

/** What is changed here is changed on every sample in it. */
export function EditParcelDrawer({ parcel, onClose }: { parcel: ParcelDto; onClose: () => void }) {
  const news = useParcelNews();
  const form = useForm({ defaultValues: textOf<ParcelField>(parcelSpecs, parcel) });
  const path = { id: parcel.id };
  const { read, save, busy, clash, resolve } = useSaveOver<ParcelDto>({
    read: parcel,
    send: async (body, headers) => (await updateParcel({ path, body, headers, throwOnError: true })).data,
    reload: async () => (await getParcel({ path, throwOnError: true })).data,
    onSaved: (saved) => {
      news(saved);
      notify.success(`${parcelName(saved)} is saved.`);
      onClose();
    },
    onProblem: (error) => reportFormProblem(form, error),
  });
  const submit = form.handleSubmit(async (values) => {
    const body = changed<ParcelField>(parcelSpecs, values, read);
    if (Object.keys(body).length === 0) onClose();
    else await save(body);
  });
  return (
    <FormDrawer
      title={parcelName(parcel)}
      description="Day, courier, AWB and recipient are changed on every sample in it."
      dirty={form.formState.isDirty}
      busy={busy}
      saveLabel="Save parcel"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <ClashPanel clash={clash} busy={busy} onResolve={resolve} className="mb-6" />
      <FormProvider {...form}>
        <SampleFields specs={parcelSpecs} />
      </FormProvider>
    </FormDrawer>
  );
}
