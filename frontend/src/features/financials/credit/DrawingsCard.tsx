import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { reportFormProblem } from '@/shared/api/errors';
import {
  type DrawingDto,
  type LetterOfCreditDto,
  removeDrawing,
  updateDrawing,
  type UpdateDrawingDto,
} from '@/shared/api/generated';
import { FormDialog } from '@/shared/forms/FormDialog';
import { FormField } from '@/shared/forms/FormField';
import { changed, textOf } from '@/shared/forms/values';
import { useCan } from '@/shared/lib/can';
import { notify } from '@/shared/lib/notify';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Day, Money, Quantity } from '@/shared/ui/Values';
import { StepDialog } from '../components/StepDialog';
import { type AnswerField, answerSpecs } from '../specs';
import { BalanceBar } from './BalanceBar';
import { asRead, creditDrawings, takesDrawings, useCreditDeed } from './credits';
import { RecordDrawingDrawer } from './RecordDrawingDrawer';

/** What was presented under the LC, and what is left of it, by amount and by quantity. */
export function DrawingsCard({ credit }: { credit: LetterOfCreditDto }) {
  const may = useCan();
  const { data } = useQuery(creditDrawings(credit.id));
  const [asked, setAsked] = useState<'new' | { answerTo: DrawingDto } | { remove: DrawingDto } | null>(null);
  const close = () => setAsked(null);
  const write = may('letter_of_credit.write');
  const { currency, balance } = credit;
  return (
    <Card
      title="Drawn"
      actions={write && takesDrawings(credit) && <Button onClick={() => setAsked('new')}>Record presentation</Button>}
    >
      <div className="flex flex-col gap-3">
        <BalanceBar
          label="Amount"
          drawn={<Money amount={balance.drawn} currency={currency} />}
          left={<Money amount={balance.left} currency={currency} />}
          share={share(balance.drawn, balance.most)}
        />
        {data?.quantities.map(({ unit, most, drawn, left }) => (
          <BalanceBar
            key={unit}
            label="Quantity"
            drawn={<Quantity quantity={drawn} unit={unit} />}
            left={<Quantity quantity={left} unit={unit} />}
            share={share(drawn, most)}
          />
        ))}
      </div>
      {data && data.drawings.length > 0 && (
        <ul className="mt-4 flex flex-col divide-y divide-line text-sm">
          {data.drawings.map((drawing) => (
            <li key={drawing.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
              <span className="font-medium">{drawing.reference}</span>
              <Day day={drawing.presentedOn} className="text-muted" />
              <Money amount={drawing.amount} currency={currency} />
              {drawing.unit && <Quantity quantity={drawing.quantity} unit={drawing.unit} />}
              {write && (
                <span className="ms-auto flex gap-1">
                  <Button variant="quiet" onClick={() => setAsked({ answerTo: drawing })}>
                    Bank’s answer…
                  </Button>
                  <Button variant="quiet" onClick={() => setAsked({ remove: drawing })}>
                    Remove…
                  </Button>
                </span>
              )}
              <BankSaid drawing={drawing} />
            </li>
          ))}
        </ul>
      )}
      {asked === 'new' && <RecordDrawingDrawer credit={credit} onClose={close} />}
      {asked !== null && asked !== 'new' && 'answerTo' in asked && (
        <BankAnswer credit={credit} drawing={asked.answerTo} onClose={close} />
      )}
      {asked !== null && asked !== 'new' && 'remove' in asked && (
        <RemoveDrawing credit={credit} drawing={asked.remove} onClose={close} />
      )}
    </Card>
  );
}

/** Percent of the bar, for the eye alone; what is over fills it. */
const share = (drawn: string, most: string): number => Math.min(100, (Number(drawn) / Number(most)) * 100);

/** When it accepted, and when it pays; nothing while it has not said. */
function BankSaid({ drawing: { acceptedOn, maturesOn } }: { drawing: DrawingDto }) {
  if (!acceptedOn && !maturesOn) return null;
  return (
    <span className="basis-full text-[0.8125rem] text-muted">
      {acceptedOn && (
        <>
          Accepted <Day day={acceptedOn} />
        </>
      )}
      {acceptedOn && maturesOn && ', '}
      {maturesOn && (
        <>
          pays <Day day={maturesOn} />
        </>
      )}
    </span>
  );
}

function BankAnswer({ credit, drawing, onClose }: DrawingDialogProps) {
  const form = useForm({ defaultValues: textOf<AnswerField>(answerSpecs, drawing) });
  const { mutateAsync } = useCreditDeed(credit, (body: UpdateDrawingDto) =>
    updateDrawing({ ...asRead(credit), path: { id: credit.id, drawingId: drawing.id }, body }),
  );
  const submit = form.handleSubmit(async (values) => {
    try {
      await mutateAsync(changed(answerSpecs, values, drawing));
      notify.success(`What the bank said of ${drawing.reference} is recorded.`);
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  return (
    <FormProvider {...form}>
      <FormDialog
        title={`The bank’s answer to ${drawing.reference}`}
        description="Payment is due on the day the bank names; without one it is counted by the usance of the LC."
        busy={form.formState.isSubmitting}
        saveLabel="Save answer"
        onSave={(event) => void submit(event)}
        onClose={onClose}
      >
        {(Object.keys(answerSpecs) as AnswerField[]).map((field) => (
          <FormField key={field} name={field} spec={answerSpecs[field]} />
        ))}
      </FormDialog>
    </FormProvider>
  );
}

interface DrawingDialogProps {
  credit: LetterOfCreditDto;
  drawing: DrawingDto;
  onClose: () => void;
}

function RemoveDrawing({ credit, drawing, onClose }: DrawingDialogProps) {
  const { mutateAsync, error } = useCreditDeed(credit, () =>
    removeDrawing({ ...asRead(credit), path: { id: credit.id, drawingId: drawing.id } }),
  );
  const remove = async () => {
    await mutateAsync();
    notify.success(`${drawing.reference} is removed.`);
  };
  return (
    <StepDialog
      title={`Remove ${drawing.reference}?`}
      confirmLabel="Remove presentation"
      danger
      error={error}
      onConfirm={remove}
      onClose={onClose}
    >
      Its amount is left on the LC again.
    </StepDialog>
  );
}
