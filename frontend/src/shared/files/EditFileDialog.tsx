import { FormProvider, useForm } from 'react-hook-form';
import { reportFormProblem } from '../api/errors';
import type { DocumentDto, UpdateDocumentDto } from '../api/generated';
import { FormDialog } from '../forms/FormDialog';
import { FormField } from '../forms/FormField';
import { choice, day, long } from '../forms/specs';
import { changed, textOf } from '../forms/values';
import { notify } from '../lib/notify';
import type { Option } from '../ui/Input';
import { useUpdateFile } from './api';
import { kindCode, kindOf, kindOptions } from './kinds';

interface EditFileDialogProps {
  file: DocumentDto;
  /** The lines of its order; none where the files are of one line or sample anyway. */
  lines: readonly Option[];
  onClose: () => void;
}

/** What is said of a file; its bytes stay as they are. */
export function EditFileDialog({ file, lines, onClose }: EditFileDialogProps) {
  const specs = {
    kind: choice('Kind', kindOptions, { required: 'Say what it is.' }),
    orderLineId: choice('Line', lines),
    documentDate: day('Day on the paper'),
    description: long('Description', 2000),
  };
  const { orderLineId, documentDate, description } = file;
  const read = { kind: kindCode(file), orderLineId, documentDate, description };
  const form = useForm({ defaultValues: textOf(specs, read) });
  const update = useUpdateFile(file);
  const save = form.handleSubmit(async (values) => {
    const { kind, ...rest } = changed(specs, values, read);
    const body: UpdateDocumentDto = { ...rest, ...(kind && kindOf(kind)) };
    try {
      if (Object.keys(body).length > 0) {
        await update.mutateAsync(body);
        notify.success(`${file.fileName} is saved.`);
      }
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  return (
    <FormDialog
      title={file.fileName}
      busy={update.isPending}
      saveLabel="Save"
      onSave={(event) => void save(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <FormField name="kind" spec={specs.kind} />
        <FormField name="documentDate" spec={specs.documentDate} />
        {lines.length > 0 && <FormField name="orderLineId" spec={specs.orderLineId} className="sm:col-span-2" />}
        <FormField name="description" spec={specs.description} className="sm:col-span-2" />
      </FormProvider>
    </FormDialog>
  );
}
