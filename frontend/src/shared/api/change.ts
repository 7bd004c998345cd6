/** Headers of a change. Spread them into a call: `updateOrder({ path, body, headers: ifUnchanged(order) })`. */

/** The change is refused (412) if somebody else wrote since we read this version. */
export function ifUnchanged(read: { rowVersion: number }): { 'If-Match': string } {
  return { 'If-Match': `"${read.rowVersion}"` };
}

/**
 * A create that is sent twice (a double click, a retry after a lost answer) makes one thing. Make the key when the form
 * opens (`useState(newIdempotencyKey)`), not when it is sent, or the second attempt counts as a new one.
 */
export function once(key: string): { 'Idempotency-Key': string } {
  return { 'Idempotency-Key': key };
}

export function newIdempotencyKey(): string {
  // `randomUUID` exists only on https and localhost; a house on plain http in its own network gets a key all the same.
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
