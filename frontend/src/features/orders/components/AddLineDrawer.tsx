import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { addLine, type LineDto, type StyleDto } from '@/shared/api/generated';
import { newIdempotencyKey, once } from '@/shared/api/change';
import { reportFormProblem } from '@/shared/api/errors';
import { notify } from '@/shared/lib/notify';
import { useOrderNews } from '../api';
import { LineFields } from '../form/LineFields';
import { lineValues, newLineBody } from '../form/values';
import { FormDrawer } from '@/shared/forms/FormDrawer';

interface AddLineDrawerProps {
  style: StyleDto;
  /** Begin from this one: all but its colour. */
  like?: LineDto;
  onClose: () => void;
}

/** What a new line of a style most likely shares with its sisters. */
function startOf(style: StyleDto, like: LineDto | undefined) {
  if (like) return lineValues({ ...like, colorName: null, colorCode: null, submissionDate: null, approvalDate: null });
  const last = style.lines.at(-1);
  return lineValues(last ? { unit: last.unit, currency: last.currency, etd: last.etd } : undefined);
}

export function AddLineDrawer({ style, like, onClose }: AddLineDrawerProps) {
  const news = useOrderNews();
  const [key] = useState(newIdempotencyKey);
  const form = useForm({ defaultValues: startOf(style, like) });
  const { isSubmitting, isDirty } = form.formState;

  const submit = form.handleSubmit(async (values) => {
    try {
      const body = newLineBody(values);
      const { data } = await addLine({ path: { id: style.id }, body, headers: once(key), throwOnError: true });
      notify.success(`${data.label} is added.`);
      onClose();
      await news.of(style.orderId);
    } catch (error) {
      reportFormProblem(form, error);
    }
  });

  return (
    <FormDrawer
      title={`New line of ${style.styleNumber}`}
      dirty={isDirty}
      busy={isSubmitting}
      saveLabel="Add line"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <LineFields />
      </FormProvider>
    </FormDrawer>
  );
}
