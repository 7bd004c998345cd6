import { Popover as Radix } from 'radix-ui';
import { type ReactElement, type ReactNode, useRef } from 'react';
import { cx } from '../lib/cx';
import { popupLook } from './Menu';

export interface PopoverProps {
  /** One button. */
  trigger: ReactElement;
  /** What it holds, for readers. */
  label: string;
  /** As wide as what it holds. */
  narrow?: boolean;
  children: ReactNode;
}

/** More about a thing, beside it: opened by a press, closed by Esc or a press elsewhere. */
export function Popover({ trigger, label, narrow = false, children }: PopoverProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={label}
          className={cx(popupLook, !narrow && 'w-88 p-4', 'text-start text-sm focus:outline-none')}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export interface PopoverAtProps {
  /** What it belongs to: there it stands, and there the focus goes back. */
  anchor: HTMLElement;
  label: string;
  onClose: () => void;
  children: ReactNode;
}

/** The same beside any element, open as long as it is there: one for all cells of a grid. */
export function PopoverAt({ anchor, label, onClose, children }: PopoverAtProps) {
  const at = useRef(anchor);
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Anchor virtualRef={at} />
      <Radix.Portal>
        <Radix.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            at.current.focus();
          }}
          className={cx(popupLook, 'w-88 p-4 text-start text-sm focus:outline-none')}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
