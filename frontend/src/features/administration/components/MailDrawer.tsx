import { useQuery } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import type { MailDto } from '@/shared/api/generated';
import { notify } from '@/shared/lib/notify';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { DescriptionList } from '@/shared/ui/DescriptionList';
import { Drawer } from '@/shared/ui/Drawer';
import { ErrorState, Skeleton } from '@/shared/ui/States';
import { Instant } from '@/shared/ui/Values';
import { mailQuery, useResendMail } from '../api';
import { mailKindNames, mailLooks } from '../vocabulary';

/** A mail as it was sent, and what became of it. */
export function MailDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { data, error, isPending, refetch } = useQuery(mailQuery(id));
  const resend = useResendMail(id);
  const sendAgain = () => resend.mutate(undefined, { onSuccess: () => notify.success('It is sent once more.') });
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={data?.subject ?? 'Mail'}
      size="lg"
      focusWhole
      footer={
        data?.isKept &&
        data.state !== 'queued' && (
          <Button icon={RotateCcw} busy={resend.isPending} onClick={sendAgain}>
            Send again
          </Button>
        )
      }
    >
      {isPending ? (
        <Skeleton className="h-64" />
      ) : data ? (
        <MailFacts mail={data} />
      ) : (
        <ErrorState title="The mail could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
    </Drawer>
  );
}

function MailFacts({ mail }: { mail: MailDto }) {
  const { label, tone } = mailLooks[mail.state];
  return (
    <div className="flex flex-col gap-5">
      <DescriptionList
        columns={2}
        items={[
          { term: 'To', value: `${mail.toName} <${mail.toAddress}>`.trim() },
          { term: 'Kind', value: mailKindNames[mail.kind] },
          { term: 'Result', value: <Badge tone={tone}>{label}</Badge> },
          { term: 'Tries', value: mail.tries },
          { term: 'Written', value: <Instant at={mail.createdAt} /> },
          { term: 'Taken by the mail server', value: <Instant at={mail.sentAt} /> },
          ...(mail.fault ? [{ term: 'What the mail server said', value: mail.fault }] : []),
          ...(mail.fileNames.length ? [{ term: 'With it went', value: mail.fileNames.join(', ') }] : []),
        ]}
      />
      {mail.text === null ? (
        <p className="text-sm text-muted">
          What it said is kept nowhere, because its link opens an account. Have a new one sent from there.
        </p>
      ) : (
        <pre className="whitespace-pre-wrap break-words rounded-lg border border-line bg-sunken p-4 font-sans text-sm">
          {mail.text}
        </pre>
      )}
    </div>
  );
}
