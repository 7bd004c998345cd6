import { hash, verify } from '@node-rs/argon2';
import { WeakPassword } from './auth.errors';

const MIN_LENGTH = 12;
/** OWASP's argon2id: 19 MiB, two passes. Runs on the thread pool, off the event loop. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Words that open most doors; a password that is one of them, with digits or signs around it, is refused. */
const COMMON =
  /^[\W\d_]*(password|passw0rd|welcome|qwerty(uiop)?|administrator|admin|letmein|iloveyou|provabook|textile|bangladesh|monkey|dragon|football|baseball|superman|sunshine|princess|changeme|secret|abcdef(ghijkl)?|abc|test)+[\W\d_]*$/i;

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

let decoy: Promise<string> | undefined;

/** Compares; with no hash (an unknown address) it takes as long and says no. */
export async function passwordMatches(storedHash: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const matches = await verify(storedHash ?? (await decoy), password);
  return matches && storedHash !== undefined;
}

/** @throws WeakPassword 400 on `field`: too short, a common word, one repeated sign, or made of the person's own address */
export function refuseWeakPassword(password: string, email: string, field: string): void {
  const local = email.split('@')[0]?.toLowerCase() ?? '';
  if (password.length < MIN_LENGTH) throw new WeakPassword(field, `Use at least ${MIN_LENGTH} characters.`);
  if (COMMON.test(password) || new Set(password).size < 5 || /^(0?123456789|1234567890)/.test(password))
    throw new WeakPassword(
      field,
      'This is one of the first passwords a stranger would try. Use a few unrelated words.',
    );
  if (local.length >= 4 && password.toLowerCase().includes(local))
    throw new WeakPassword(field, 'Leave your own e-mail address out of the password.');
}
