import { useEffect } from 'react';
import { Toaster as Sonner, toast } from 'sonner';
import { onNotice } from '../lib/notify';
import { useTheme } from '../lib/theme';

const errorMs = 10_000;
const usualMs = 5_000;

/** Shows what `notify` says, and reads it out. Loaded after the first paint. */
export default function Toaster() {
  const theme = useTheme((state) => state.theme);
  useEffect(() => {
    let done: string | number | undefined;
    return onNotice(({ kind, message, detail, action }) => {
      // Only the last deed is told of, and can be undone here: a pile of them would lie over the page.
      if (kind === 'success' && done !== undefined) toast.dismiss(done); // without an id it would dismiss all
      const shown = toast[kind](message, {
        description: detail,
        duration: kind === 'error' || action ? errorMs : usualMs,
        action: action && { label: action.label, onClick: action.run },
      });
      if (kind === 'success') done = shown;
    });
  }, []);
  return (
    <Sonner
      theme={theme}
      position="bottom-right"
      closeButton
      className="font-sans!"
      mobileOffset={{ bottom: '4.75rem' }}
      toastOptions={{
        style: {
          background: 'var(--surface)',
          color: 'var(--ink)',
          border: '1px solid var(--line)',
          borderRadius: '0.75rem',
          boxShadow: 'var(--shadow-lg)',
        },
        classNames: {
          success: '[&_[data-icon]]:text-good',
          error: '[&_[data-icon]]:text-bad',
          info: '[&_[data-icon]]:text-info',
          description: 'text-muted!',
        },
      }}
    />
  );
}
