import { useQuery } from '@tanstack/react-query';
import type { ProformaInvoiceMailDto } from '@/shared/api/generated';
import { Badge, type Tone } from '@/shared/ui/Badge';
import { Card } from '@/shared/ui/Card';
import { Instant } from '@/shared/ui/Values';
import { invoiceMails } from '../api';

const states: Record<ProformaInvoiceMailDto['state'], { label: string; tone: Tone }> = {
  queued: { label: 'on its way', tone: 'info' },
  sent: { label: 'sent', tone: 'good' },
  failed: { label: 'not sent', tone: 'bad' },
};

/** What was sent of a PI by e-mail, and what became of it. Nothing where nothing was. */
export function InvoiceMails({ invoiceId }: { invoiceId: string }) {
  const { data: mails = [] } = useQuery(invoiceMails(invoiceId));
  if (mails.length === 0) return null;
  return (
    <Card title="Sent by e-mail" flush>
      <ul className="mt-2 divide-y divide-line border-t border-line">
        {mails.map(({ id, to, subject, fileName, state, fault, createdAt, createdBy }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 text-sm sm:px-5">
            <span className="min-w-0 flex-1">
              <span className="font-medium break-words">{to}</span>
              <span className="block text-[0.8125rem] text-muted">
                {subject}, with {fileName} · {createdBy?.fullName}, <Instant at={createdAt} />
              </span>
              {fault && <span className="block text-[0.8125rem] text-bad">{fault}</span>}
            </span>
            <Badge tone={states[state].tone}>{states[state].label}</Badge>
          </li>
        ))}
      </ul>
    </Card>
  );
}
