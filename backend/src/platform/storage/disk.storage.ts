import { constants, type PathLike } from 'node:fs';
import { access, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { DiskLinks } from './disk-links';
import { Spool } from './spool';
import { AlreadyStored, FileNotFound, storageTrouble } from './storage.errors';
import {
  fileKey,
  linkSeconds,
  inKeyOrder,
  Storage,
  type ListedFile,
  type Listing,
  type ReadLink,
  type SignedWrite,
  type StoredFile,
  type WriteLink,
} from './storage';

export interface DiskOptions {
  /** the folder that holds the files */
  root: string;
  /** where `diskFilesRouter` answers, e.g. `/files` */
  url: string;
  /** the first signs links, all are believed */
  secrets: readonly string[];
}

/** Files in a folder, under links that this server signs and serves itself. */
export class DiskStorage extends Storage {
  readonly links: DiskLinks;
  readonly root: string;
  private readonly spool: Spool;

  constructor(options: DiskOptions) {
    super();
    this.root = resolve(options.root);
    this.links = new DiskLinks(options.url, options.secrets);
    this.spool = new Spool(join(this.root, '.incoming')); // on the same volume, so that a rename makes the file appear
  }

  async put(key: string, bytes: Readable | Buffer, options: { maxBytes: number }): Promise<StoredFile> {
    return this.place(key, bytes, options.maxBytes, rename);
  }

  /** As `put`, for whoever holds a signed link: never in place of a file. @throws AlreadyStored 409 */
  async receive(key: string, bytes: Readable, size: number): Promise<StoredFile> {
    return this.place(key, bytes, size, link);
  }

  async open(key: string): Promise<Readable> {
    const file = await open(this.pathOf(key), 'r').catch(explain);
    return file.createReadStream();
  }

  async delete(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true }).catch(explain);
  }

  async exists(key: string): Promise<boolean> {
    return stat(this.pathOf(key)).then(
      (found) => found.isFile(),
      (error: NodeJS.ErrnoException) => (isAbsence(error) ? false : explain(error)),
    );
  }

  async list(after: string, limit: number): Promise<Listing> {
    const files: ListedFile[] = [];
    await this.walk('', after, limit + 1, files).catch(explain);
    return { files: files.slice(0, limit), hasMore: files.length > limit };
  }

  async signedReadUrl(key: string, { fileName, contentType, inline, expiresInSeconds }: ReadLink): Promise<string> {
    const facts = { name: fileName, type: contentType, ...(inline && { inline: '1' }) };
    return this.links.sign('GET', fileKey(key), facts, linkSeconds(expiresInSeconds));
  }

  async signedWriteUrl(key: string, { contentType, size, expiresInSeconds }: WriteLink): Promise<SignedWrite> {
    const facts = { type: contentType, size: String(size) };
    const url = this.links.sign('PUT', fileKey(key), facts, linkSeconds(expiresInSeconds));
    return { method: 'PUT', url, headers: { 'Content-Type': contentType } };
  }

  async check(): Promise<void> {
    try {
      await mkdir(this.root, { recursive: true });
      await access(this.root, constants.R_OK | constants.W_OK);
    } catch (error) {
      throw storageTrouble(error);
    }
  }

  /** Folder by folder; what begins with a dot is not stored but on its way. */
  private async walk(folder: string, after: string, most: number, found: ListedFile[]): Promise<void> {
    const entries = await readdir(join(this.root, folder), { withFileTypes: true }).catch(noneIfAbsent);
    const keys = entries
      .filter((entry) => !entry.name.startsWith('.'))
      .map((entry) => `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`)
      .sort(inKeyOrder);
    for (const key of keys) {
      if (found.length === most) return;
      const isBefore = inKeyOrder(key, after) <= 0;
      if (key.endsWith('/')) {
        if (!isBefore || after.startsWith(key)) await this.walk(key, after, most, found);
      } else if (!isBefore) {
        const facts = await stat(join(this.root, key)).catch(nullIfAbsent);
        if (facts?.isFile()) found.push({ key, size: facts.size, modifiedAt: facts.mtime });
      }
    }
  }

  private async place(
    key: string,
    bytes: Readable | Buffer,
    maxBytes: number,
    move: (from: PathLike, to: PathLike) => Promise<void>,
  ): Promise<StoredFile> {
    const path = this.pathOf(key);
    return this.spool.take(bytes, maxBytes, async (file) => {
      await mkdir(dirname(path), { recursive: true });
      await move(file.path, path).catch((error: NodeJS.ErrnoException) => {
        throw error.code === 'EEXIST' ? new AlreadyStored() : error;
      });
      await this.syncFoldersOf(path);
    });
  }

  /** A name outlives a power cut once its folder is on the disk, and the folder once its own is. */
  private async syncFoldersOf(path: string): Promise<void> {
    for (let folder = dirname(path); folder.length >= this.root.length; folder = dirname(folder)) {
      const handle = await open(folder, 'r');
      await handle.sync().finally(() => handle.close());
    }
  }

  private pathOf(key: string): string {
    return join(this.root, fileKey(key));
  }
}

const isAbsence = (error: NodeJS.ErrnoException) => error.code === 'ENOENT' || error.code === 'ENOTDIR';

function nullIfAbsent(error: NodeJS.ErrnoException): null {
  if (isAbsence(error)) return null; // it went meanwhile
  throw error;
}

const noneIfAbsent = (error: NodeJS.ErrnoException): never[] => nullIfAbsent(error) ?? [];

function explain(error: NodeJS.ErrnoException): never {
  throw isAbsence(error) ? new FileNotFound() : storageTrouble(error);
}
