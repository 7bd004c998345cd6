import { type FormEvent, useState } from 'react';
import { type Problem, toProblem } from '@/shared/api/errors';

/** Sends a form of one of these few pages, without a form library: they are the first thing over a slow line. */
export function useSending(send: () => Promise<unknown>) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await send();
    } catch (error) {
      setProblem(toProblem(error));
    } finally {
      setBusy(false);
    }
  };
  const fieldError = (field: string) => problem?.errors[field]?.join(' ');
  return {
    busy,
    fieldError,
    /** What stands above the form: what belongs to no field. */
    problem: problem && Object.keys(problem.errors).length === 0 ? problem : null,
    onSubmit: (event: FormEvent) => void onSubmit(event),
  };
}
