import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { reportFormProblem, toProblem } from '@/shared/api/errors';
import {
  addInvoiceToLetterOfCredit,
  addOrderToLetterOfCredit,
  listProformaInvoices,
  removeInvoiceFromLetterOfCredit,
  removeOrderFromLetterOfCredit,
} from '@/shared/api/generated';
import type { LetterOfCreditDto } from '@/shared/api/generated';
import { FormDialog } from '@/shared/forms/FormDialog';
import { OrderPicker } from '@/shared/forms/OrderPicker';
import { useCan } from '@/shared/lib/can';
import { notify } from '@/shared/lib/notify';
import { paths } from '@/shared/lib/paths';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Combobox } from '@/shared/ui/Combobox';
import { Field } from '@/shared/ui/Field';
import { IconButton } from '@/shared/ui/IconButton';
import type { Option } from '@/shared/ui/Input';
import { Money } from '@/shared/ui/Values';
import { asRead, useCreditDeed } from './credits';

type Kind = 'order' | 'invoice';

/** Which orders and PIs an LC pays for; of those that are not the reader's, the number alone. */
export function CoverCard({ credit }: { credit: LetterOfCreditDto }) {
  const may = useCan();
  const [adding, setAdding] = useState<Kind | null>(null);
  const { orders, proformaInvoices } = credit;
  const link = 'text-accent-text underline underline-offset-2';
  const mayWrite = may('letter_of_credit.write');
  return (
    <Card
      title="Pays for"
      actions={
        mayWrite && (
          <>
            <Button onClick={() => setAdding('order')}>Add order</Button>
            <Button onClick={() => setAdding('invoice')}>Add PI</Button>
          </>
        )
      }
    >
      <ul className="flex flex-col gap-1.5 text-sm">
        {orders.map(({ id, orderNumber, customerName }) => (
          <Row
            key={orderNumber}
            removal={mayWrite && id && id !== credit.orderId && { credit, kind: 'order', id, number: orderNumber }}
          >
            {id ? (
              <Link to={paths.order(id)} search={{ tab: 'money' } as never} className={link}>
                {orderNumber}
              </Link>
            ) : (
              orderNumber
            )}
            <span className="text-muted"> · {customerName ?? 'an order of a colleague'}</span>
          </Row>
        ))}
        {proformaInvoices.map(({ id, piNumber, amount, currency }) => (
          <Row key={piNumber} removal={mayWrite && id && { credit, kind: 'invoice', id, number: piNumber }}>
            {id ? (
              <Link to={paths.proformaInvoice(id)} className={link}>
                {piNumber}
              </Link>
            ) : (
              piNumber
            )}
            {currency && (
              <>
                {' '}
                · <Money amount={amount} currency={currency} />
              </>
            )}
          </Row>
        ))}
      </ul>
      {adding && <AddDialog kind={adding} credit={credit} onClose={() => setAdding(null)} />}
    </Card>
  );
}

interface Removal {
  credit: LetterOfCreditDto;
  kind: Kind;
  id: string;
  number: string;
}

function Row({ removal, children }: { removal: Removal | false | '' | null; children: ReactNode }) {
  return (
    <li className="flex min-h-8 items-center justify-between gap-3">
      <span className="min-w-0 break-words">{children}</span>
      {removal && <RemoveButton {...removal} />}
    </li>
  );
}

/** What it pays for is put on it again as easily: no question, and the notice offers the way back. */
function RemoveButton({ credit, kind, id, number }: Removal) {
  const { mutateAsync, isPending } = useCreditDeed(credit, () =>
    kind === 'order'
      ? removeOrderFromLetterOfCredit({ ...asRead(credit), path: { id: credit.id, orderId: id } })
      : removeInvoiceFromLetterOfCredit({ ...asRead(credit), path: { id: credit.id, invoiceId: id } }),
  );
  const remove = async () => {
    try {
      await mutateAsync();
      notify.success(`${number} is off LC ${credit.lcNumber}.`);
    } catch (error) {
      notify.error(`${number} stays on LC ${credit.lcNumber}.`, toProblem(error).detail);
    }
  };
  return (
    <IconButton
      icon={X}
      size="sm"
      label={`Take ${number} off the LC`}
      className="text-muted"
      disabled={isPending}
      onClick={() => void remove()}
    />
  );
}

interface AddDialogProps {
  kind: Kind;
  credit: LetterOfCreditDto;
  onClose: () => void;
}

function AddDialog({ kind, credit, onClose }: AddDialogProps) {
  const name = kind === 'order' ? 'orderId' : 'proformaInvoiceId';
  const what = kind === 'order' ? 'order' : 'PI';
  const form = useForm({ defaultValues: { [name]: null as Option | null } });
  const { mutateAsync, isPending } = useCreditDeed(credit, (id: string) =>
    kind === 'order'
      ? addOrderToLetterOfCredit({ ...asRead(credit), body: { orderId: id } })
      : addInvoiceToLetterOfCredit({ ...asRead(credit), body: { proformaInvoiceId: id } }),
  );
  const add = form.handleSubmit(async (values) => {
    const chosen = values[name];
    if (!chosen) return;
    try {
      await mutateAsync(chosen.value);
      notify.success(`${chosen.label.split(' · ')[0]} is on LC ${credit.lcNumber}.`);
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  return (
    <FormDialog
      title={`Add ${kind === 'order' ? 'an order' : 'a PI'} to LC ${credit.lcNumber}`}
      description={kind === 'order' ? undefined : 'Its order comes on the LC with it.'}
      busy={isPending}
      saveLabel={`Add ${what}`}
      onSave={(event) => void add(event)}
      onClose={onClose}
    >
      <Controller
        name={name}
        control={form.control}
        rules={{ required: `Which ${what}?` }}
        render={({ field: { value, onChange, onBlur }, fieldState }) => (
          <Field
            label={kind === 'order' ? 'Order' : 'PI'}
            required
            error={fieldState.error?.message}
            className="sm:col-span-full"
          >
            {kind === 'order' ? (
              <OrderPicker value={value ?? null} onChange={onChange} onBlur={onBlur} />
            ) : (
              <InvoicePicker value={value ?? null} onChange={onChange} onBlur={onBlur} />
            )}
          </Field>
        )}
      />
    </FormDialog>
  );
}

function InvoicePicker(props: { value: Option | null; onChange: (option: Option | null) => void; onBlur: () => void }) {
  return (
    <Combobox
      {...props}
      queryKey={['money', 'invoice-options']}
      placeholder="PI or PO number"
      search={async (search, signal) => {
        const query = { pageSize: 20, ordering: '-createdAt', ...(search ? { search } : {}) };
        const { data } = await listProformaInvoices({ query, signal, throwOnError: true });
        return data.results.map(({ id, piNumber, orderNumber }) => ({
          value: id,
          label: `${piNumber} · ${orderNumber}`,
        }));
      }}
    />
  );
}
