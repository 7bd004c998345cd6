import { linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Fault } from './fault.mjs';
import { identityOf, waitUntil } from './processes.mjs';
import { step } from './say.mjs';
import { writeForOwner } from './secrets.mjs';

const fileIn = (dataDir) => path.join(dataDir, 'running.json');

/** What the start that holds DATA_DIR wrote about itself, or null; it may have died since. */
export const readRunning = (dataDir) => parse(fileIn(dataDir));

function parse(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Whether the process that this record names is still that process, and not a later one of the same number. */
export const isStill = (record) => Boolean(record?.pid) && identityOf(record.pid) === record.identity;

/** A process as the record keeps it. */
export const recordOf = (pid) => ({ pid, identity: identityOf(pid) });

/**
 * Takes DATA_DIR for this process. One that died holding it left its record: it is handed back as `previous`.
 * @throws Fault when another start holds it
 */
export async function takeLock(dataDir, command) {
  const file = fileIn(dataDir);
  const mine = `${file}.${process.pid}`;
  const record = { command, ...recordOf(process.pid), startedAt: new Date().toISOString() };
  writeForOwner(mine, JSON.stringify(record));
  let previous = null;
  try {
    while (!linked(mine, file)) {
      previous = readRunning(dataDir);
      if (isStill(previous) && !(await isLeaving(dataDir, previous)))
        throw new Fault(alreadyRunning(previous, dataDir));
      moveAside(file, previous, dataDir);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  let held = true;
  return {
    previous,
    update(fields) {
      if (held) writeForOwner(file, JSON.stringify(Object.assign(record, fields)));
    },
    release() {
      held = false;
      rmSync(file, { force: true });
    },
  };
}

const noticeMs = 1500;
const leaveMs = 45_000;

/** Whether the holder is just stopping, as after a restart in one breath: then it is waited for. */
async function isLeaving(dataDir, holder) {
  const isGone = () => readRunning(dataDir)?.pid !== holder.pid || !isStill(holder);
  await waitUntil(() => isGone() || readRunning(dataDir)?.stopping, noticeMs);
  if (isGone()) return true;
  if (!readRunning(dataDir)?.stopping) return false;
  return step('Waiting for the house to stop that runs on this data', () => waitUntil(isGone, leaveMs));
}

// A link is made whole or not at all, so that nobody reads half a record.
function linked(mine, file) {
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

// Two starts may find the same dead record: only what was read is taken away, never what the faster one wrote since.
function moveAside(file, previous, dataDir) {
  const aside = `${file}.${process.pid}.old`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  const taken = parse(aside);
  if (taken && taken.pid !== previous?.pid) {
    renameSync(aside, file);
    throw new Fault(alreadyRunning(taken, dataDir));
  }
  rmSync(aside, { force: true });
}

function alreadyRunning({ command, pid, url }, dataDir) {
  return (
    `Provabook is already running on the data in ${dataDir} (${command}, process ${pid}${url ? `, ${url}` : ''}). ` +
    `Use that one, or stop it first (Ctrl-C where it runs, or: kill ${pid}). ` +
    'For a second house of its own set DATA_DIR and PORT to others.'
  );
}
