import type { Readable } from 'node:stream';

export interface StoredFile {
  size: number;
  /** hex */
  sha256: string;
}

/** A file as the storage lists it, whether or not its key is one of ours. */
export interface ListedFile {
  key: string;
  /** bytes */
  size: number;
  modifiedAt: Date;
}

export interface Listing {
  files: ListedFile[];
  hasMore: boolean;
}

export interface ReadLink {
  fileName: string;
  contentType: string;
  /** shown in the browser instead of saved; heard only for images and PDFs */
  inline?: boolean;
  /** 1 to 300 */
  expiresInSeconds: number;
}

export interface WriteLink {
  contentType: string;
  /** exactly so many bytes, as the sender announced and the caller has held against its limit */
  size: number;
  /** 1 to 300 */
  expiresInSeconds: number;
}

/** What the sender does with a signed link: this method, these headers, the bytes. */
export interface SignedWrite {
  method: 'PUT';
  url: string;
  headers: Record<string, string>;
}

/**
 * Where files are kept. Keys are ours and made of ids (`orders/<orderId>/<uuid>`); what the user calls the file is data
 * of a row. Whoever hands out a link has made sure that its receiver may use it.
 */
export abstract class Storage {
  /** Stores all or nothing. @throws FileTooLarge 413, UploadIncomplete 400, StorageFull 507, StorageUnavailable 503 */
  abstract put(
    key: string,
    bytes: Readable | Buffer,
    options: { contentType: string; maxBytes: number },
  ): Promise<StoredFile>;

  /** @throws FileNotFound 404, StorageUnavailable 503 */
  abstract open(key: string): Promise<Readable>;

  /** Deleting what is not there is no error: a job that deletes may run twice. */
  abstract delete(key: string): Promise<void>;

  abstract exists(key: string): Promise<boolean>;

  /** What is stored after that key, in the order of their bytes: `limit` at most. @throws StorageUnavailable 503 */
  abstract list(after: string, limit: number): Promise<Listing>;

  abstract signedReadUrl(key: string, link: ReadLink): Promise<string>;

  /** A link that stores exactly `size` bytes of `contentType`, and only where nothing is stored yet. */
  abstract signedWriteUrl(key: string, link: WriteLink): Promise<SignedWrite>;

  /** @throws StorageUnavailable 503 when files cannot be kept just now */
  abstract check(): Promise<void>;
}

const KEY = /^(?:[a-z0-9][a-z0-9_-]{0,99}\/){0,8}[a-z0-9][a-z0-9_-]{0,99}(?:\.[a-z0-9]{1,8})?$/;

export const isFileKey = (text: string): boolean => KEY.test(text);

/** @throws TypeError for anything but folders and a name made of lower-case letters, digits, - and _ */
export function fileKey(key: string): string {
  if (!isFileKey(key)) throw new TypeError(`Not a storage key: ${JSON.stringify(key)}`);
  return key;
}

/** As every store sorts keys, and Postgres under COLLATE "C". */
export const inKeyOrder = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

const LONGEST_LINK_SECONDS = 300;

/** @throws RangeError: a link that lives longer than five minutes is a door left open */
export function linkSeconds(seconds: number): number {
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > LONGEST_LINK_SECONDS)
    throw new RangeError(`A link lives 1 to ${LONGEST_LINK_SECONDS} seconds, not ${seconds}`);
  return seconds;
}
