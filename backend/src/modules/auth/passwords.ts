import { hash, verify } from '@node-rs/argon2';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { WeakPassword } from './auth.errors';

const MIN_LENGTH = 12;
/** OWASP's argon2id: 19 MiB, two passes. Runs on the thread pool, off the event loop. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** zxcvbn's highest mark: ten thousand million guesses would not find it. */
const STRONG = 4;
/** As much as is judged: what is strong so far stays so, and judging takes longer the longer a text is. */
const JUDGED = 64;
/** Whatever else is common here, beside the 49,000 most used passwords. */
const OUR_WORDS = [
  'provabook',
  'prova',
  'textile',
  'merchandiser',
  'bangladesh',
  'dhaka',
  'fashion',
  'buying',
  'house',
];

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

let decoy: Promise<string> | undefined;

/** Compares; with no hash (an unknown address) it takes as long and says no. */
export async function passwordMatches(storedHash: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const matches = await verify(storedHash ?? (await decoy), password);
  return matches && storedHash !== undefined;
}

/**
 * The one judgement of a password, wherever it is set.
 * @param own what is known of the person: their address and name
 * @throws WeakPassword 400 on `field`: too short, on a block list or near it, easily guessed, or made of their own words
 */
export async function refuseWeakPassword(password: string, own: readonly string[], field: string): Promise<void> {
  if (password.length < MIN_LENGTH) throw new WeakPassword(field, `Use at least ${MIN_LENGTH} characters.`);
  const words = own.flatMap((text) => text.toLowerCase().split(/[\s@.]+/)).filter((word) => word.length >= 4);
  if (words.some((word) => password.toLowerCase().includes(word)))
    throw new WeakPassword(field, 'Leave your own name and e-mail address out of the password.');
  const { score } = (await judge()).check(password.slice(0, JUDGED), [...OUR_WORDS, ...words]);
  if (score < STRONG)
    throw new WeakPassword(field, 'A stranger would guess this soon. Use a few unrelated words, or more characters.');
}

let judging: Promise<ZxcvbnFactory> | undefined;

/** Loaded when the first password is set: its dictionaries take as much memory as all of this module. */
function judge(): Promise<ZxcvbnFactory> {
  judging ??= Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]).then(
    ([{ ZxcvbnFactory: Factory }, { dictionary, adjacencyGraphs: graphs }]) => new Factory({ dictionary, graphs }),
  );
  return judging;
}
