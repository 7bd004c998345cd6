import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useFormContext, useFormState, useWatch } from 'react-hook-form';
import { cx } from '@/shared/lib/cx';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { FormField } from '@/shared/forms/FormField';
import { SameNumberNotice } from '../same-number/SameNumberNotice';
import { type OrderField, orderSpecs } from './specs';

interface Group {
  title: string;
  fields: readonly OrderField[];
}

const order: Group = {
  title: 'Order',
  fields: [
    'orderNumber',
    'customerName',
    'buyerName',
    'orderType',
    'season',
    'currency',
    'orderDate',
    'etd',
    'eta',
    'expectedDeliveryDate',
  ],
};

const fabric: Group = {
  title: 'Fabric',
  fields: ['fabricType', 'fabricComposition', 'gsm', 'construction', 'finishType', 'millName'],
};

const more: readonly OrderField[] = [
  'quantity',
  'unit',
  'provaPrice',
  'millPrice',
  'deliveryTolerancePercent',
  'baseStyleNumber',
  'styleNumber',
  'cad',
  'finishedFabricQuantity',
  'finishedFabricUnit',
  'processLossPercent',
  'processLossBasis',
  'mixedFabricType',
  'mixedFabricPercent',
  'fabricSpecifications',
  'notes',
];

/** What every order begins with. @param saved the order that is changed, as it was read */
export function OrderFields({ saved }: { saved?: { id: string; orderNumber: string } }) {
  return (
    <>
      {[order, fabric].map(({ title, fields }) => (
        <Card key={title} title={title}>
          <Fields fields={fields} />
          {title === order.title && <NumberSeenBefore saved={saved} />}
        </Card>
      ))}
    </>
  );
}

function NumberSeenBefore({ saved }: { saved: { id: string; orderNumber: string } | undefined }) {
  const typed: unknown = useWatch({ name: 'orderNumber' });
  const orderNumber = typeof typed === 'string' && typed !== saved?.orderNumber ? typed : '';
  return <SameNumberNotice orderNumber={orderNumber} except={saved?.id} className="mt-4" />;
}

interface MoreOrderFieldsProps {
  /** Its quantity comes from them then. */
  hasLines: boolean;
  /** Shown from the start. */
  opened?: boolean;
}

/** What is seldom needed at once. */
export function MoreOrderFields({ hasLines, opened: openedFirst = false }: MoreOrderFieldsProps) {
  const [opened, setOpened] = useState(openedFirst);
  const { errors } = useFormState();
  const { getFieldState } = useFormContext();
  const fields = more.filter((field) => !hasLines || (field !== 'quantity' && field !== 'unit'));
  const open = opened || fields.some((field) => getFieldState(field, { errors } as never).error);

  return (
    <Card
      title={hasLines ? 'Notes and the rest' : 'Quantity, price and notes'}
      actions={
        <Button size="sm" variant="quiet" aria-expanded={open} onClick={() => setOpened(!open)}>
          {open ? 'Hide' : 'Show'}
          <ChevronDown aria-hidden className={cx('transition-transform', open && 'rotate-180')} />
        </Button>
      }
    >
      {open ? (
        <Fields fields={fields} />
      ) : (
        <p className="text-sm text-muted">
          Specifications, prices of the whole order, process loss, notes. They can be filled in later.
        </p>
      )}
    </Card>
  );
}

function Fields({ fields }: { fields: readonly OrderField[] }) {
  return (
    <div className="@container">
      <div className="grid gap-4 @md:grid-cols-2 @3xl:grid-cols-4">
        {fields.map((field) => (
          <FormField
            key={field}
            name={field}
            spec={orderSpecs[field]}
            className={orderSpecs[field].kind === 'long' ? '@md:col-span-full' : undefined}
          />
        ))}
      </div>
    </div>
  );
}
