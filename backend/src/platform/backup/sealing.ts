import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { BackupRefused } from './backup.errors';

/** What closes a backup: a passphrase, or the public half of a pair of keys (`age1…`). Neither: it is not encrypted. */
export interface Seal {
  passphrase?: string;
  recipient?: string;
}

/** What opens one: the passphrase, or the secret half (`AGE-SECRET-KEY-1…`). */
export interface Opening {
  passphrase?: string;
  identity?: string;
}

/** How an encrypted file begins, whoever made it: the format of age, which the tool of that name opens too. */
const MARK = 'age-encryption.org/v1';

/** Of a guess at the passphrase: 2^17 rounds and 128 MB of memory, as OWASP asks of scrypt. */
const WORK = 17;

export const isSealed = (start: Buffer): boolean => start.subarray(0, MARK.length).toString('latin1') === MARK;

export async function seal(source: Readable, { passphrase, recipient }: Seal): Promise<Readable> {
  if (!passphrase && !recipient) return source;
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  if (recipient) encrypter.addRecipient(recipient);
  else if (passphrase) {
    encrypter.setScryptWorkFactor(WORK);
    encrypter.setPassphrase(passphrase);
  }
  return Readable.fromWeb((await encrypter.encrypt(toWeb(source))) as ReadableStream);
}

/** @throws BackupRefused without the right key */
export async function unseal(source: Readable, { passphrase, identity }: Opening): Promise<Readable> {
  if (!passphrase && !identity)
    throw new BackupRefused(
      'The backup is encrypted: set BACKUP_PASSPHRASE, or BACKUP_IDENTITY to the key that begins with AGE-SECRET-KEY-1.',
    );
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  if (identity) decrypter.addIdentity(identity);
  if (passphrase) decrypter.addPassphrase(passphrase);
  const opened = decrypter.decrypt(toWeb(source)).catch((error: Error) => {
    throw new BackupRefused(`The backup cannot be opened with this key (${error.message}). Nothing was changed.`);
  });
  return Readable.fromWeb((await opened) as ReadableStream);
}

/** Node's type of a stream of the web and the web's own differ by name only. */
const toWeb = (source: Readable) => Readable.toWeb(source) as globalThis.ReadableStream<Uint8Array>;
