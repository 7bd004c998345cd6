import { FormProvider, useForm } from 'react-hook-form';
import { Trash2 } from 'lucide-react';
import type { ShipmentPaperDto } from '@/shared/api/generated';
import { reportFormProblem, reportProblem } from '@/shared/api/errors';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { useCan } from '@/shared/lib/can';
import { notify } from '@/shared/lib/notify';
import { Button } from '@/shared/ui/Button';
import { FileCard } from '@/shared/ui/FileCard';
import { linkToPaper, useAttachToPaper, useDeletePaper, useRemoveFromPaper, useUpdatePaper } from '../../cargo';
import { paperName } from '../../vocabulary';
import { PaperFields, paperValues, type PaperValues, writtenPaper } from './PaperFields';

/** One paper: how far it is, whose work, what is asked of it, and its file. */
export function PaperDrawer({ paper, onClose }: { paper: ShipmentPaperDto; onClose: () => void }) {
  const mayWrite = useCan()('shipment.write');
  const update = useUpdatePaper(paper);
  const leave = useDeletePaper(paper);
  const add = useAttachToPaper(paper);
  const remove = useRemoveFromPaper(paper);
  const form = useForm<PaperValues>({ defaultValues: paperValues(paper) });
  const name = paperName(paper);
  const submit = form.handleSubmit(async (values) => {
    try {
      await update.mutateAsync(changesOf(values, paper));
      notify.success(`${name} is saved.`);
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  const takeOff = () =>
    leave.mutate(undefined, {
      onSuccess: () => {
        notify.success(`${name} is off the list.`);
        onClose();
      },
      onError: reportProblem,
    });

  return (
    <FormDrawer
      title={name}
      dirty={form.formState.isDirty}
      busy={form.formState.isSubmitting}
      saveLabel="Save paper"
      onSave={(event) => void submit(event)}
      onClose={onClose}
      after={
        <>
          <FileCard
            title="Its file"
            of={name}
            file={paper.file}
            getLink={() => linkToPaper(paper.id)}
            add={mayWrite ? add : null}
            remove={mayWrite ? remove : null}
            label={paper.file ? 'Drop a newer one here' : 'Drop it here'}
            hint="One file of 10 MB at most: PDF, picture, Word, Excel or text."
          />
          {mayWrite && (
            <Button icon={Trash2} variant="quiet" busy={leave.isPending} onClick={takeOff} className="mt-4">
              Take it off the list
            </Button>
          )}
        </>
      }
    >
      <FormProvider {...form}>
        <PaperFields paper={paper} />
      </FormProvider>
    </FormDrawer>
  );
}

/** Only what differs, so that a colleague's change to another field stays. */
function changesOf(values: PaperValues, paper: ShipmentPaperDto) {
  const { kind: _, ...written } = writtenPaper(values);
  return Object.fromEntries(
    Object.entries(written).filter(([field, value]) => value !== paper[field as keyof ShipmentPaperDto]),
  );
}
