import { create } from 'zustand';

export type Role = 'admin' | 'manager' | 'merchandiser';

/** The person who is signed in, as the server describes them. */
export interface Actor {
  id: string;
  email: string;
  fullName: string;
  role: Role;
}

interface Session {
  /** `restoring` from the start of the page until the refresh cookie has been tried. */
  status: 'restoring' | 'signedIn' | 'signedOut';
  /** Lives in memory only: a script that reads storage finds no token there. */
  access: string | null;
  actor: Actor | null;
}

const signedOut: Session = { status: 'signedOut', access: null, actor: null };

export const useSession = create<Session>()(() => ({ ...signedOut, status: 'restoring' }));

/** What one tab tells the others. The channel reaches pages of our own origin only. */
type Message = { type: 'renewed'; access: string } | { type: 'signedOut' };

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('provabook.session');

channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => {
  if (data.type === 'signedOut') useSession.setState(signedOut);
  else if (useSession.getState().status === 'signedIn') useSession.setState({ access: data.access });
});

const hintKey = 'provabook.signedIn';

/** No secret, just a note to ourselves, so that a stranger's first visit does not ask for a renewal in vain. */
function noteSignedIn(is: boolean): void {
  try {
    if (is) localStorage.setItem(hintKey, '1');
    else localStorage.removeItem(hintKey);
  } catch {
    // Storage is closed to us: the next load then begins at the sign-in page.
  }
}

export function mayBeSignedIn(): boolean {
  try {
    return localStorage.getItem(hintKey) === '1';
  } catch {
    return false;
  }
}

export function signedInAs(actor: Actor, access: string): void {
  noteSignedIn(true);
  useSession.setState({ status: 'signedIn', access, actor });
  channel?.postMessage({ type: 'renewed', access } satisfies Message);
}

export function renewed(access: string): void {
  useSession.setState({ access });
  channel?.postMessage({ type: 'renewed', access } satisfies Message);
}

/** @param everywhere also in this browser's other tabs */
export function forgetSession(everywhere: boolean): void {
  noteSignedIn(false);
  useSession.setState(signedOut);
  if (everywhere) channel?.postMessage({ type: 'signedOut' } satisfies Message);
}

/** For pages behind the sign-in, where there always is somebody. @throws Error outside of them */
export function useActor(): Actor {
  const actor = useSession((session) => session.actor);
  if (!actor) throw new Error('useActor is for pages behind the sign-in.');
  return actor;
}
