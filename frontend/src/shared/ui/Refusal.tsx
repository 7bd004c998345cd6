import { CircleAlert } from 'lucide-react';
import { toProblem } from '../api/errors';

/** The server's own sentence, where the person is looking. */
export function Refusal({ error }: { error: unknown }) {
  if (!error) return null;
  return (
    <p role="alert" className="mt-4 flex items-start gap-2 rounded-lg bg-bad-tint px-3 py-2.5 text-sm text-bad">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {toProblem(error).detail}
    </p>
  );
}
