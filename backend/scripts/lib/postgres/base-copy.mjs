import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readdirSync, rmSync } from 'node:fs';
import { lstat, mkdir, open, readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Fault } from '../fault.mjs';
import { writeForOwner } from '../secrets.mjs';
import { withClient } from './connection.mjs';

/** Postgres makes these anew, or they are of the running process alone. */
const emptied = /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\//;
const leftOut =
  /^(postmaster\.(pid|opts)|backup_label(\.old)?|tablespace_map|current_logfiles)$|(^|\/)(pgsql_tmp|pg_internal\.init)/;

/**
 * Copies a running cluster into one file. What is torn in it is mended from the log when it is used.
 * @param {{ url: string, cluster: string, archive: object }} plan `url` of the superuser
 * @returns {Promise<string>} its name
 */
export async function copyBase({ url, cluster, archive }) {
  const { pack } = await import('tar-stream');
  return withClient(url, async (client) => {
    const { rows } = await client.query(
      "select pg_walfile_name(pg_backup_start('provabook', true)) as wal, now() as at, current_setting('server_version_num') as version",
    );
    const [{ wal: startWal, at, version }] = rows;
    const name = at.toISOString().replace(/[-:]|\.\d+/g, '');
    const file = path.join(archive.bases, `${name}.tar.gz`);
    clearHalves(archive);
    const tar = pack();
    const hash = createHash('sha256');
    let size = 0;
    const written = pipeline(
      tar,
      createGzip({ level: 1 }),
      async function* (chunks) {
        for await (const chunk of chunks) {
          hash.update(chunk);
          size += chunk.length;
          yield chunk;
        }
      },
      createWriteStream(`${file}.part`, { mode: 0o600 }),
    );
    const packed = (async () => {
      await addFolder(tar, cluster, '');
      // Waits until the log of the copy itself is kept: without it the copy is nothing.
      const { rows: ends } = await client.query('select labelfile, spcmapfile from pg_backup_stop(true)');
      await addBytes(tar, 'backup_label', Buffer.from(ends[0].labelfile));
      if (ends[0].spcmapfile) await addBytes(tar, 'tablespace_map', Buffer.from(ends[0].spcmapfile));
      tar.finalize();
    })().catch((error) => {
      tar.destroy(error);
      throw error;
    });
    await Promise.all([packed, written]);
    const handle = await open(`${file}.part`, 'r+');
    await handle.sync().finally(() => handle.close());
    await rename(`${file}.part`, file);
    const told = {
      startedAt: at,
      finishedAt: new Date(),
      startWal,
      version: Number(version),
      size,
      sha256: hash.digest('hex'),
    };
    writeForOwner(path.join(archive.bases, `${name}.json`), `${JSON.stringify(told, null, 2)}\n`);
    return name;
  });
}

function clearHalves({ bases }) {
  for (const name of readdirSync(bases)) {
    const isHalf =
      name.endsWith('.part') ||
      (name.endsWith('.tar.gz') && !existsSync(path.join(bases, name.replace('.tar.gz', '.json'))));
    if (isHalf) rmSync(path.join(bases, name), { force: true });
  }
}

async function addFolder(tar, cluster, folder) {
  const entries = await readdir(path.join(cluster, folder), { withFileTypes: true });
  for (const entry of entries) {
    const name = path.posix.join(folder, entry.name);
    if (leftOut.test(name) || emptied.test(name)) continue;
    if (entry.isDirectory()) {
      await added((done) => tar.entry({ name, type: 'directory', mode: 0o700 }, done));
      await addFolder(tar, cluster, name);
    } else if (entry.isFile()) await addFile(tar, path.join(cluster, name), name);
  }
}

/** As long as it was when it was opened: what grows meanwhile is in the log, and so is what was cut off. */
async function addFile(tar, file, name) {
  const handle = await open(file, 'r').catch((error) => {
    if (error.code === 'ENOENT') return null; // dropped meanwhile, as the log knows
    throw error;
  });
  if (!handle) return;
  try {
    const { size } = await handle.stat();
    await added(async (done) => {
      const entry = tar.entry({ name, size, mode: 0o600 }, done);
      let left = size;
      while (left > 0) {
        const { bytesRead, buffer } = await handle.read(Buffer.alloc(Math.min(left, 1 << 20)));
        const bytes = bytesRead ? buffer.subarray(0, bytesRead) : Buffer.alloc(Math.min(left, 1 << 20));
        left -= bytes.length;
        if (!entry.write(bytes)) await new Promise((resolve) => entry.once('drain', resolve));
      }
      entry.end();
    });
  } finally {
    await handle.close();
  }
}

const addBytes = (tar, name, bytes) => added((done) => tar.entry({ name, mode: 0o600 }, bytes, done));

const added = (add) =>
  new Promise((resolve, reject) => {
    Promise.resolve(add((error) => (error ? reject(error) : resolve()))).catch(reject);
  });

/** Unpacks a copy into a folder that is not there yet. @throws Fault when it is not as it was written */
export async function unpackBase({ bases }, { name, sha256 }, folder) {
  const file = path.join(bases, `${name}.tar.gz`);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  if (hash.digest('hex') !== sha256) throw new Fault(`The copy ${file} is damaged. Nothing was changed.`);
  // Loaded here, since the launcher is read before the packages are installed.
  const { extract } = await import('tar-stream');
  await mkdir(folder, { mode: 0o700 });
  const tar = extract();
  const read = pipeline(createReadStream(file), createGunzip(), tar);
  for await (const entry of tar) {
    const place = path.join(folder, entry.header.name);
    if (entry.header.type === 'directory') {
      await mkdir(place, { mode: 0o700 });
      entry.resume();
    } else await pipeline(entry, createWriteStream(place, { mode: 0o600 }));
  }
  await read;
  await lstat(path.join(folder, 'PG_VERSION'));
}
