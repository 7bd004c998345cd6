import { useQuery } from '@tanstack/react-query';
import { useFormContext, useWatch } from 'react-hook-form';
import { decimalLess } from '@/shared/forms/decimals';
import { FormField } from '@/shared/forms/FormField';
import { formatDay } from '@/shared/lib/format';
import { Button } from '@/shared/ui/Button';
import { ErrorState, Skeleton } from '@/shared/ui/States';
import { Money } from '@/shared/ui/Values';
import { openInvoices } from '../api';
import { allotted, decimalSum, matchesOf } from '../matching';
import { matchSpec } from '../specs';

/** An invoice that a part of the payment may go to. */
export interface Payable {
  id: string;
  invoiceNumber: string;
  orderNumber: string | null;
  dueOn: string | null;
  /** Without what of this payment goes to it. */
  outstanding: string;
}

interface MatchFieldsProps {
  customerName: string;
  currency: string;
  /** What there is to give out. */
  paid: string;
  /** What it went to before: open again for this payment. */
  former?: readonly { receivableId: string; invoiceNumber: string; amount: string }[];
}

/** So much of a payment to each of the customer's invoices; in the form as `matches.<id>`. */
export function MatchFields({ customerName, currency, paid, former = [] }: MatchFieldsProps) {
  const { setValue } = useFormContext<{ matches: Record<string, string> }>();
  const matches = useWatch<{ matches: Record<string, string> }, 'matches'>({ name: 'matches' });
  const { data, error, refetch } = useQuery(openInvoices(customerName, currency));
  const rows = data && payablesOf(data.results, former);
  const given = matchesOf(matches ?? {}).reduce((sum, { amount }) => decimalSum(sum, amount), '0');
  const left = decimalLess(paid, given);

  if (!rows)
    return error ? (
      <ErrorState title="The invoices could not be loaded" error={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton className="h-16" />
    );
  if (rows.length === 0)
    return (
      <p className="text-sm text-muted">
        No invoice of {customerName} waits for {currency}. The payment is kept as an advance.
      </p>
    );
  return (
    <fieldset>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <legend className="float-start text-sm font-semibold">Which invoices it settles</legend>
        <Button size="sm" onClick={() => setValue('matches', allotted(paid, rows), { shouldDirty: true })}>
          What is due first, first
        </Button>
      </div>
      <ul className="flex flex-col divide-y divide-line">
        {rows.map(({ id, invoiceNumber, orderNumber, dueOn, outstanding }) => (
          <li key={id} className="grid grid-cols-[minmax(0,1fr)_9rem] items-center gap-3 py-2.5">
            <p className="min-w-0 text-sm">
              <span className="font-medium">{invoiceNumber}</span>
              {orderNumber && <span className="text-muted"> · {orderNumber}</span>}
              <span className="block text-[0.8125rem] text-muted">
                <Money amount={outstanding} currency={currency} /> outstanding
                {dueOn && `, due ${formatDay(dueOn)}`}
              </span>
            </p>
            <FormField name={`matches.${id}`} spec={matchSpec} label={`Of it to ${invoiceNumber}`} hideLabel />
          </li>
        ))}
      </ul>
      <p role="status" className={`mt-2 text-end text-sm ${left.startsWith('-') ? 'text-bad' : 'text-muted'}`}>
        {left.startsWith('-') ? 'More than came: ' : 'Goes to none: '}
        <Money amount={left.replace('-', '')} currency={currency} />
      </p>
    </fieldset>
  );
}

function payablesOf(
  open: readonly (Payable & { id: string })[],
  former: NonNullable<MatchFieldsProps['former']>,
): Payable[] {
  const before = new Map(former.map((part) => [part.receivableId, part.amount]));
  const listed = open.map((row) => ({ ...row, outstanding: decimalSum(row.outstanding, before.get(row.id) ?? '0') }));
  const shut = former.filter(({ receivableId }) => !open.some(({ id }) => id === receivableId));
  return [
    ...shut.map(({ receivableId, invoiceNumber, amount }) => ({
      ...{ id: receivableId, invoiceNumber, outstanding: amount },
      ...{ orderNumber: null, dueOn: null },
    })),
    ...listed,
  ];
}
