import { useState } from 'react';
import type { GridStepDto, PlanGridLineDto } from '@/shared/api/generated';
import { today } from '@/shared/lib/house';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';
import { Refusal } from '@/shared/ui/Refusal';
import { StepFacts } from '../strip/StepFacts';
import type { CellWriting } from './use-cell-save';

interface CellEditorProps {
  line: PlanGridLineDto;
  step: GridStepDto;
  /** Whether the person may write it. */
  may: boolean;
  busy: boolean;
  error: unknown;
  onSave: (body: CellWriting['body']) => void;
}

/** A cell of the grid opened: what is known of the step, and its two days to write. */
export function CellEditor({ line, step, may, busy, error, onSave }: CellEditorProps) {
  const [plannedOn, setPlannedOn] = useState(step.plannedOn ?? '');
  const [actualOn, setActualOn] = useState(step.actualOn ?? '');
  const body = {
    ...(plannedOn === (step.plannedOn ?? '') ? {} : { plannedOn: plannedOn || null }),
    ...(actualOn === (step.actualOn ?? '') ? {} : { actualOn: actualOn || null }),
  };
  const writable = may && step.state !== 'not_applicable';
  return (
    <>
      <StepFacts step={step} closed={line.closed} />
      {writable && (
        <form
          className="mt-3 border-t border-line pt-3"
          onSubmit={(event) => {
            event.preventDefault();
            onSave(body);
          }}
        >
          <div className="grid grid-cols-2 gap-3">
            <Field label="Planned on">
              <Input type="date" value={plannedOn} onChange={({ target }) => setPlannedOn(target.value)} />
            </Field>
            <Field label="Happened on">
              <Input type="date" max={today()} value={actualOn} onChange={({ target }) => setActualOn(target.value)} />
            </Field>
          </div>
          <Refusal error={error} />
          <div className="mt-3 flex justify-end">
            <Button type="submit" variant="primary" size="sm" busy={busy} disabled={Object.keys(body).length === 0}>
              Save
            </Button>
          </div>
        </form>
      )}
    </>
  );
}
