import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import {
  acceptAmendment,
  type AmendmentDto,
  type LetterOfCreditDto,
  rejectAmendment,
  removeAmendment,
} from '@/shared/api/generated';
import { FormDialog } from '@/shared/forms/FormDialog';
import { useCan } from '@/shared/lib/can';
import { formatDay } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { StatusBadge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Field } from '@/shared/ui/Field';
import { Textarea } from '@/shared/ui/Input';
import { Day } from '@/shared/ui/Values';
import { mayBeChanged } from '../components/CreditActions';
import { StepDialog } from '../components/StepDialog';
import { AmendmentDrawer } from './AmendmentDrawer';
import { asRead, creditTerms, useCreditDeed } from './credits';
import { termName } from './terms';

type Asked = { what: 'accept' | 'reject' | 'remove'; amendment: AmendmentDto } | { what: 'new' } | null;

/** What the bank wanted changed, and what we answered: an amendment binds once it is accepted (UCP 600 art. 10). */
export function AmendmentsCard({ credit }: { credit: LetterOfCreditDto }) {
  const may = useCan();
  const { data } = useQuery(creditTerms(credit.id));
  const [asked, setAsked] = useState<Asked>(null);
  const close = () => setAsked(null);
  const amendments = data?.amendments ?? [];
  const record = may('letter_of_credit.write') && credit.status !== 'expired';
  const answers = mayBeChanged(credit, may);
  const first = amendments.find(({ status }) => status === 'pending');

  return (
    <Card
      title="Amendments"
      actions={record && <Button onClick={() => setAsked({ what: 'new' })}>Record amendment</Button>}
    >
      {amendments.length === 0 && <p className="text-sm text-muted">None: the LC stands as it was issued.</p>}
      <ol className="flex flex-col divide-y divide-line">
        {amendments.map((amendment) => (
          <li key={amendment.id} className="py-3 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
              <span className="font-semibold">Amendment {amendment.sequence}</span>
              <StatusBadge status={amendment.status} />
              <span className="text-muted">
                received <Day day={amendment.receivedOn} />
                {amendment.decidedOn && (
                  <>
                    , answered <Day day={amendment.decidedOn} />
                  </>
                )}
              </span>
            </p>
            <Changes amendment={amendment} />
            {amendment.reason && <p className="mt-1 text-sm">“{amendment.reason}”</p>}
            {amendment.status === 'pending' && (
              <div className="mt-2 flex flex-wrap gap-2">
                {answers && first?.id === amendment.id && (
                  <>
                    <Button variant="primary" onClick={() => setAsked({ what: 'accept', amendment })}>
                      Accept…
                    </Button>
                    <Button onClick={() => setAsked({ what: 'reject', amendment })}>Reject…</Button>
                  </>
                )}
                {record && (
                  <Button variant="quiet" onClick={() => setAsked({ what: 'remove', amendment })}>
                    Remove…
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ol>
      {asked?.what === 'new' && <AmendmentDrawer credit={credit} onClose={close} />}
      {asked?.what === 'accept' && <Accept credit={credit} amendment={asked.amendment} onClose={close} />}
      {asked?.what === 'reject' && <Reject credit={credit} amendment={asked.amendment} onClose={close} />}
      {asked?.what === 'remove' && <Remove credit={credit} amendment={asked.amendment} onClose={close} />}
    </Card>
  );
}

/** Term by term, what was and what is; of narratives only the items that came or went. */
export function Changes({
  amendment: { changes, unplaced },
}: {
  amendment: Pick<AmendmentDto, 'changes' | 'unplaced'>;
}) {
  return (
    <>
      <dl className="mt-1.5 flex flex-col gap-1.5 text-sm">
        {changes.map(({ term, before, after }) => {
          const [gone, come] = differing(before, after);
          return (
            <div key={term} className="min-w-0 break-words">
              <dt className="inline text-muted">{termName(term)}: </dt>
              <dd className="inline">
                {gone && <del className="text-bad">{shown(gone)}</del>}{' '}
                {come && <ins className="text-good">{shown(come)}</ins>}
              </dd>
            </div>
          );
        })}
      </dl>
      {unplaced.map((sentence) => (
        <p key={sentence} className="mt-1 text-sm text-warn">
          {sentence}
        </p>
      ))}
    </>
  );
}

/** Lines that only one side has. */
function differing(before: string | null, after: string | null): [string, string] {
  const [was, is] = [before, after].map((text) => (text === null ? [] : text.split('\n'))) as [string[], string[]];
  const without = (lines: string[], others: string[]) => lines.filter((line) => !others.includes(line)).join(' · ');
  return [without(was, is), without(is, was)];
}

const shown = (text: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDay(text) : text);

interface AnswerProps {
  credit: LetterOfCreditDto;
  amendment: AmendmentDto;
  onClose: () => void;
}

const path = (credit: LetterOfCreditDto, amendment: AmendmentDto) => ({
  ...asRead(credit),
  path: { id: credit.id, amendmentId: amendment.id },
});

function Accept({ credit, amendment, onClose }: AnswerProps) {
  const { mutateAsync, error } = useCreditDeed(credit, () => acceptAmendment({ ...path(credit, amendment), body: {} }));
  const accept = async () => {
    await mutateAsync();
    notify.success(`Amendment ${amendment.sequence} of LC ${credit.lcNumber} is accepted.`);
  };
  return (
    <StepDialog
      title={`Accept amendment ${amendment.sequence}?`}
      confirmLabel="Accept amendment"
      error={error}
      onConfirm={accept}
      onClose={onClose}
    >
      <p>The LC reads so from now on. An amendment is accepted whole or not at all, and this cannot be taken back.</p>
      <Changes amendment={amendment} />
    </StepDialog>
  );
}

function Remove({ credit, amendment, onClose }: AnswerProps) {
  const { mutateAsync, error } = useCreditDeed(credit, () => removeAmendment(path(credit, amendment)));
  const remove = async () => {
    await mutateAsync();
    notify.success(`Amendment ${amendment.sequence} is removed.`);
  };
  return (
    <StepDialog
      title={`Remove amendment ${amendment.sequence}?`}
      confirmLabel="Remove amendment"
      danger
      error={error}
      onConfirm={remove}
      onClose={onClose}
    >
      For one that was recorded by mistake. One that the bank sent is accepted or rejected.
    </StepDialog>
  );
}

function Reject({ credit, amendment, onClose }: AnswerProps) {
  const form = useForm({ defaultValues: { reason: '' } });
  const { mutateAsync, error, isPending } = useCreditDeed(credit, (reason: string) =>
    rejectAmendment({ ...path(credit, amendment), body: { reason } }),
  );
  const reject = form.handleSubmit(async ({ reason }) => {
    await mutateAsync(reason).then(
      () => {
        notify.success(`Amendment ${amendment.sequence} is rejected.`);
        onClose();
      },
      () => undefined,
    ); // shown in the dialog
  });
  const required = 'Why is it rejected? The bank will ask.';
  return (
    <FormDialog
      title={`Reject amendment ${amendment.sequence}`}
      description="The LC stays as it was."
      busy={isPending}
      danger
      saveLabel="Reject amendment"
      refusal={error}
      onSave={(event) => void reject(event)}
      onClose={onClose}
    >
      <Field label="Reason" required error={form.formState.errors.reason?.message} className="sm:col-span-full">
        <Textarea rows={3} maxLength={1000} {...form.register('reason', { required })} />
      </Field>
    </FormDialog>
  );
}
