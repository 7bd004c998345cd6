import { FormProvider, useForm } from 'react-hook-form';
import { getStyle, type StyleDto, updateStyle } from '@/shared/api/generated';
import { reportFormProblem } from '@/shared/api/errors';
import { notify } from '@/shared/lib/notify';
import { useOrderNews } from '../api';
import { FormField } from '@/shared/forms/FormField';
import { mainStyleFields, moreStyleFields, styleSpecs } from '../form/specs';
import { styleChanges, styleFieldValues } from '../form/values';
import { useSaveOver } from '@/shared/forms/use-save-over';
import { ClashPanel } from '@/shared/forms/ClashPanel';
import { FormDrawer } from '@/shared/forms/FormDrawer';

export function EditStyleDrawer({ style, onClose }: { style: StyleDto; onClose: () => void }) {
  const news = useOrderNews();
  const form = useForm({ defaultValues: styleFieldValues(style) });
  const path = { id: style.id };
  const { read, save, busy, clash, resolve } = useSaveOver<StyleDto>({
    read: style,
    send: async (body, headers) => (await updateStyle({ path, body, headers, throwOnError: true })).data,
    reload: async () => (await getStyle({ path, throwOnError: true })).data,
    onSaved: (saved) => {
      void news.of(saved.orderId);
      const anew = gatesOf(saved) !== gatesOf(style) ? ' Its lines have the gates of this fabric now.' : '';
      notify.success(`Style ${saved.styleNumber} is saved.${anew}`);
      onClose();
    },
    onProblem: (error) => reportFormProblem(form, error),
  });
  const submit = form.handleSubmit(async (values) => {
    const body = styleChanges(values, read);
    if (Object.keys(body).length === 0) onClose();
    else await save(body);
  });

  return (
    <FormDrawer
      title={`Style ${style.styleNumber}`}
      description="Its lines keep their own quantities, prices and dates."
      dirty={form.formState.isDirty}
      busy={busy}
      saveLabel="Save style"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <ClashPanel clash={clash} busy={busy} onResolve={resolve} className="mb-6" />
      <FormProvider {...form}>
        <div className="@container">
          <div className="grid gap-4 @sm:grid-cols-2">
            {[...mainStyleFields, ...moreStyleFields].map((field) => (
              <FormField
                key={field}
                name={field}
                spec={styleSpecs[field]}
                className={styleSpecs[field].kind === 'long' ? '@sm:col-span-2' : undefined}
              />
            ))}
          </div>
        </div>
      </FormProvider>
    </FormDrawer>
  );
}

const gatesOf = ({ lines }: StyleDto): string =>
  lines.flatMap(({ id, gates }) => [id, ...gates.map(({ key }) => key)]).join();
