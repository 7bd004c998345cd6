import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { FormProvider, useFieldArray, useForm, useWatch } from 'react-hook-form';
import { createOrder } from '@/shared/api/generated';
import { newIdempotencyKey, once } from '@/shared/api/change';
import { reportFormProblem } from '@/shared/api/errors';
import { plural } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { paths } from '@/shared/lib/paths';
import { Button } from '@/shared/ui/Button';
import { PageHeader } from '@/shared/ui/PageHeader';
import { UnsavedGuard } from '@/shared/ui/UnsavedGuard';
import { useOrderNews } from '../api';
import { saveOnCtrlEnter } from '@/shared/forms/FormDrawer';
import { FormFooter } from '../components/FormFooter';
import { MoreOrderFields, OrderFields } from '../form/OrderFields';
import { StyleFieldset } from '../form/StyleFieldset';
import { newOrderBody, newOrderValues, styleValues } from '../form/values';

export default function NewOrderPage() {
  const navigate = useNavigate();
  const news = useOrderNews();
  const [key] = useState(newIdempotencyKey);
  const form = useForm({ defaultValues: newOrderValues() });
  const { isDirty, isSubmitting, isSubmitSuccessful } = form.formState;
  const styles = useFieldArray({ control: form.control, name: 'styles' });

  const submit = form.handleSubmit(async (values) => {
    try {
      const body = newOrderBody(values);
      const { data } = await createOrder({ body, headers: once(key), throwOnError: true });
      news.order(data);
      notify.success(`${data.orderNumber} is created.`);
      await navigate({ to: paths.order(data.id), replace: true, ignoreBlocker: true });
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  const copyStyle = (at: number) => styles.insert(at + 1, { ...form.getValues(`styles.${at}`), styleNumber: '' });
  const lines = useWatch({ control: form.control, name: 'styles' }).flatMap((style) => style.lines).length;

  return (
    <>
      <PageHeader
        title="New order"
        crumbs={[{ label: 'Orders', to: paths.orders }]}
        description="Three fields are enough to begin. Cells copied from a sheet can be pasted into the lines."
      />
      <UnsavedGuard when={isDirty && !isSubmitting && !isSubmitSuccessful} />
      <FormProvider {...form}>
        <form
          noValidate
          aria-label="New order"
          onSubmit={(event) => void submit(event)}
          onKeyDown={saveOnCtrlEnter}
          className="flex flex-col gap-5"
        >
          <OrderFields />
          {styles.fields.map((style, at) => (
            <StyleFieldset
              key={style.id}
              at={at}
              onCopy={() => copyStyle(at)}
              onRemove={styles.fields.length > 1 ? () => styles.remove(at) : undefined}
            />
          ))}
          <div>
            <Button icon={Plus} onClick={() => styles.append(styleValues())}>
              Add a style
            </Button>
          </div>
          <MoreOrderFields hasLines />
          <FormFooter saveLabel="Create order" busy={isSubmitting} onCancel={() => void navigate({ to: paths.orders })}>
            {plural(styles.fields.length, 'style')}, {plural(lines, 'line')}
          </FormFooter>
        </form>
      </FormProvider>
    </>
  );
}
