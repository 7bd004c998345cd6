import { AxiosError } from 'axios';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { notify } from '../lib/notify';

/** What the server says when it says no: RFC 9457 problem+json with our additions. */
export interface Problem {
  /** 0 when no answer came at all. */
  status: number;
  /** Stable, for code: `letter_of_credit.too_small`. Ours begin with `client.` */
  code: string;
  title: string;
  /** A sentence for the person at the screen. */
  detail: string;
  /** By field, keys as in the request: `styles.0.lines.1.quantity`. */
  errors: Record<string, string[]>;
  requestId: string | null;
  /** Everything the server sent, for the few codes that carry more, such as `shortfall`. */
  body: Record<string, unknown>;
}

/** @param error whatever a query or mutation threw */
export function toProblem(error: unknown): Problem {
  if (!(error instanceof AxiosError)) {
    return ours(
      'client.failed',
      'Something went wrong on this page.',
      'Reload the page. If it happens again, tell us.',
    );
  }
  if (!error.response) return withoutAnswer(error);
  const { status, headers, data } = error.response;
  const body = isRecord(data) ? data : {};
  const requestIdHeader: unknown = headers['x-request-id'];
  return {
    status,
    code: text(body.code) ?? `http.${status}`,
    title: text(body.title) ?? 'The server refused this.',
    detail: text(body.detail) ?? sentenceFor(status),
    errors: fieldErrors(body.errors),
    requestId: text(body.requestId) ?? text(requestIdHeader),
    body,
  };
}

/**
 * Puts each of the problem's `errors` on the form's field of that name, and the focus on the first.
 * @returns the sentences that belong to no field of this form; show them above it, or pass them to `reportProblem`
 */
export function applyFieldErrors<Values extends FieldValues>(
  form: Pick<UseFormReturn<Values>, 'setError' | 'getValues'>,
  problem: Problem,
): string[] {
  const strays: string[] = [];
  let focused = false;
  for (const [key, sentences] of Object.entries(problem.errors)) {
    const message = sentences.join(' ');
    if (hasField(form.getValues(), key)) {
      form.setError(key as FieldPath<Values>, { type: 'server', message }, { shouldFocus: !focused });
      focused = true;
    } else {
      strays.push(message);
    }
  }
  return strays;
}

/** One toast: the problem's `detail` and, where there is one, the request's number to quote when asking for help. */
export function reportProblem(error: unknown): void {
  const problem = toProblem(error);
  if (problem.status === 401) return; // the sign-in page says it
  notify.error(problem.detail, problem.requestId ? `Request ${problem.requestId}` : undefined);
}

/** For forms: fields get their errors; what belongs to no field goes to one toast. */
export function reportFormProblem<Values extends FieldValues>(
  form: Pick<UseFormReturn<Values>, 'setError' | 'getValues'>,
  error: unknown,
): void {
  const problem = toProblem(error);
  const strays = applyFieldErrors(form, problem);
  const onFields = Object.keys(problem.errors).length - strays.length;
  if (strays.length > 0) notify.error(strays.join(' '), problem.requestId ? `Request ${problem.requestId}` : undefined);
  else if (onFields === 0) reportProblem(error);
}

function withoutAnswer(error: AxiosError): Problem {
  if (error.code === AxiosError.ECONNABORTED || error.code === AxiosError.ETIMEDOUT) {
    return ours('client.timeout', 'No answer in time.', 'The server did not answer in time. Please try again.');
  }
  return ours(
    'client.unreachable',
    'The server was not reached.',
    'The server could not be reached. Check your connection and try again.',
  );
}

function ours(code: string, title: string, detail: string): Problem {
  return { status: 0, code, title, detail, errors: {}, requestId: null, body: {} };
}

function sentenceFor(status: number): string {
  if (status === 404) return 'This does not exist, or it is not yours to see.';
  if (status === 403) return 'Your role does not allow this. Ask a manager.';
  if (status === 412) return 'Somebody else changed this meanwhile. Load it again to see what is new.';
  if (status === 413) return 'This file is too large.';
  if (status === 429) return 'Too many requests. Wait a moment and try again.';
  if (status >= 500) return 'The server had a fault. It has been noted; please try again in a moment.';
  return 'The server refused this.';
}

function hasField(values: unknown, path: string): boolean {
  let at: unknown = values;
  for (const step of path.split('.')) {
    if (typeof at !== 'object' || at === null || !(step in at)) return false;
    at = (at as Record<string, unknown>)[step];
  }
  return true;
}

function fieldErrors(value: unknown): Record<string, string[]> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([key, sentences]) => [
      key,
      Array.isArray(sentences) ? sentences.map(String) : [String(sentences)],
    ]),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
