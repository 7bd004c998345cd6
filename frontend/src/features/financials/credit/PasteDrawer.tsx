import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { toProblem } from '@/shared/api/errors';
import {
  getLetterOfCredit,
  pasteLetterOfCreditText,
  readSwiftText,
  recordAmendment,
  type SwiftReadingDto,
} from '@/shared/api/generated';
import { notify } from '@/shared/lib/notify';
import { Button } from '@/shared/ui/Button';
import { Drawer } from '@/shared/ui/Drawer';
import { Field } from '@/shared/ui/Field';
import { Textarea } from '@/shared/ui/Input';
import { Refusal } from '@/shared/ui/Refusal';
import { useMoneyNews } from '../api';
import { ReadingPreview } from './ReadingPreview';

interface PasteDrawerProps {
  /** Read into this LC, whatever number the text has. */
  into?: { id: string; lcNumber: string };
  onClose: () => void;
  /** The text is in an LC that was there before. */
  onKept: (creditId: string) => void;
  /** It is of an LC that is not there yet; nothing is kept. */
  onNew?: (text: string, reading: SwiftReadingDto) => void;
}

/** The bank's text, read before anything is kept. */
export function PasteDrawer({ into, onClose, onKept, onNew }: PasteDrawerProps) {
  const news = useMoneyNews();
  const [text, setText] = useState('');
  const read = useMutation({
    mutationFn: async () => (await readSwiftText({ body: { text }, throwOnError: true })).data,
    meta: { ownErrors: true },
  });
  const reading = read.data;
  const credit = into ?? reading?.credit ?? null;
  const keep = useMutation({
    mutationFn: async ({ id }: { id: string }) => {
      const given = { path: { id }, body: { text }, throwOnError: true } as const;
      await (reading?.kind === 'amendment' ? recordAmendment(given) : pasteLetterOfCreditText(given));
      return (await getLetterOfCredit({ path: { id }, throwOnError: true })).data;
    },
    onSuccess: async (kept) => {
      await news.credit(kept);
      const isAmendment = reading?.kind === 'amendment';
      notify.success(
        isAmendment
          ? `An amendment of LC ${kept.lcNumber} is recorded. It waits for our answer.`
          : `The bank’s text is read into LC ${kept.lcNumber}.`,
      );
      onClose();
      onKept(kept.id);
    },
    meta: { ownErrors: true },
  });
  const isUseful = reading !== undefined && reading.fields.length > 0;
  const change = (next: string) => {
    setText(next);
    read.reset();
    keep.reset();
  };

  return (
    <Drawer
      open
      size="lg"
      onOpenChange={(open) => !open && onClose()}
      title={into ? `Paste the text of LC ${into.lcNumber}` : 'Paste MT700 or MT707'}
      description="It is read here in the house; nothing goes out, and nothing is kept before you say so."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {!reading && (
            <Button variant="primary" busy={read.isPending} disabled={!text.trim()} onClick={() => read.mutate()}>
              Read
            </Button>
          )}
          {isUseful && credit && (
            <Button variant="primary" busy={keep.isPending} onClick={() => keep.mutate(credit)}>
              {reading.kind === 'amendment'
                ? `Record as amendment of ${credit.lcNumber}`
                : `Read into ${credit.lcNumber}`}
            </Button>
          )}
          {isUseful && !credit && reading.kind === 'letter_of_credit' && onNew && (
            <Button variant="primary" onClick={() => onNew(text, reading)}>
              Record this LC
            </Button>
          )}
        </>
      }
    >
      <Field
        label="The bank’s text"
        error={read.error ? (toProblem(read.error).errors['text']?.[0] ?? undefined) : undefined}
      >
        <Textarea
          rows={reading ? 6 : 16}
          value={text}
          onChange={(event) => change(event.target.value)}
          className="font-mono text-xs"
          placeholder={':27:1/1\n:40A:IRREVOCABLE\n:20:…'}
        />
      </Field>
      <Refusal error={read.error ?? keep.error} />
      {reading && !isUseful && (
        <p className="mt-4 text-sm">
          No field of an MT700 or MT707 was found. Paste it with its tags, such as <code>:20:</code> and{' '}
          <code>:32B:</code>.
        </p>
      )}
      {isUseful && <ReadingPreview reading={reading} credit={credit} />}
    </Drawer>
  );
}
