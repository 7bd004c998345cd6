import { Popover as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { cx } from '../lib/cx';
import { popupLook } from './Menu';

export interface PopoverProps {
  /** One button. */
  trigger: ReactElement;
  /** What it holds, for readers. */
  label: string;
  children: ReactNode;
}

/** More about a thing, beside it: opened by a press, closed by Esc or a press elsewhere. */
export function Popover({ trigger, label, children }: PopoverProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={label}
          className={cx(popupLook, 'w-88 p-4 text-start text-sm focus:outline-none')}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
