import { type FormEvent, useState } from 'react';
import type { LineGateDto } from '@/shared/api/generated';
import { toProblem } from '@/shared/api/errors';
import { FormDialog } from '@/shared/forms/FormDialog';
import { useRemind } from '@/shared/gates/api';
import { copyText } from '@/shared/lib/clipboard';
import { formatDay } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { notify } from '@/shared/lib/notify';
import { useActor } from '@/shared/session';
import { Field } from '@/shared/ui/Field';
import { Textarea } from '@/shared/ui/Input';
import type { SentRound } from '../api';
import { hearerOf, reminderText } from '../reminder';

interface RemindDialogProps {
  gate: LineGateDto;
  round: SentRound | null;
  onClose: () => void;
}

/** A colleague is told in the house; for anybody outside the words are copied, to be sent as they are used to. */
export function RemindDialog({ gate, round, onClose }: RemindDialogProps) {
  const { fullName } = useActor();
  const outside = gate.holder !== 'us';
  const [notes, setNotes] = useState(() => (outside ? reminderText(gate, round, fullName, today()) : ''));
  const [byHand, setByHand] = useState(false);
  const { mutate, isPending, error } = useRemind();
  const again = gate.remindedOn === today() || (error !== null && toProblem(error).code === 'gate.reminded_today');
  const hearer = hearerOf(gate);

  const remind = async (event?: FormEvent) => {
    event?.preventDefault();
    const copied = outside && !byHand && (await copyText(notes));
    if (outside && !byHand && !copied) return setByHand(true);
    const of = { lineId: gate.orderLineId, gate };
    mutate(
      { of, notes: notes.trim() || null, again },
      {
        onSuccess: () => {
          notify.success(
            copied
              ? `Copied: paste it into your mail or chat to ${hearer}.`
              : `${hearer} is reminded of ${gate.name} of ${gate.lineLabel}.`,
          );
          onClose();
        },
      },
    );
  };
  const said = gate.remindedOn && `Last reminded on ${formatDay(gate.remindedOn)}.`;
  return (
    <FormDialog
      title={`Remind ${hearer} of ${gate.name} of ${gate.lineLabel}`}
      description={
        outside ? (
          <>Nothing is sent from here: copy these words into your mail or chat. {said}</>
        ) : (
          <>
            It comes to {hearer} as a notice. {said}
          </>
        )
      }
      busy={isPending}
      saveLabel={again ? 'Remind once more' : outside && !byHand ? 'Copy and record' : outside ? 'Record' : 'Remind'}
      refusal={error}
      onSave={(event) => void remind(event)}
      onClose={onClose}
    >
      <Field
        label={outside ? 'Words' : 'Message'}
        hint={outside ? undefined : 'Why it matters now. It may stay empty.'}
        error={
          byHand
            ? 'Your browser does not let us copy. Select the words, copy them yourself, then record it.'
            : undefined
        }
        className="sm:col-span-2"
      >
        <Textarea
          rows={outside ? 11 : 3}
          maxLength={2000}
          value={notes}
          onChange={({ target }) => setNotes(target.value)}
        />
      </Field>
    </FormDialog>
  );
}
