import { useQuery } from '@tanstack/react-query';
import { MapPinPlus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { newIdempotencyKey } from '@/shared/api/change';
import type { SampleDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { orderOf } from '@/shared/talk/api';
import { CommentItem, problemOf } from '@/shared/talk/CommentItem';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { Textarea } from '@/shared/ui/Input';
import type { SampleOption } from '../options';
import { type PinnedNote, type Place, usePinNote } from '../pins';

interface PinNotesProps {
  sample: SampleDto;
  here: readonly PinnedNote[];
  earlier: readonly PinnedNote[];
  /** Absent while one is written. */
  onPin?: () => void;
}

/** What was said of places of this picture, by number, and a way to say more. */
export function PinNotes({ sample, here, earlier, onPin }: PinNotesProps) {
  const may = useCan();
  const { data: order } = useQuery({ ...orderOf(sample.orderId), enabled: here.length + earlier.length > 0 });
  const merchandiserId = order?.merchandiser?.id ?? null;
  const notes = (which: readonly PinnedNote[], numbered: boolean) =>
    which.map((note, index) => (
      <li key={note.id} id={`pin-${note.id}`} tabIndex={-1} className="flex scroll-mt-20 items-start gap-2.5 rounded">
        {numbered && (
          <span className="mt-3 grid size-5 shrink-0 place-items-center rounded-full bg-accent text-[0.6875rem] font-semibold tabular-nums text-accent-ink">
            {index + 1}
          </span>
        )}
        <ul className="min-w-0 flex-1">
          <CommentItem comment={note} merchandiserId={merchandiserId} withPart={false} />
        </ul>
      </li>
    ));
  return (
    <div className="border-t border-line pt-2.5">
      {here.length > 0 && (
        <ol aria-label="Notes on this picture" className="-mt-2 mb-1">
          {notes(here, true)}
        </ol>
      )}
      {earlier.length > 0 && (
        <details className="mb-2 text-[0.8125rem]">
          <summary className="cursor-pointer text-muted">
            {earlier.length === 1 ? 'One note' : `${earlier.length} notes`} on an earlier picture
          </summary>
          <ol aria-label="Notes on earlier pictures">{notes(earlier, false)}</ol>
        </details>
      )}
      {onPin && may('comment.write') && (
        <Button
          size="sm"
          variant="quiet"
          icon={MapPinPlus}
          onClick={(event) => {
            event.currentTarget.closest('section')?.scrollIntoView({ block: 'start' }); // the picture is what is looked at
            onPin();
          }}
        >
          Pin a note <span className="sr-only">to this picture</span>
        </Button>
      )}
    </div>
  );
}

interface WriteNoteProps {
  sample: SampleDto;
  label: SampleOption['label'] | undefined;
  pictureId: string;
  place: Place;
  onClose: () => void;
}

/** Stands beneath the picture, so that the pin stays in sight. */
export function WriteNote({ sample, label, pictureId, place, onClose }: WriteNoteProps) {
  const [text, setText] = useState('');
  const [key] = useState(newIdempotencyKey);
  const { mutate, isPending, error } = usePinNote(sample, label);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  const save = () => mutate({ body: text.trim(), pictureId, key, ...place }, { onSuccess: onClose });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim()) save();
      }}
    >
      <Field
        label="What is to be seen there"
        hint="Press on the picture where it is, or move the pin with the arrow keys."
        error={error ? problemOf(error) : undefined}
      >
        <Textarea ref={box} rows={2} maxLength={5000} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <div className="mt-2 flex justify-end gap-2">
        <Button size="sm" onClick={onClose}>
          Cancel
        </Button>
        <Button size="sm" variant="primary" type="submit" busy={isPending} disabled={!text.trim()}>
          Pin note
        </Button>
      </div>
    </form>
  );
}
