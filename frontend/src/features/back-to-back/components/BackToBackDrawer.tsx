import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { ifUnchanged } from '@/shared/api/change';
import { reportFormProblem, reportProblem } from '@/shared/api/errors';
import { type BackToBackDto, deleteBackToBack, getBackToBack, updateBackToBack } from '@/shared/api/generated';
import { ClashPanel } from '@/shared/forms/ClashPanel';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { FormField } from '@/shared/forms/FormField';
import { useSaveOver } from '@/shared/forms/use-save-over';
import { changed, textOf } from '@/shared/forms/values';
import { useCan } from '@/shared/lib/can';
import { formatDay } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { paths } from '@/shared/lib/paths';
import { Button } from '@/shared/ui/Button';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { Drawer } from '@/shared/ui/Drawer';
import { DetailSkeleton, ErrorState } from '@/shared/ui/States';
import { backToBack, useBackToBackNews } from '../api';
import { type BackToBackField, backToBackFields, backToBackSpecs } from '../specs';

interface BackToBackDrawerProps {
  id: string;
  onClose: () => void;
  onMaster: (id: string) => void;
}

/** One that was opened to a mill: how far it is, and when it is to be paid. */
export function BackToBackDrawer({ id, onClose, onMaster }: BackToBackDrawerProps) {
  const { data: row, error, refetch } = useQuery(backToBack(id));
  if (row) return <Edit key={row.id} row={row} onClose={onClose} onMaster={onMaster} />;
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()} title="Back-to-back LC">
      {error ? (
        <ErrorState title="It could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : (
        <DetailSkeleton what="the back-to-back LC" />
      )}
    </Drawer>
  );
}

const asRead = (row: BackToBackDto) => ({ ...row, usanceDays: String(row.usanceDays) });

function Edit({ row, onClose, onMaster }: { row: BackToBackDto } & Omit<BackToBackDrawerProps, 'id'>) {
  const news = useBackToBackNews();
  const form = useForm({ defaultValues: textOf<BackToBackField>(backToBackSpecs, asRead(row)) });
  const path = { id: row.id };
  const { read, save, busy, clash, resolve } = useSaveOver<BackToBackDto>({
    read: row,
    send: async (body, headers) => (await updateBackToBack({ path, body, headers, throwOnError: true })).data,
    reload: async () => (await getBackToBack({ path, throwOnError: true })).data,
    onSaved: (saved) => {
      news();
      notify.success(`${saved.creditNumber} is saved.`);
      onClose();
    },
    onProblem: (error) => reportFormProblem(form, error),
  });
  const submit = form.handleSubmit(async (values) => {
    const { usanceDays, ...body } = changed<BackToBackField>(backToBackSpecs, values, asRead(read));
    const sent = { ...body, ...(usanceDays ? { usanceDays: Number(usanceDays) } : {}) };
    if (Object.keys(sent).length === 0) onClose();
    else await save(sent);
  });
  const due = row.dueOn && `${row.dueExpected ? 'expected to mature' : 'matures'} on ${formatDay(row.dueOn)}`;
  return (
    <FormDrawer
      title={`${row.creditNumber} to ${row.millName}`}
      description={[`On ${row.masterNumber}`, due].filter(Boolean).join(', ')}
      dirty={form.formState.isDirty}
      busy={busy}
      saveLabel="Save back-to-back LC"
      onSave={(event) => void submit(event)}
      onClose={onClose}
      after={
        <p className="flex flex-wrap items-center gap-x-5 gap-y-2 text-sm">
          <Button size="sm" onClick={() => onMaster(row.letterOfCreditId)}>
            Limit of {row.masterNumber}
          </Button>
          <Link
            to={paths.letterOfCredit(row.letterOfCreditId)}
            className="text-accent-text underline-offset-2 hover:underline"
          >
            Open the master
          </Link>
          <Delete row={row} onDeleted={onClose} />
        </p>
      }
    >
      <ClashPanel clash={clash} busy={busy} onResolve={resolve} className="mb-6" />
      <FormProvider {...form}>
        <div className="grid gap-4 sm:grid-cols-2">
          {backToBackFields.map((field) => (
            <FormField
              key={field}
              name={field}
              spec={backToBackSpecs[field]}
              className={field === 'notes' || field === 'exceptionReason' ? 'sm:col-span-full' : undefined}
            />
          ))}
        </div>
      </FormProvider>
    </FormDrawer>
  );
}

function Delete({ row, onDeleted }: { row: BackToBackDto; onDeleted: () => void }) {
  const news = useBackToBackNews();
  const may = useCan()('back_to_back.write');
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    try {
      await deleteBackToBack({ path: { id: row.id }, headers: ifUnchanged(row), throwOnError: true });
      onDeleted();
      news();
      notify.success(`${row.creditNumber} is in the trash.`);
    } catch (error) {
      reportProblem(error);
    }
  };
  if (!may) return null;
  return (
    <>
      <Button size="sm" variant="quiet" onClick={() => setAsking(true)}>
        Delete…
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Delete ${row.creditNumber}?`}
        confirmLabel="Delete back-to-back LC"
        danger
        onConfirm={() => void remove()}
      >
        Its amount is left on the master again. It lies in the trash for 30 days.
      </ConfirmDialog>
    </>
  );
}
