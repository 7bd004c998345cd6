import {
  Ban,
  CircleCheck,
  Ellipsis,
  FilePen,
  Mail,
  Pencil,
  Printer,
  Send,
  ShieldQuestionMark,
  Trash2,
} from 'lucide-react';
import { useState } from 'react';
import type { ProformaInvoiceDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { notify } from '@/shared/lib/notify';
import { Button } from '@/shared/ui/Button';
import { IconButton } from '@/shared/ui/IconButton';
import { Menu, MenuItem, MenuSeparator } from '@/shared/ui/Menu';
import { useMoneyNews } from '../api';
import { type InvoiceStep, useAskForReview, usePrint } from '../steps';
import { EditInvoiceDrawer } from './EditInvoiceDrawer';
import { CancelInvoiceDialog, DeleteInvoiceDialog, InvoiceStepDialog } from './InvoiceDialogs';
import { MailDrawer } from './MailDrawer';
import { RaiseInvoiceDrawer } from './RaiseInvoiceDrawer';

const stepNames: Record<InvoiceStep, string> = { sent: 'Mark as sent', confirmed: 'Confirm' };

interface InvoiceActionsProps {
  invoice: ProformaInvoiceDto;
  /** In a table: small, and with the number in the button's name. */
  inRow?: boolean;
  /** Where to go when it is deleted; a list stays where it is. */
  onDeleted?: () => void;
  /** Where to go when another takes its place. */
  onRevised?: (next: ProformaInvoiceDto) => void;
}

/** What may be done with a PI now: its usual next step as a button, the rest beside it or in a menu. */
export function InvoiceActions({ invoice, inRow = false, onDeleted, onRevised }: InvoiceActionsProps) {
  const may = useCan();
  const news = useMoneyNews();
  const [asking, setAsking] = useState<InvoiceStep | 'edit' | 'revise' | 'cancel' | 'delete' | 'mail' | null>(null);
  const ask = useAskForReview(invoice);
  const print = usePrint(invoice);
  const close = () => setAsking(null);
  const { piNumber, status, nextStatuses, pdf, review } = invoice;
  const isDraft = status === 'draft';
  const mayWrite = may('proforma_invoice.write');
  const mayConfirm = may('proforma_invoice.confirm');
  const next = nextStatuses.find(
    (to): to is InvoiceStep => (to === 'sent' && mayWrite) || (to === 'confirmed' && mayConfirm),
  );
  const mayPrint = isDraft || (status !== 'cancelled' && !pdf);
  const mayAsk = isDraft && review !== 'pending' && review !== 'approved';
  const mayCancel = mayWrite && nextStatuses.includes('cancelled');
  const change = isDraft
    ? { icon: Pencil, label: 'Edit', ask: () => setAsking('edit') }
    : { icon: FilePen, label: 'Revise', ask: () => setAsking('revise') };

  const deleted = () => {
    onDeleted?.();
    news.gone(invoice.id);
  };

  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-2">
      {!inRow && mayWrite && (
        <Button icon={change.icon} onClick={change.ask}>
          {change.label}
        </Button>
      )}
      {next && (
        <Button
          icon={next === 'sent' ? Send : CircleCheck}
          size={inRow ? 'sm' : 'md'}
          variant={inRow || (isDraft && review === 'pending') ? 'secondary' : 'primary'}
          aria-label={inRow ? `${stepNames[next]}, ${piNumber}` : undefined}
          onClick={() => setAsking(next)}
        >
          {stepNames[next]}
        </Button>
      )}
      {mayWrite && (inRow || mayCancel || isDraft) && (
        <Menu
          trigger={
            <IconButton
              icon={Ellipsis}
              size={inRow ? 'sm' : 'md'}
              variant={inRow ? 'quiet' : 'secondary'}
              label={`More about ${piNumber}`}
              withoutTooltip
            />
          }
        >
          {inRow && (
            <MenuItem icon={change.icon} onSelect={change.ask}>
              {change.label}…
            </MenuItem>
          )}
          {mayAsk && (
            <MenuItem
              icon={ShieldQuestionMark}
              onSelect={() =>
                ask.mutate(undefined, { onSuccess: () => notify.success(`A manager looks at ${piNumber} next.`) })
              }
            >
              Ask for a review
            </MenuItem>
          )}
          {mayPrint && (
            <MenuItem
              icon={Printer}
              onSelect={() =>
                print.mutate(undefined, { onSuccess: () => notify.success(`The PDF of ${piNumber} is made.`) })
              }
            >
              {pdf ? 'Make its PDF anew' : 'Make its PDF'}
            </MenuItem>
          )}
          {status !== 'cancelled' && (
            <MenuItem icon={Mail} onSelect={() => setAsking('mail')}>
              Send by e-mail…
            </MenuItem>
          )}
          {(mayCancel || isDraft) && <MenuSeparator />}
          {mayCancel && (
            <MenuItem icon={Ban} danger onSelect={() => setAsking('cancel')}>
              Cancel PI…
            </MenuItem>
          )}
          {isDraft && (
            <MenuItem icon={Trash2} danger onSelect={() => setAsking('delete')}>
              Delete…
            </MenuItem>
          )}
        </Menu>
      )}
      {asking === 'mail' && <MailDrawer invoice={invoice} onClose={close} />}
      {asking === 'edit' && <EditInvoiceDrawer invoice={invoice} onClose={close} />}
      {asking === 'revise' && <RaiseInvoiceDrawer revised={invoice} onClose={close} onRaised={onRevised} />}
      {asking === 'cancel' && <CancelInvoiceDialog invoice={invoice} onClose={close} />}
      {asking === 'delete' && <DeleteInvoiceDialog invoice={invoice} onClose={close} onDeleted={deleted} />}
      {(asking === 'sent' || asking === 'confirmed') && (
        <InvoiceStepDialog invoice={invoice} to={asking} onClose={close} />
      )}
    </span>
  );
}
