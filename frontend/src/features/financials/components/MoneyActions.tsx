import { useNavigate } from '@tanstack/react-router';
import { ClipboardPaste, Plus } from 'lucide-react';
import { useState } from 'react';
import { useCan } from '@/shared/lib/can';
import { paths } from '@/shared/lib/paths';
import type { CreditTermsDto } from '@/shared/api/generated';
import { Button } from '@/shared/ui/Button';
import { PasteDrawer } from '../credit/PasteDrawer';
import { RaiseInvoiceDrawer } from './RaiseInvoiceDrawer';
import { RecordCreditDrawer } from './RecordCreditDrawer';

/** A new PI or LC of any order; the one that belongs to the tab stands out. */
export function MoneyActions({ tab }: { tab: 'pis' | 'lcs' }) {
  const may = useCan();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'invoice' | 'credit' | 'text' | null>(null);
  const [read, setRead] = useState<{ text: string; terms: CreditTermsDto } | undefined>();
  const close = () => {
    setAsking(null);
    setRead(undefined);
  };
  const openCredit = (id: string) => void navigate({ to: paths.letterOfCredit(id), ignoreBlocker: true });
  return (
    <>
      {may('letter_of_credit.write') && tab === 'lcs' && (
        <Button icon={ClipboardPaste} onClick={() => setAsking('text')}>
          Paste MT700
        </Button>
      )}
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
        <RecordCreditDrawer read={read} onClose={close} onRecorded={({ id }) => openCredit(id)} />
      )}
      {asking === 'text' && (
        <PasteDrawer
          onClose={close}
          onKept={openCredit}
          onNew={(text, { terms }) => {
            if (terms) setRead({ text, terms });
            setAsking('credit');
          }}
        />
      )}
    </>
  );
}
