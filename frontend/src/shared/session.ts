import { create } from 'zustand';

export type Role = 'admin' | 'manager' | 'merchandiser';

export type Duty = 'password' | 'second_factor';

/** The person who is signed in, as the server describes them. */
export interface Actor {
  id: string;
  email: string;
  fullName: string;
  role: Role;
  /** What they have to do before anything else is open to them. */
  duty?: Duty | null;
}

interface Session {
  /** `restoring` from the start of the page until the refresh cookie has been tried. */
  status: 'restoring' | 'signedIn' | 'signedOut';
  /** Lives in memory only: a script that reads storage finds no token there. */
  access: string | null;
  actor: Actor | null;
  /** Signed out because they said so: the next person does not begin where this one was. */
  byChoice: boolean;
}

const signedOut: Session = { status: 'signedOut', access: null, actor: null, byChoice: false };

export const useSession = create<Session>()(() => ({ ...signedOut, status: 'restoring' }));

/** What one tab tells the others. The channel reaches pages of our own origin only. */
type Message = { type: 'renewed'; access: string; actorId: string } | { type: 'signedOut' };

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('provabook.session');

channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => {
  const { status, actor } = useSession.getState();
  if (data.type === 'signedOut') useSession.setState({ ...signedOut, byChoice: true });
  else if (status !== 'signedIn') return;
  // Somebody else has signed in over there, and the cookie is theirs now: show their house, not a mixture.
  else if (data.actorId !== actor?.id) location.reload();
  else useSession.setState({ access: data.access });
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
  useSession.setState({ status: 'signedIn', access, actor, byChoice: false });
  channel?.postMessage({ type: 'renewed', access, actorId: actor.id } satisfies Message);
}

export function renewed(access: string): void {
  useSession.setState({ access });
  const { actor } = useSession.getState();
  if (actor) channel?.postMessage({ type: 'renewed', access, actorId: actor.id } satisfies Message);
}

/** @param byChoice the person signed out, which then holds in this browser's other tabs too */
export function forgetSession(byChoice: boolean): void {
  noteSignedIn(false);
  useSession.setState({ ...signedOut, byChoice });
  if (byChoice) channel?.postMessage({ type: 'signedOut' } satisfies Message);
}

/** @param duty null: it is done */
export function layDuty(duty: Duty | null): void {
  const { actor } = useSession.getState();
  if (actor && (actor.duty ?? null) !== duty) useSession.setState({ actor: { ...actor, duty } });
}

/** For pages behind the sign-in, where there always is somebody. @throws Error outside of them */
export function useActor(): Actor {
  const actor = useSession((session) => session.actor);
  if (!actor) throw new Error('useActor is for pages behind the sign-in.');
  return actor;
}
