import { createHash, randomBytes } from 'node:crypto';

/** What a link in a mail carries: 256 random bits. The house keeps only their hash. */
export function newToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashOfToken(token) };
}

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');
