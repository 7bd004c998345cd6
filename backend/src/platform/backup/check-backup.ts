import { createHash, type Hash } from 'node:crypto';
import type { z } from 'zod';
import { isFileKey } from '../storage/storage';
import { partsOf } from './archive-reader';
import { BackupRefused, damaged } from './backup.errors';
import { FORMAT, headerSchema, manifestSchema, type Contents, type Header, type Manifest } from './contents';
import type { Opening } from './sealing';

interface Sum {
  hash: Hash;
  bytes: number;
  parts: number;
}

/**
 * Reads all of a backup and believes nothing of it: every row's and file's bytes are what was written, none is missing, and
 * nothing else is in it. @throws BackupRefused that says what is wrong
 */
export async function checkBackup(path: string, keys: Opening): Promise<Contents> {
  let header: Header | null = null;
  let manifest: Manifest | null = null;
  let headerSha256 = '';
  const sums = new Map<string, Sum>();
  for await (const { name, bytes } of partsOf(path, keys)) {
    if (manifest) throw damaged(`${name} comes after the end`);
    if (!header) {
      if (name !== 'header.json') throw damaged('it does not begin as one');
      header = parsed(headerSchema, bytes, name);
      if (header.format > FORMAT) throw new BackupRefused(newer(header));
      headerSha256 = sha256Of(bytes);
    } else if (name === 'manifest.json') manifest = parsed(manifestSchema, bytes, name);
    else add(sums, name, bytes);
  }
  if (!header || !manifest) throw damaged('its end is missing');
  if (manifest.headerSha256 !== headerSha256) throw damaged('its beginning was changed');
  compare(header, manifest, sums);
  return { header, manifest };
}

/** The parts of one table or file follow one another, each once. */
function add(sums: Map<string, Sum>, name: string, bytes: Buffer): void {
  const [, owner = '', part = ''] = /^((?:tables|files)\/.+)\/(\d{6})$/.exec(name) ?? [];
  const sum = sums.get(owner) ?? { hash: createHash('sha256'), bytes: 0, parts: 0 };
  if (!owner || Number(part) !== sum.parts) throw damaged(`${name} is not in its place`);
  sum.hash.update(bytes);
  sums.set(owner, Object.assign(sum, { bytes: sum.bytes + bytes.length, parts: sum.parts + 1 }));
}

function compare(header: Header, { tables, files }: Manifest, sums: Map<string, Sum>): void {
  const announced = header.tables.map(({ name }) => name).join();
  if (announced !== tables.map(({ name }) => name).join()) throw damaged('its tables are not the ones it announces');
  const odd = files.find(({ key }) => !isFileKey(key));
  if (odd) throw damaged(`a file has an impossible name: ${odd.key}`);
  const wanted = [
    ...tables.map(({ name, bytes, sha256 }) => ({ owner: `tables/${name}`, bytes, sha256, name })),
    ...files.map(({ key, size, sha256 }, at) => ({ owner: `files/${at}`, bytes: size, sha256, name: key })),
  ];
  for (const { owner, bytes, sha256, name } of wanted) {
    const sum = sums.get(owner);
    if (sum?.bytes !== bytes || sum.hash.digest('hex') !== sha256) throw damaged(`${name} is not as it was written`);
    sums.delete(owner);
  }
  const [stranger] = sums.keys();
  if (stranger) throw damaged(`${stranger} is in no list`);
}

function parsed<T>(schema: z.ZodType<T>, bytes: Buffer, name: string): T {
  try {
    return schema.parse(JSON.parse(bytes.toString()));
  } catch {
    throw damaged(`${name} cannot be read`);
  }
}

export const newer = ({ version, asOf }: Header): string =>
  `The backup of ${asOf} was made by a newer Provabook (${version}). Nothing was changed. Update this one first, then restore.`;

const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
