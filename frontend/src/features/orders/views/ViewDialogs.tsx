import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { createSavedView, deleteSavedView, type SavedViewDto, updateSavedView } from '@/shared/api/generated';
import { change, ifUnchanged, newIdempotencyKey, once } from '@/shared/api/change';
import { reportFormProblem, reportProblem } from '@/shared/api/errors';
import { FormDialog } from '@/shared/forms/FormDialog';
import { useCan } from '@/shared/lib/can';
import { notify } from '@/shared/lib/notify';
import { Checkbox } from '@/shared/ui/Checkbox';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';
import { useViewNews } from './api';
import type { ViewQuestion } from './ViewsMenu';

interface ViewDialogsProps {
  question: ViewQuestion;
  /** What is asked of the list now. */
  query: string;
  onClose: () => void;
  onSaved: (view: SavedViewDto) => void;
  onDeleted: () => void;
}

/** What is asked before a view is kept, renamed or deleted. */
export default function ViewDialogs({ question, query, onClose, onSaved, onDeleted }: ViewDialogsProps) {
  if (question.what === 'delete') return <DeleteView view={question.view} onClose={onClose} onDeleted={onDeleted} />;
  const renamed = question.what === 'rename' ? question.view : undefined;
  return <NameView renamed={renamed} query={query} onClose={onClose} onSaved={onSaved} />;
}

interface NameViewProps extends Pick<ViewDialogsProps, 'query' | 'onClose' | 'onSaved'> {
  renamed?: SavedViewDto;
}

function NameView({ renamed, query, onClose, onSaved }: NameViewProps) {
  const may = useCan();
  const news = useViewNews();
  const [key] = useState(newIdempotencyKey);
  const form = useForm({ defaultValues: { name: renamed?.name ?? '', isDefault: false, isShared: false } });

  const submit = form.handleSubmit(async ({ name, isDefault, isShared }) => {
    try {
      const { data } = renamed
        ? await change(renamed, { name }, (headers) =>
            updateSavedView({ path: { id: renamed.id }, body: { name }, headers, throwOnError: true }),
          )
        : await createSavedView({
            body: { list: 'orders', name, query, isDefault, isShared },
            headers: once(key),
            throwOnError: true,
          });
      notify.success(`The view ${data.name} is saved.`);
      await news();
      onClose();
      if (!renamed) onSaved(data);
    } catch (error) {
      reportFormProblem(form, error);
    }
  });

  return (
    <FormDialog
      title={renamed ? `Rename ${renamed.name}` : 'Save this view'}
      description={renamed ? undefined : 'Its filters, search and ordering are kept under a name.'}
      busy={form.formState.isSubmitting}
      saveLabel={renamed ? 'Rename view' : 'Save view'}
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <div className="flex flex-col gap-4 sm:col-span-2">
        <Field label="Name" required error={form.formState.errors.name?.message}>
          <Input maxLength={60} {...form.register('name', { required: 'Give the view a name.' })} />
        </Field>
        {!renamed && (
          <>
            <Checkbox
              label="Begin with it"
              hint="The order list opens with this view."
              {...form.register('isDefault')}
            />
            {may('saved_view.share') && (
              <Checkbox
                label="Share it with the house"
                hint="Everybody finds it among their views, and sees the orders that they may see."
                {...form.register('isShared')}
              />
            )}
          </>
        )}
      </div>
    </FormDialog>
  );
}

function DeleteView({
  view,
  onClose,
  onDeleted,
}: { view: SavedViewDto } & Pick<ViewDialogsProps, 'onClose' | 'onDeleted'>) {
  const news = useViewNews();
  const remove = async () => {
    try {
      await deleteSavedView({ path: { id: view.id }, headers: ifUnchanged(view), throwOnError: true });
    } catch (error) {
      reportProblem(error);
      throw error;
    }
    notify.success(`The view ${view.name} is deleted.`);
    onDeleted();
    await news();
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete the view ${view.name}?`}
      confirmLabel="Delete view"
      danger
      onConfirm={remove}
    >
      {view.isShared
        ? 'It goes for everybody in the house. The orders in it stay as they are.'
        : 'The orders in it stay as they are.'}
    </ConfirmDialog>
  );
}
