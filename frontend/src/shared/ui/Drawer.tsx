import { Dialog as Radix } from 'radix-ui';
import type { KeyboardEventHandler, ReactNode } from 'react';
import { cx } from '../lib/cx';
import { SheetFooter, SheetHeader, veil } from './Dialog';
import { DialogContent } from './DialogContent';

export interface DrawerProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  side?: 'start' | 'end';
  size?: 'sm' | 'md' | 'lg';
  footer?: ReactNode;
  /** Keys of its own, wherever in it the focus is. */
  onKeyDown?: KeyboardEventHandler;
  /**
   * The focus begins on the drawer itself, so that Enter and Space are not those of its first button; Tab reaches its
   * body, which may hold nothing to stop at and yet be longer than the screen.
   */
  focusWhole?: boolean;
  children: ReactNode;
}

const widths = { sm: 'max-w-80', md: 'max-w-lg', lg: 'max-w-3xl' } as const;

function focusContent(event: Event) {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
}

/** From the side, the page stays in sight: a peek, a form that belongs to it, the menu on a phone. */
export function Drawer({
  open,
  onOpenChange,
  title,
  description,
  side = 'end',
  size = 'md',
  footer,
  onKeyDown,
  focusWhole = false,
  children,
}: DrawerProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={veil} />
        <DialogContent
          {...(description ? {} : { 'aria-describedby': undefined })}
          {...(focusWhole ? { onOpenAutoFocus: focusContent } : {})}
          onKeyDown={onKeyDown}
          className={cx(
            'fixed inset-y-0 z-50 flex w-[calc(100%-2.5rem)] flex-col bg-surface shadow-lg focus:outline-none',
            side === 'end'
              ? 'end-0 animate-slide-end border-s border-line'
              : 'start-0 animate-slide-start border-e border-line',
            widths[size],
          )}
        >
          <SheetHeader title={title} description={description} />
          <div
            {...(focusWhole ? { tabIndex: 0, role: 'group', 'aria-label': title } : {})}
            className="min-h-0 flex-1 overflow-y-auto px-5 pb-5 focus-visible:-outline-offset-2 sm:px-6"
          >
            {children}
          </div>
          {footer && <SheetFooter>{footer}</SheetFooter>}
        </DialogContent>
      </Radix.Portal>
    </Radix.Root>
  );
}
