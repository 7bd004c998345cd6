import { FormProvider, useForm } from 'react-hook-form';
import { getLine, type LineDto, updateLine } from '@/shared/api/generated';
import { reportFormProblem } from '@/shared/api/errors';
import { notify } from '@/shared/lib/notify';
import { useOrderNews } from '../api';
import { LineFields } from '../form/LineFields';
import { lineChanges, lineValues } from '../form/values';
import { RevisionDialog } from '../revision/RevisionDialog';
import { useRevision } from '../revision/use-revision';
import { CommentsCard } from '@/shared/talk/CommentsCard';
import { useSaveOver } from '@/shared/forms/use-save-over';
import { ClashPanel } from '@/shared/forms/ClashPanel';
import { FormDrawer } from '@/shared/forms/FormDrawer';

export function EditLineDrawer({ line, onClose }: { line: LineDto; onClose: () => void }) {
  const news = useOrderNews();
  const form = useForm({ defaultValues: lineValues(line) });
  const revision = useRevision();
  const path = { id: line.id };
  const { read, save, busy, clash, resolve } = useSaveOver<LineDto>({
    read: line,
    send: async (body, headers) =>
      (await updateLine({ path, body: revision.onto(body), headers, throwOnError: true })).data,
    reload: async () => (await getLine({ path, throwOnError: true })).data,
    onSaved: (saved) => {
      news.line(saved);
      void news.of(saved.orderId);
      notify.success(`${saved.label} is saved.`);
      onClose();
    },
    onProblem: (error) => {
      if (revision.ask(error)) return;
      revision.close();
      reportFormProblem(form, error);
    },
  });
  const submit = form.handleSubmit(async (values) => {
    const body = lineChanges(values, read);
    if (Object.keys(body).length === 0) onClose();
    else await save(body);
  });

  return (
    <>
      <FormDrawer
        title={line.label}
        description={`Line ${line.sequenceNumber} of style ${line.styleNumber}${line.part > 1 ? `, part ${line.part}` : ''}`}
        dirty={form.formState.isDirty}
        busy={busy}
        saveLabel="Save line"
        onSave={(event) => void submit(event)}
        onClose={onClose}
        after={<CommentsCard of={{ orderId: line.orderId, orderLineId: line.id }} />}
      >
        <ClashPanel clash={clash} busy={busy} onResolve={resolve} className="mb-6" />
        <FormProvider {...form}>
          <LineFields />
        </FormProvider>
      </FormDrawer>
      {!clash && (
        <RevisionDialog
          revision={revision}
          what={line.label}
          orderId={line.orderId}
          of={line}
          busy={busy}
          onSave={() => void submit()}
        />
      )}
    </>
  );
}
