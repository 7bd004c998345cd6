import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { asAccount } from './account.mjs';
import { postgresEnv } from './cluster.mjs';

/** Seconds after which a part of the log is kept aside although it is not full: so much may be lost with the disk of the database. */
const longestSeconds = 300;

/** What is kept beside a cluster so that it can be taken back to any instant: copies of all of it, and every change since. */
export const archiveOf = (dataDir) => {
  const folder = path.join(dataDir, 'archive');
  return { folder, wal: path.join(folder, 'wal'), bases: path.join(folder, 'base') };
};

/** Makes the folders; Postgres writes into one of them under its own account. */
export function prepareArchive(dataDir, account) {
  const archive = archiveOf(dataDir);
  for (const folder of [archive.folder, archive.wal, archive.bases])
    mkdirSync(folder, { recursive: true, mode: 0o711 });
  if (account) chownSync(archive.wal, account.uid, account.gid);
  return archive;
}

// One part of the log, packed: written aside, on the disk for good, then named. One that is there already must be the same.
const keep = `const f=require("fs"),z=require("zlib"),[p,t]=process.argv.slice(1),d=f.readFileSync(p);
if(f.existsSync(t))process.exit(z.gunzipSync(f.readFileSync(t)).equals(d)?0:1);
const h=f.openSync(t+".part","w",384);f.writeFileSync(h,z.gzipSync(d,{level:1}));f.fsyncSync(h);f.closeSync(h);f.renameSync(t+".part",t);
const o=f.openSync(require("path").dirname(t));f.fsyncSync(o);f.closeSync(o)`;
const fetch = `const f=require("fs"),[s,t]=process.argv.slice(1);if(!f.existsSync(s))process.exit(1);
f.writeFileSync(t,require("zlib").gunzipSync(f.readFileSync(s)))`;

/** For the shell that Postgres runs it in: a percent sign there is Postgres's own. */
const quoted = (text) => `'${text.replaceAll("'", String.raw`'\''`)}'`;
const literal = (text) => quoted(text.replaceAll('%', '%%'));
const nodeCommand = (code, ...args) =>
  [literal(process.execPath), '-e', literal(code.replaceAll('\n', '')), ...args].join(' ');

/** Whether the database's own account can run the Node that runs us, which may lie in somebody's home. */
function canRunNode(account) {
  const tried = spawnSync(process.execPath, ['-e', ''], {
    cwd: '/',
    env: postgresEnv(),
    stdio: 'ignore',
    ...asAccount(account),
  });
  return tried.status === 0;
}

/** The settings with which Postgres keeps its log; none where it cannot. */
export function archiveSettings({ wal }, account) {
  if (process.platform === 'win32' || !canRunNode(account)) return {};
  return {
    archive_mode: 'on',
    archive_timeout: longestSeconds,
    archive_command: nodeCommand(keep, '"%p"', `${literal(`${wal}/`)}"%f.gz"`),
  };
}

export const restoreCommand = ({ wal }) => nodeCommand(fetch, `${literal(`${wal}/`)}"%f.gz"`, '"%p"');

const isSegment = (name) => /^[0-9A-F]{24}(\.|$)/.test(name);

/** The copies of a cluster that are whole, oldest first. */
export function basesIn({ bases }) {
  if (!existsSync(bases)) return [];
  return readdirSync(bases)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name: name.slice(0, -5), ...JSON.parse(readFileSync(path.join(bases, name), 'utf8')) }));
}

/**
 * Deletes what no instant of the last `days` needs any more: copies but the newest that is older than that, and the log from before it.
 */
export function pruneArchive(archive, days, now = Date.now()) {
  const all = basesIn(archive);
  const border = now - days * 86_400_000;
  const first = Math.max(
    all.findLastIndex(({ finishedAt }) => Date.parse(finishedAt) <= border),
    0,
  );
  for (const { name } of all.slice(0, first))
    for (const ending of ['.json', '.tar.gz']) rmSync(path.join(archive.bases, `${name}${ending}`), { force: true });
  const oldest = all[first]?.startWal;
  if (!oldest) return;
  // The first eight signs are the timeline, which a restore begins anew.
  for (const name of readdirSync(archive.wal))
    if (isSegment(name) && name.slice(8, 24) < oldest.slice(8)) rmSync(path.join(archive.wal, name), { force: true });
}
