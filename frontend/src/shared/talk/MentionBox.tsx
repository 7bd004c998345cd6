import { useQuery } from '@tanstack/react-query';
import { Popover } from 'radix-ui';
import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { colleagues } from '../api/colleagues';
import { cx } from '../lib/cx';
import { useActor } from '../session';
import { Textarea } from '../ui/Input';
import { popupLook } from '../ui/Menu';
import { type NameTyped, nameTypedAt, peopleFor, type Person, seesOrder, withName } from './mentions';

interface MentionBoxProps {
  value: string;
  onChange: (text: string) => void;
  /** Ctrl+Enter. */
  onSend: () => void;
  /** Whose order it is: with those of the house, the people who can be mentioned. */
  merchandiserId: string | null;
  placeholder?: string;
  ref?: Ref<HTMLTextAreaElement>;
}

/**
 * A text in which `@` brings up the colleagues: arrows choose, Enter or Tab takes, Escape closes. While the list is open
 * the box is a combobox, else a plain text box. Within a `Field`.
 */
export function MentionBox({ value, onChange, onSend, merchandiserId, placeholder, ref }: MentionBoxProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  /** Where it goes once the chosen name stands in the text. */
  const caret = useRef<number | null>(null);
  useImperativeHandle(ref, () => box.current as HTMLTextAreaElement);
  const listId = useId();
  const { id: me } = useActor();
  const [typed, setTyped] = useState<NameTyped | null>(null);
  const [at, setAt] = useState(0);
  const { data } = useQuery({ ...colleagues(), enabled: typed !== null });
  const people = typed
    ? peopleFor(
        typed.text,
        (data ?? []).filter(({ id }) => id !== me),
        merchandiserId,
      )
    : [];
  const open = typed !== null && people.length > 0;
  const may = (person: Person) => seesOrder(person, merchandiserId);

  const look = (text: string, caret: number) => {
    setTyped(nameTypedAt(text, caret));
    setAt(0);
  };
  // At once with the text: whoever types on does not wait for a frame.
  useLayoutEffect(() => {
    if (caret.current !== null) box.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [value]);
  const take = (person: Person | undefined) => {
    if (!typed || !person || !may(person)) return;
    const next = withName(value, typed, person);
    onChange(next.body);
    setTyped(null);
    caret.current = next.caret;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      setTyped(null);
      onSend();
    } else if (!open) return;
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setAt((old) => (old + (event.key === 'ArrowDown' ? 1 : people.length - 1)) % people.length);
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      take(people[at]);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      setTyped(null);
    }
  };

  return (
    <Popover.Root open={open}>
      <Popover.Anchor asChild>
        <div>
          <Textarea
            ref={box}
            value={value}
            rows={2}
            maxLength={5000}
            placeholder={placeholder}
            {...(open
              ? {
                  role: 'combobox',
                  'aria-expanded': true,
                  'aria-controls': listId,
                  'aria-activedescendant': `${listId}-${at}`,
                }
              : {})}
            aria-autocomplete="list"
            aria-haspopup="listbox"
            onChange={({ target }) => {
              onChange(target.value);
              look(target.value, target.selectionStart);
            }}
            onKeyDown={onKeyDown}
            onBlur={() => setTyped(null)}
          />
        </div>
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          className={cx(popupLook, 'w-(--radix-popover-trigger-width)')}
        >
          <ul id={listId} role="listbox" aria-label="Colleagues">
            {people.map((person, index) => (
              <li
                key={person.id}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === at}
                aria-disabled={!may(person) || undefined}
                // The box keeps the focus: it leaves only when the person does.
                onPointerDown={(event) => event.preventDefault()}
                onPointerMove={() => setAt(index)}
                onClick={() => take(person)}
                className={cx(
                  'touch-tall flex cursor-pointer flex-col justify-center rounded-lg px-2.5 py-1.5 text-sm aria-disabled:cursor-not-allowed',
                  index === at && 'bg-hover',
                )}
              >
                <span className={cx(!may(person) && 'text-muted')}>{person.fullName}</span>
                {!may(person) && (
                  <span className="text-xs text-muted">Cannot see this order. Give them a task instead.</span>
                )}
              </li>
            ))}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
