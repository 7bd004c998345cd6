import { toProblem } from './errors';

/** The change is refused (412) if somebody else wrote since we read this version. */
export function ifUnchanged(read: { rowVersion: number }): { 'If-Match': string } {
  return { 'If-Match': `"${read.rowVersion}"` };
}

/**
 * Sends a PATCH that was made from what we read. When somebody else wrote meanwhile, but to other fields, it is sent once
 * more on top of theirs:
 *
 *     change(order, body, (headers) => updateOrder({ path, body, headers, throwOnError: true }))
 *
 * @throws AxiosError 412 (`request.stale_version`, its `changes` say who and what) when the same field was changed twice
 */
export async function change<Result>(
  read: { rowVersion: number },
  body: object,
  send: (headers: { 'If-Match': string }) => Promise<Result>,
): Promise<Result> {
  try {
    return await send(ifUnchanged(read));
  } catch (error) {
    const rowVersion = mergeableVersion(error, read.rowVersion, Object.keys(body));
    if (rowVersion === null) throw error;
    return send(ifUnchanged({ rowVersion }));
  }
}

/** The version to build on; null where their change and ours touch the same field, or theirs is not known in full. */
function mergeableVersion(error: unknown, ours: number, fields: string[]): number | null {
  const { code, body } = toProblem(error);
  const { currentVersion, changes } = body;
  if (code !== 'request.stale_version' || typeof currentVersion !== 'number' || !Array.isArray(changes)) return null;
  if (changes.length < currentVersion - ours) return null;
  const theirs = changes.map(fieldsOf);
  return theirs.some((names) => names === null || names.some((name) => fields.includes(name))) ? null : currentVersion;
}

function fieldsOf(change: unknown): string[] | null {
  const data = (change as { data?: { before?: object; after?: object } } | null)?.data;
  return data?.after ? Object.keys({ ...data.before, ...data.after }) : null;
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
