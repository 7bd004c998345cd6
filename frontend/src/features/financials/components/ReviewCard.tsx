import { useMutation, useQuery } from '@tanstack/react-query';
import { Check, CircleAlert, CircleCheck, ExternalLink, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { applyFieldErrors, toProblem } from '@/shared/api/errors';
import type { ProformaReviewDto, WholeProformaInvoiceDto } from '@/shared/api/generated';
import { FormDialog } from '@/shared/forms/FormDialog';
import { FormField } from '@/shared/forms/FormField';
import { long } from '@/shared/forms/specs';
import { cx } from '@/shared/lib/cx';
import { formatMoney } from '@/shared/lib/format';
import { useKeys } from '@/shared/lib/keys';
import { notify } from '@/shared/lib/notify';
import { openFile } from '@/shared/lib/open-file';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Refusal } from '@/shared/ui/Refusal';
import { ErrorState, Skeleton } from '@/shared/ui/States';
import { Instant } from '@/shared/ui/Values';
import { invoiceReview } from '../api';
import { linkToPdf, useReview } from '../steps';
import { Differences } from './Differences';

/** What a reviewer needs, and no more: what changed since the last approval, what was checked, the PDF; `A` and `R` decide. */
export function ReviewCard({ invoice }: { invoice: WholeProformaInvoiceDto }) {
  const { data: review, error, refetch } = useQuery(invoiceReview(invoice.id));
  const pdf = useMutation({ mutationFn: () => linkToPdf(invoice.id), onSuccess: openFile });
  return (
    <Card
      title={`Review of ${invoice.piNumber}`}
      actions={
        invoice.pdf && (
          <Button size="sm" icon={ExternalLink} busy={pdf.isPending} onClick={() => pdf.mutate()}>
            Open the PDF
          </Button>
        )
      }
    >
      {!review && error && (
        <ErrorState title="The review could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
      {!review && !error && <Skeleton className="h-40" />}
      {review && (
        <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div className="min-w-0">
            <Since review={review} invoice={invoice} />
          </div>
          <Checks review={review} />
          <div className="lg:col-span-full">
            <Decision invoice={invoice} review={review} />
          </div>
        </div>
      )}
    </Card>
  );
}

function Since({ review, invoice }: { review: ProformaReviewDto; invoice: WholeProformaInvoiceDto }) {
  const { since, differences, margin, marginBefore } = review;
  if (!since)
    return (
      <p className="text-sm">
        Nothing of this order was approved before: look at the whole of it,{' '}
        <strong>{formatMoney(invoice.amount, invoice.currency)}</strong>.
      </p>
    );
  const earlier = since.id === invoice.id ? 'it' : `${since.piNumber} (version ${since.version})`;
  return (
    <>
      <p className="text-sm text-muted">
        Since {since.by?.fullName ?? 'a manager'} approved {earlier}, <Instant at={since.at} />
      </p>
      {differences.length === 0 ? (
        <p className="mt-2 text-sm">Nothing has changed.</p>
      ) : (
        <div className="mt-1">
          <Differences of={differences} />
        </div>
      )}
      {margin && marginBefore && margin !== marginBefore && (
        <p className="mt-1 text-sm">
          Margin {marginBefore} % → <strong>{margin} %</strong>
        </p>
      )}
    </>
  );
}

function Checks({ review: { checks, threshold } }: { review: ProformaReviewDto }) {
  return (
    <ul aria-label="What was checked" className="flex flex-col gap-2 text-sm">
      {checks.map(({ ok, sentence }) => {
        const Icon = ok ? CircleCheck : CircleAlert;
        return (
          <li key={sentence} className="flex gap-2">
            <Icon aria-hidden className={cx('mt-0.5 size-4 shrink-0', ok ? 'text-good' : 'text-warn')} />
            <span className="min-w-0">
              {!ok && <span className="sr-only">Look at this: </span>}
              {sentence}
            </span>
          </li>
        );
      })}
      {threshold && (
        <li className="text-[0.8125rem] text-muted">
          A PI above {formatMoney(threshold.amount, threshold.currency)} is reviewed before it is sent.
        </li>
      )}
    </ul>
  );
}

function Decision({ invoice, review }: { invoice: WholeProformaInvoiceDto; review: ProformaReviewDto }) {
  const { mutateAsync, isPending, error } = useReview(invoice);
  const [returning, setReturning] = useState(false);
  const { mayDecide, wroteIt } = review;
  // The card is gone by then: what is handed to `mutate` would not be called any more.
  const approve = () =>
    void mutateAsync(null).then(
      () => notify.success(`${invoice.piNumber} is approved.`),
      () => undefined, // the refusal stands below the buttons
    );
  useKeys(mayDecide && !isPending ? { a: approve, r: () => setReturning(true) } : {});
  if (!mayDecide)
    return (
      <p className="text-sm text-muted">
        {wroteIt ? 'You wrote on it yourself: a manager who did not decides.' : 'It waits for a manager.'}
      </p>
    );
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" icon={Check} busy={isPending} aria-keyshortcuts="a" onClick={approve}>
          Approve
        </Button>
        <Button icon={Undo2} disabled={isPending} aria-keyshortcuts="r" onClick={() => setReturning(true)}>
          Return…
        </Button>
      </div>
      {!returning && <Refusal error={error} />}
      {returning && (
        <ReturnDialog
          piNumber={invoice.piNumber}
          error={error}
          send={mutateAsync}
          onClose={() => setReturning(false)}
        />
      )}
    </>
  );
}

interface ReturnDialogProps {
  piNumber: string;
  error: unknown;
  send: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

const reasonSpec = { ...long('Reason', 500), required: 'Say what has to change.' };

function ReturnDialog({ piNumber, error, send, onClose }: ReturnDialogProps) {
  const form = useForm({ defaultValues: { reason: '' } });
  const onField = error ? 'reason' in toProblem(error).errors : false;
  const submit = form.handleSubmit(async ({ reason }) => {
    try {
      await send(reason.trim());
      notify.success(`${piNumber} goes back to who wrote it.`);
      onClose();
    } catch (refused) {
      applyFieldErrors(form, toProblem(refused));
    }
  });
  return (
    <FormProvider {...form}>
      <FormDialog
        title={`Return ${piNumber}`}
        description="Who wrote it reads why, changes it and asks anew."
        busy={form.formState.isSubmitting}
        saveLabel="Return PI"
        refusal={onField ? undefined : error}
        onSave={(event) => void submit(event)}
        onClose={onClose}
      >
        <FormField name="reason" spec={reasonSpec} className="sm:col-span-full" />
      </FormDialog>
    </FormProvider>
  );
}
