/**
 * One sentence to the person at the screen. Pages call this; `Toaster` (loaded after the first paint) shows it, and
 * what came before it was there waits for it.
 */
export interface Notice {
  kind: 'success' | 'error' | 'info';
  message: string;
  /** Smaller, below: a request number, or what to do next. */
  detail?: string;
  /** One thing to do about it, such as Undo. */
  action?: { label: string; run: () => void };
}

type Listener = (notice: Notice) => void;

let listener: Listener | null = null;
const waiting: Notice[] = [];

function say(notice: Notice): void {
  if (listener) listener(notice);
  else waiting.push(notice);
}

let offer: () => Notice['action'] = () => undefined;

/** What a notice of success offers that offers nothing itself: to undo what it tells of. @returns stops that */
export function offerOnSuccess(next: () => Notice['action']): () => void {
  offer = next;
  return () => {
    offer = () => undefined;
  };
}

export const notify = {
  success: (message: string, action?: Notice['action']) => say({ kind: 'success', message, action: action ?? offer() }),
  error: (message: string, detail?: string) => say({ kind: 'error', message, detail }),
  info: (message: string, action?: Notice['action']) => say({ kind: 'info', message, action }),
};

/** @returns stops listening */
export function onNotice(next: Listener): () => void {
  listener = next;
  waiting.splice(0).forEach(next);
  return () => {
    listener = null;
  };
}
