import { FileNotFound, storageTrouble } from './storage.errors';

/** A call to somebody else's storage: whatever goes wrong there is a trouble that may pass. */
export async function reach<T>(call: Promise<T>): Promise<T> {
  return call.catch((error: unknown) => {
    throw storageTrouble(error);
  });
}

/** `reach` for one file. @throws FileNotFound 404 */
export async function reachFile<T>(call: Promise<T>): Promise<T> {
  return call.catch((error: object) => {
    if (statusOf(error) === 404) throw new FileNotFound();
    return reach<T>(Promise.reject(error));
  });
}

/** `reachFile` where a file that is not there is an answer too. */
export async function reachIfThere<T>(call: Promise<T>): Promise<T | null> {
  return reachFile(call).catch((error: unknown) => {
    if (error instanceof FileNotFound) return null;
    throw error;
  });
}

/** GCS has its HTTP status under `code`, S3 under `$metadata`. */
const statusOf = (error: { code?: unknown; $metadata?: { httpStatusCode?: number } }) =>
  error.$metadata?.httpStatusCode ?? error.code;
