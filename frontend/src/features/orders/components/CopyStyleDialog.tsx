import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { copyStyle, type StyleDto } from '@/shared/api/generated';
import { newIdempotencyKey, once } from '@/shared/api/change';
import { reportFormProblem } from '@/shared/api/errors';
import { FormDialog } from '@/shared/forms/FormDialog';
import { FormField } from '@/shared/forms/FormField';
import { plural } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { useOrderNews } from '../api';
import { styleSpecs } from '../form/specs';

/** The style once more in its order, with lines of its own. */
export function CopyStyleDialog({ style, onClose }: { style: StyleDto; onClose: () => void }) {
  const news = useOrderNews();
  const [key] = useState(newIdempotencyKey);
  const form = useForm({ defaultValues: { styleNumber: '' } });

  const submit = form.handleSubmit(async ({ styleNumber }) => {
    try {
      const body = { styleNumber: styleNumber.trim() };
      const { data } = await copyStyle({ path: { id: style.id }, body, headers: once(key), throwOnError: true });
      notify.success(`${data.styleNumber} is added with ${plural(data.lines.length, 'line')}.`);
      onClose();
      await news.of(style.orderId);
    } catch (error) {
      reportFormProblem(form, error);
    }
  });

  return (
    <FormDialog
      title={`Duplicate style ${style.styleNumber}`}
      description={`${plural(style.lines.length, 'line')} with quantity, prices and days are taken over. Gates and status begin anew.`}
      busy={form.formState.isSubmitting}
      saveLabel="Duplicate style"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <FormField
          name="styleNumber"
          spec={styleSpecs.styleNumber}
          label="Number of the new style"
          className="sm:col-span-2"
        />
      </FormProvider>
    </FormDialog>
  );
}
