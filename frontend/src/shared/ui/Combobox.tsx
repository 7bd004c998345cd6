import { useQuery } from '@tanstack/react-query';
import { Check, ChevronsUpDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type KeyboardEvent, type Ref, useDeferredValue, useId, useState } from 'react';
import { cx } from '../lib/cx';
import { controlLook, useFieldControl } from './Field';
import type { Option } from './Input';
import { popupLook } from './Menu';

export interface ComboboxProps {
  /** The chosen option; its label shows while the list has not been asked yet. */
  value: Option | null;
  onChange: (option: Option | null) => void;
  /** Names the list in the query cache: `['orders', 'options']`. */
  queryKey: readonly unknown[];
  /** The options for what was typed, from the server; twenty are plenty. */
  search: (text: string, signal: AbortSignal) => Promise<readonly Option[]>;
  placeholder?: string;
  disabled?: boolean;
  onBlur?: () => void;
  ref?: Ref<HTMLInputElement>;
}

/** Choose one of many by typing: an order, a mill, a colleague. Within a form use it through `Controller`. */
export function Combobox({ value, onChange, queryKey, search, placeholder, disabled, onBlur, ref }: ComboboxProps) {
  const wiring = useFieldControl();
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const text = useDeferredValue((draft ?? '').trim());
  const {
    data: options = [],
    isPending,
    isError,
  } = useQuery({
    queryKey: [...queryKey, text],
    queryFn: ({ signal }) => search(text, signal),
    enabled: open,
    placeholderData: (previous) => previous,
  });

  const close = () => {
    setOpen(false);
    setDraft(null);
    setAt(0);
  };
  const choose = (option: Option | undefined) => {
    if (option && !option.disabled) {
      onChange(option);
      close();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) setOpen(true);
      else setAt((old) => Math.max(0, Math.min(options.length - 1, old + (event.key === 'ArrowDown' ? 1 : -1))));
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      choose(options[at]);
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      close();
    }
  };

  return (
    <Popover.Root open={open} onOpenChange={(next) => !next && close()}>
      <Popover.Anchor asChild>
        <div className="relative">
          <input
            {...wiring}
            ref={ref}
            role="combobox"
            autoComplete="off"
            aria-expanded={open}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={open && options[at] ? `${listId}-${at}` : undefined}
            placeholder={placeholder}
            disabled={disabled}
            value={draft ?? value?.label ?? ''}
            onChange={(event) => {
              setDraft(event.target.value);
              setAt(0);
              setOpen(true);
              if (event.target.value === '') onChange(null);
            }}
            onClick={() => setOpen(true)}
            onKeyDown={onKeyDown}
            onBlur={() => {
              close();
              onBlur?.();
            }}
            className={cx(controlLook, 'h-9 pe-9')}
          />
          <ChevronsUpDown
            aria-hidden
            className="pointer-events-none absolute end-3 top-1/2 size-4 -translate-y-1/2 text-muted"
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
          className={cx(popupLook, 'max-h-72 w-(--radix-popover-trigger-width)')}
        >
          <ul id={listId} role="listbox" aria-label="Choices" aria-busy={isPending}>
            {options.map((option, index) => (
              <li
                key={option.value}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={option.value === value?.value}
                aria-disabled={option.disabled || undefined}
                // The field keeps the focus: it leaves only when the person does.
                onPointerDown={(event) => event.preventDefault()}
                onPointerMove={() => setAt(index)}
                onClick={() => choose(option)}
                className={cx(
                  'touch-tall flex cursor-pointer items-center gap-2 rounded-lg px-2.5 py-1.5 text-sm aria-disabled:opacity-55',
                  index === at && 'bg-hover',
                )}
              >
                <span className="min-w-0 flex-1 break-words">{option.label}</span>
                {option.value === value?.value && <Check aria-hidden className="size-4 shrink-0 text-accent-text" />}
              </li>
            ))}
          </ul>
          {options.length === 0 && (
            <p role="status" className="px-2.5 py-2 text-sm text-muted">
              {isError ? 'The choices could not be loaded.' : isPending ? 'Searching…' : 'Nothing matches.'}
            </p>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
