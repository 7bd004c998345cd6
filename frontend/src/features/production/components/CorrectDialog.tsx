import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { correctProductionEntry, type ProductionEntryDto } from '@/shared/api/generated';
import { ifUnchanged, newIdempotencyKey, once } from '@/shared/api/change';
import { reportFormProblem } from '@/shared/api/errors';
import { FormDialog } from '@/shared/forms/FormDialog';
import { FormField } from '@/shared/forms/FormField';
import { formatDay } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { changed, textOf } from '@/shared/forms/values';
import { useProductionNews } from '../api';
import { type EntryField, entrySpecs } from '../specs';
import { lineStages } from '../vocabulary';

/** Another number in place of the one that was entered; what it was stays in its history. */
export function CorrectDialog({ entry, onClose }: { entry: ProductionEntryDto; onClose: () => void }) {
  const news = useProductionNews();
  const [key] = useState(newIdempotencyKey);
  const ground = { ...entry, reason: null };
  const form = useForm({ defaultValues: textOf<EntryField>(entrySpecs, ground) });
  const correct = useMutation({
    meta: { ownErrors: true },
    mutationFn: (body: object) =>
      correctProductionEntry({
        path: { id: entry.id },
        body,
        headers: { ...ifUnchanged(entry), ...once(key) },
        throwOnError: true,
      }),
    onSuccess: () => {
      notify.success(
        `The ${lineStages[entry.stage].name.toLowerCase()} of ${formatDay(entry.entryDate)} is corrected.`,
      );
      void news.all();
      onClose();
    },
    onError: (error) => reportFormProblem(form, error),
  });
  return (
    <FormDialog
      title={`Correct the ${lineStages[entry.stage].name.toLowerCase()} of ${formatDay(entry.entryDate)}`}
      description={`${entry.orderNumber} · ${entry.orderLineLabel ?? ''}`}
      busy={correct.isPending}
      saveLabel="Correct"
      onSave={(event) =>
        void form.handleSubmit((values) => correct.mutate(changed<EntryField>(entrySpecs, values, ground)))(event)
      }
      onClose={onClose}
    >
      <FormProvider {...form}>
        <div className="grid grid-cols-2 gap-4">
          <FormField name="quantity" spec={entrySpecs.quantity} />
          <FormField name="unit" spec={entrySpecs.unit} />
          <FormField name="entryDate" spec={entrySpecs.entryDate} />
          <FormField name="shift" spec={entrySpecs.shift} />
          <FormField name="reason" spec={entrySpecs.reason} className="col-span-2" />
        </div>
      </FormProvider>
    </FormDialog>
  );
}
