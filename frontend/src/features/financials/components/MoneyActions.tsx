import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useCan } from '@/shared/lib/can';
import { paths } from '@/shared/lib/paths';
import { Button } from '@/shared/ui/Button';
import { RaiseInvoiceDrawer } from './RaiseInvoiceDrawer';
import { RecordCreditDrawer } from './RecordCreditDrawer';

/** A new PI or LC of any order; the one that belongs to the tab stands out. */
export function MoneyActions({ tab }: { tab: 'pis' | 'lcs' }) {
  const may = useCan();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'invoice' | 'credit' | null>(null);
  const close = () => setAsking(null);
  return (
    <>
      {may('letter_of_credit.write') && (
        <Button icon={Plus} variant={tab === 'lcs' ? 'primary' : 'secondary'} onClick={() => setAsking('credit')}>
          Record LC
        </Button>
      )}
      {may('proforma_invoice.write') && (
        <Button icon={Plus} variant={tab === 'pis' ? 'primary' : 'secondary'} onClick={() => setAsking('invoice')}>
          Raise PI
        </Button>
      )}
      {asking === 'invoice' && (
        <RaiseInvoiceDrawer
          onClose={close}
          onRaised={({ id }) => void navigate({ to: paths.proformaInvoice(id), ignoreBlocker: true })}
        />
      )}
      {asking === 'credit' && (
        <RecordCreditDrawer
          onClose={close}
          onRecorded={({ id }) => void navigate({ to: paths.letterOfCredit(id), ignoreBlocker: true })}
        />
      )}
    </>
  );
}
