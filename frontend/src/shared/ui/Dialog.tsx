import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from '../lib/cx';
import { DialogContent } from './DialogContent';
import { IconButton } from './IconButton';

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** One sentence under the title. */
  description?: ReactNode;
  size?: 'sm' | 'md' | 'lg';
  /** The buttons, the main one last. Stays in sight while the body scrolls. */
  footer?: ReactNode;
  children?: ReactNode;
}

const widths = { sm: 'sm:max-w-md', md: 'sm:max-w-xl', lg: 'sm:max-w-4xl' } as const;

export const veil = 'fixed inset-0 z-40 animate-fade bg-veil';

/** In the middle of the screen; from the bottom on a phone. */
export function Dialog({ open, onOpenChange, title, description, size = 'md', footer, children }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={veil} />
        <DialogContent
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cx(
            'fixed inset-x-0 bottom-0 z-50 mx-auto flex max-h-[92dvh] animate-rise flex-col rounded-t-2xl bg-surface shadow-lg',
            'border border-line focus:outline-none sm:inset-y-0 sm:my-auto sm:h-fit sm:max-h-[86dvh] sm:w-[calc(100%-2rem)] sm:rounded-2xl',
            widths[size],
          )}
        >
          <SheetHeader title={title} description={description} />
          {children !== undefined && <div className="min-h-0 overflow-y-auto px-5 pb-5 sm:px-6">{children}</div>}
          {footer && <SheetFooter>{footer}</SheetFooter>}
        </DialogContent>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Title, one sentence, close: shared by `Dialog` and `Drawer`. */
export function SheetHeader({ title, description }: { title: string; description?: ReactNode }) {
  return (
    <header className="flex items-start gap-3 px-5 pb-4 pt-5 sm:px-6">
      <div className="min-w-0 flex-1">
        <Radix.Title className="text-base font-semibold">{title}</Radix.Title>
        {description && <Radix.Description className="mt-1 text-sm text-muted">{description}</Radix.Description>}
      </div>
      <Radix.Close asChild>
        <IconButton icon={X} label="Close" size="sm" withoutTooltip className="-me-1.5 -mt-1" />
      </Radix.Close>
    </header>
  );
}

export function SheetFooter({ children }: { children: ReactNode }) {
  return (
    <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-5 py-3.5 pb-[max(0.875rem,env(safe-area-inset-bottom))] sm:px-6">
      {children}
    </footer>
  );
}
