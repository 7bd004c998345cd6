import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { reportFormProblem } from '@/shared/api/errors';
import { type MasterDto, updateMaster } from '@/shared/api/generated';
import { FormField } from '@/shared/forms/FormField';
import { filled, textOf } from '@/shared/forms/values';
import { useCan } from '@/shared/lib/can';
import { formatDay } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Drawer } from '@/shared/ui/Drawer';
import { DetailSkeleton, ErrorState } from '@/shared/ui/States';
import { Money } from '@/shared/ui/Values';
import { master } from '@/shared/money/back-to-back';
import { useBackToBackNews } from '../api';
import { basisSpecs } from '../specs';
import { stateNames, stateTones } from '../vocabulary';
import { Limit } from './Limit';
import { NewBackToBackDrawer } from './NewBackToBackDrawer';

interface MasterDrawerProps {
  id: string;
  onClose: () => void;
  onOpen: (id: string) => void;
}

/** What a buyer's LC leaves for LCs to mills, and those that stand on it. */
export function MasterDrawer({ id, onClose, onOpen }: MasterDrawerProps) {
  const { data, error, refetch } = useQuery(master(id));
  const may = useCan()('back_to_back.write');
  const [opening, setOpening] = useState(false);
  if (data && opening)
    return <NewBackToBackDrawer on={{ value: id, label: data.lcNumber }} onClose={() => setOpening(false)} />;
  return (
    <Drawer
      open
      size="lg"
      onOpenChange={(open) => !open && onClose()}
      title={data ? `Back-to-back LCs on ${data.lcNumber}` : 'Back-to-back LCs'}
      description={data && `It expires on ${formatDay(data.expiryDate)}`}
      footer={
        data &&
        may && (
          <Button variant="primary" onClick={() => setOpening(true)}>
            New back-to-back LC
          </Button>
        )
      }
    >
      {!data ? (
        error ? (
          <ErrorState title="It could not be loaded" error={error} onRetry={() => void refetch()} />
        ) : (
          <DetailSkeleton what="the limit" />
        )
      ) : (
        <>
          <Limit of={data} />
          {may && <Deductions key={`${data.freight} ${data.insurance} ${data.commission}`} of={data} />}
          <section aria-label="Opened to mills" className="mt-6">
            <h3 className="mb-1 text-sm font-semibold">Opened to mills</h3>
            {data.backToBacks.length === 0 && <p className="text-sm text-muted">None yet.</p>}
            <ul className="flex flex-col divide-y divide-line text-sm">
              {data.backToBacks.map(({ id: each, creditNumber, millName, amount, currency, state, dueOn }) => (
                <li key={each} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5">
                  <span className="min-w-40 flex-1">
                    <button
                      type="button"
                      className="touch-target font-medium text-accent-text underline-offset-2 hover:underline"
                      onClick={() => onOpen(each)}
                    >
                      {creditNumber}
                    </button>
                    <span className="block break-words text-[0.8125rem] text-muted">{millName}</span>
                  </span>
                  <Badge tone={stateTones[state]}>{stateNames[state]}</Badge>
                  {dueOn && <span className="text-muted">{formatDay(dueOn)}</span>}
                  <Money amount={amount} currency={currency} />
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
    </Drawer>
  );
}

type Deduction = keyof typeof basisSpecs;

/** What of the LC is no FOB value. */
function Deductions({ of }: { of: MasterDto }) {
  const news = useBackToBackNews();
  const form = useForm({ defaultValues: textOf<Deduction>(basisSpecs, of) });
  const submit = form.handleSubmit(async (values) => {
    try {
      const body = { freight: '0', insurance: '0', commission: '0', ...filled(basisSpecs, values) };
      await updateMaster({ path: { id: of.letterOfCreditId }, body, throwOnError: true });
      news();
      notify.success(`The net FOB of ${of.lcNumber} is saved.`);
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  return (
    <FormProvider {...form}>
      <form
        aria-label="What is no FOB"
        onSubmit={(event) => void submit(event)}
        className="mt-5 grid grid-cols-2 items-end gap-4 border-t border-line pt-4 sm:grid-cols-4"
      >
        {(Object.keys(basisSpecs) as Deduction[]).map((field) => (
          <FormField key={field} name={field} spec={{ ...basisSpecs[field], end: of.currency }} />
        ))}
        <Button type="submit" busy={form.formState.isSubmitting} disabled={!form.formState.isDirty}>
          Deduct
        </Button>
      </form>
    </FormProvider>
  );
}
