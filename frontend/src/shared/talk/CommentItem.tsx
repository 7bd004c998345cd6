import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { MoreHorizontal, Pencil, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { colleagues } from '../api/colleagues';
import { toProblem } from '../api/errors';
import type { CommentDto } from '../api/generated';
import { daysBetween, formatDay, formatInstant } from '../lib/format';
import { today } from '../lib/house';
import { notify } from '../lib/notify';
import { paths } from '../lib/paths';
import { useActor } from '../session';
import { Button } from '../ui/Button';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { Clock } from '../ui/DayGroups';
import { Field } from '../ui/Field';
import { IconButton } from '../ui/IconButton';
import { Menu, MenuItem } from '../ui/Menu';
import { useDeleteComment, useEditComment } from './api';
import { MentionBox } from './MentionBox';
import { mentionedIn, piecesOf } from './mentions';

interface CommentItemProps {
  comment: CommentDto;
  merchandiserId: string | null;
  /** Among the comments of a whole order: what it is about. */
  withPart: boolean;
}

/** Who wrote it, when, about what, and the text; to its author also the ways to change and remove it. */
export function CommentItem({ comment, merchandiserId, withPart }: CommentItemProps) {
  const { id: me } = useActor();
  const [asking, setAsking] = useState<'edit' | 'delete' | null>(null);
  const remove = useDeleteComment();
  const { author, body, mentions, createdAt, editedAt } = comment;
  const name = author?.fullName ?? 'Somebody who left';
  const close = () => setAsking(null);

  return (
    <li className="py-3 first:pt-1 last:pb-0">
      <article aria-label={`Comment of ${name}`}>
        <div className="flex items-start justify-between gap-2">
          <p className="min-w-0 text-[0.8125rem] text-muted">
            <span className="font-semibold text-ink">{name}</span> <When at={createdAt} />
            {editedAt && <span title={formatInstant(editedAt)}>, edited</span>}
            {withPart && <Part comment={comment} />}
          </p>
          {author?.id === me && asking !== 'edit' && (
            <Menu
              trigger={
                <IconButton
                  icon={MoreHorizontal}
                  size="sm"
                  label="More about this comment"
                  className="-my-1 text-muted"
                />
              }
            >
              <MenuItem icon={Pencil} onSelect={() => setAsking('edit')}>
                Change it
              </MenuItem>
              <MenuItem icon={Trash2} danger onSelect={() => setAsking('delete')}>
                Remove it…
              </MenuItem>
            </Menu>
          )}
        </div>
        {asking === 'edit' ? (
          <Edit comment={comment} merchandiserId={merchandiserId} onClose={close} />
        ) : (
          <p className="mt-1 whitespace-pre-wrap text-sm [overflow-wrap:anywhere]">
            {piecesOf(body, mentions).map(({ text, person }, at) =>
              person ? (
                <span key={at} className="font-medium text-accent-text">
                  {text}
                </span>
              ) : (
                text
              ),
            )}
          </p>
        )}
      </article>
      <ConfirmDialog
        open={asking === 'delete'}
        onOpenChange={(open) => !open && close()}
        title="Remove this comment?"
        confirmLabel="Remove it"
        danger
        onConfirm={async () => {
          await remove.mutateAsync(comment.id);
          notify.success('The comment is removed.');
        }}
      >
        It goes to the trash. That it was there, and what it said, stays in the activity of the order.
      </ConfirmDialog>
    </li>
  );
}

function Edit({
  comment,
  merchandiserId,
  onClose,
}: Pick<CommentItemProps, 'comment' | 'merchandiserId'> & { onClose: () => void }) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(comment.body);
  const { data: people = [] } = useQuery(colleagues());
  const { mutate, isPending, error } = useEditComment(comment);
  useEffect(() => box.current?.focus(), []);
  const save = () => {
    const body = text.trim();
    if (!body) return;
    const mentionedIds = mentionedIn(body, people, merchandiserId);
    mutate({ body, mentionedIds }, { onSuccess: onClose });
  };
  return (
    <div className="mt-2">
      <Field label="Change your comment" hideLabel error={error ? problemOf(error) : undefined}>
        <MentionBox value={text} onChange={setText} onSend={save} merchandiserId={merchandiserId} ref={box} />
      </Field>
      <div className="mt-2 flex justify-end gap-2">
        <Button size="sm" onClick={onClose}>
          Cancel
        </Button>
        <Button size="sm" variant="primary" busy={isPending} disabled={!text.trim()} onClick={save}>
          Save
        </Button>
      </div>
    </div>
  );
}

/** The first sentence of what the server refused: of a field, or of all of it. */
export function problemOf(error: unknown): string {
  const { detail, errors } = toProblem(error);
  return Object.values(errors ?? {}).flat()[0] ?? detail;
}

/** The clock today, else the day; the whole instant when the pointer rests on it. */
function When({ at }: { at: string }) {
  const day = today(new Date(at));
  const ago = daysBetween(day, today());
  if (ago === 0) return <Clock at={at} />;
  return (
    <time dateTime={at} title={formatInstant(at)}>
      {ago === 1 ? 'yesterday' : formatDay(day)}
    </time>
  );
}

const link = 'font-medium text-ink underline-offset-2 hover:underline';

/** ` on lab dip round 2`, ` on MT-2291 · White`; nothing for the order itself. */
function Part({ comment: { orderId, orderLineId, lineLabel, sample } }: Pick<CommentItemProps, 'comment'>) {
  if (sample) {
    const type = sample.type.replaceAll('_', ' ').replace(/^pp /, 'PP ');
    return (
      <>
        {' on '}
        <Link to={paths.sample(sample.id)} className={link}>
          {type} round {sample.version}
        </Link>
        {lineLabel && <>, {lineLabel}</>}
      </>
    );
  }
  if (!orderLineId) return null;
  return (
    <>
      {' on '}
      <Link to={paths.order(orderId)} search={{ line: orderLineId } as never} className={link}>
        {lineLabel ?? 'a line'}
      </Link>
    </>
  );
}
