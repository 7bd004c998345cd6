import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { KeyRing } from '../tokens/key-ring';

const ALGORITHM = 'aes-256-gcm';
const keyFrom = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', 'provabook second factor', 32));

/** Encrypts under the present key of the house; the id of the key stands in front, so that keys can change. */
export function seal(text: string, keys: KeyRing): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv(ALGORITHM, keyFrom(keys.current.secret), iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [keys.current.id, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
}

/** @returns null where its key is gone (neither SECRET_KEY nor among SECRET_KEY_FALLBACKS), or it was tampered with */
export function unseal(sealed: string, keys: KeyRing): string | null {
  const [id, ...parts] = sealed.split('.');
  const [iv, tag, text] = parts.map((part) => Buffer.from(part, 'base64url'));
  const key = keys.find(id);
  if (!key || !iv || !tag || !text) return null;
  try {
    const decipher = createDecipheriv(ALGORITHM, keyFrom(key.secret), iv).setAuthTag(tag);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
