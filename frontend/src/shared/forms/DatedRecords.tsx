import type { UseQueryResult } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { type FieldValues, FormProvider, type UseFormReturn } from 'react-hook-form';
import { newIdempotencyKey, once } from '../api/change';
import { reportFormProblem, reportProblem } from '../api/errors';
import { cx } from '../lib/cx';
import { notify } from '../lib/notify';
import { Button } from '../ui/Button';
import { Drawer } from '../ui/Drawer';
import { IconButton } from '../ui/IconButton';
import { ErrorState } from '../ui/States';

interface DatedRecordsDrawerProps<Row extends { id: string }> {
  /** One of them: "rate". */
  what: string;
  title: string;
  description: string;
  query: UseQueryResult<{ results: Row[] }>;
  /** Of one: what counts, since when and who says so, and how its button is named. */
  words: (row: Row) => { what: string; since: string; removal: string };
  /** Not given: they may only read. */
  remove?: (row: Row) => Promise<unknown>;
  /** After one is gone. */
  onNews: () => void;
  onClose: () => void;
  /** The form of a new one. */
  children: ReactNode;
}

/** What the house goes by, each from a day on, with who says so. */
export function DatedRecordsDrawer<Row extends { id: string }>({
  what,
  title,
  description,
  query: { data, error, refetch },
  words,
  remove,
  onNews,
  onClose,
  children,
}: DatedRecordsDrawerProps<Row>) {
  const removed = async (row: Row) => {
    try {
      await remove?.(row);
      onNews();
      notify.success(`The ${what} is deleted.`);
    } catch (problem) {
      reportProblem(problem);
    }
  };
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()} title={title} description={description}>
      {children}
      {error && !data && (
        <ErrorState title={`The ${what}s could not be loaded`} error={error} onRetry={() => void refetch()} />
      )}
      {data?.results.length === 0 && <p className="text-sm text-muted">No {what} is recorded yet.</p>}
      <ul className="flex flex-col divide-y divide-line">
        {data?.results.map((row) => {
          const told = words(row);
          return (
            <li key={row.id} className="flex items-center justify-between gap-3 py-3">
              <p className="min-w-0 text-sm">
                <span className="tabular-nums">{told.what}</span>
                <span className="block break-words text-[0.8125rem] text-muted">{told.since}</span>
              </p>
              {remove && (
                <IconButton
                  icon={Trash2}
                  size="sm"
                  label={told.removal}
                  className="text-muted"
                  onClick={() => void removed(row)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </Drawer>
  );
}

interface NewDatedRecordProps<Values extends FieldValues> {
  what: string;
  form: UseFormReturn<Values>;
  /** Sends it; a second sending makes no second one. */
  record: (values: Values, headers: { 'Idempotency-Key': string }) => Promise<unknown>;
  /** After it is recorded, the form as it was made. */
  onRecorded: (values: Values) => void;
  className: string;
  children: ReactNode;
}

/** The form above the list. */
export function NewDatedRecord<Values extends FieldValues>({
  what,
  form,
  record,
  onRecorded,
  className,
  children,
}: NewDatedRecordProps<Values>) {
  const [key, setKey] = useState(newIdempotencyKey);
  const submit = form.handleSubmit(async (values) => {
    try {
      await record(values, once(key));
      setKey(newIdempotencyKey());
      onRecorded(values);
      notify.success(`The ${what} is recorded.`);
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  return (
    <FormProvider {...form}>
      <form
        aria-label={`New ${what}`}
        onSubmit={(event) => void submit(event)}
        className={cx('mb-6 grid gap-4 border-b border-line pb-6', className)}
      >
        {children}
        <Button type="submit" variant="primary" disabled={form.formState.isSubmitting} className="justify-self-start">
          Record {what}
        </Button>
      </form>
    </FormProvider>
  );
}
