import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether this `Authorization` carries the token, found out in the same time whatever it is. */
export const carries = (authorization: string, token: string): boolean =>
  timingSafeEqual(digest(authorization), digest(`Bearer ${token}`));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
