import { useQuery } from '@tanstack/react-query';
import { Send, X } from 'lucide-react';
import { useState } from 'react';
import type { InvitationDto } from '@/shared/api/generated';
import { sentenceCase } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { ErrorState } from '@/shared/ui/States';
import { Instant } from '@/shared/ui/Values';
import { invitationsQuery, useSendAgain, useWithdraw } from '../api';

/** Those who were asked in and have not come yet. Nothing where there are none. */
export function Invitations() {
  const { data, error, refetch } = useQuery(invitationsQuery);
  const sendAgain = useSendAgain();
  const withdraw = useWithdraw();
  const [withdrawing, setWithdrawing] = useState<InvitationDto | null>(null);
  if (error && !data)
    return <ErrorState title="The invitations could not be loaded" error={error} onRetry={() => void refetch()} />;
  if (!data?.results.length) return null;

  return (
    <Card title="Invited" className="mb-5">
      <ul className="flex flex-col divide-y divide-line">
        {data.results.map((invitation) => (
          <li key={invitation.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0">
            <div className="min-w-0 flex-1 basis-60 text-sm">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                <span className="break-all">{invitation.email}</span>
                <InvitationBadge invitation={invitation} />
              </p>
              <p className="mt-0.5 text-[0.8125rem] text-muted">
                {sentenceCase(invitation.role)} · by {invitation.invitedBy} · until{' '}
                <Instant at={invitation.expiresAt} />
              </p>
            </div>
            <Button
              size="sm"
              icon={Send}
              disabled={sendAgain.isPending}
              aria-label={`Send again to ${invitation.email}`}
              onClick={() =>
                sendAgain.mutate(invitation, {
                  onSuccess: () => notify.success('A new link is on its way; the one before opens nothing any more.'),
                })
              }
            >
              Send again
            </Button>
            <Button
              size="sm"
              icon={X}
              aria-label={`Withdraw the invitation of ${invitation.email}`}
              onClick={() => setWithdrawing(invitation)}
            >
              Withdraw
            </Button>
          </li>
        ))}
      </ul>
      {withdrawing && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setWithdrawing(null)}
          title={`Withdraw the invitation of ${withdrawing.email}?`}
          confirmLabel="Withdraw"
          danger
          onConfirm={() => withdraw.mutateAsync(withdrawing)}
        >
          The link in their mail opens nothing any more. You can invite them anew.
        </ConfirmDialog>
      )}
    </Card>
  );
}

function InvitationBadge({ invitation: { state, sentAt } }: { invitation: InvitationDto }) {
  if (state === 'expired') return <Badge tone="bad">Expired</Badge>;
  return sentAt ? <Badge tone="info">Sent</Badge> : <Badge>Waiting to be sent</Badge>;
}
