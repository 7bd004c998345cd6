import type { ReactNode } from 'react';
import { Button } from '@/shared/ui/Button';

interface FormFooterProps {
  saveLabel: string;
  busy: boolean;
  onCancel: () => void;
  /** Before the buttons: how much there is, what is wrong. */
  children?: ReactNode;
}

/** Stays in sight at the foot of a long form. */
export function FormFooter({ saveLabel, busy, onCancel, children }: FormFooterProps) {
  return (
    <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center justify-end gap-x-4 gap-y-2 border-t border-line bg-canvas/92 px-4 py-3 backdrop-blur-md max-md:bottom-15 sm:-mx-6 sm:px-6">
      <div className="min-w-0 flex-1 text-[0.8125rem] text-muted">{children}</div>
      <div className="flex items-center gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" busy={busy}>
          {saveLabel}
          <kbd aria-hidden className="font-sans text-xs font-normal opacity-80 pointer-coarse:hidden">
            Ctrl ↵
          </kbd>
        </Button>
      </div>
    </div>
  );
}
