import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { ErrorState } from '@/shared/ui/States';

/** What no page has caught itself. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <div className="grid min-h-[70dvh] place-content-center">
      <ErrorState
        title="This page could not be shown"
        error={error}
        onRetry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </div>
  );
}
