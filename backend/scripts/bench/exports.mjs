import { setTimeout as sleep } from 'node:timers/promises';
import { cpuOf, memoryOf } from './measure.mjs';

/** What is written whole: in the answer, or by the worker. */
export const lists = [
  { name: 'orders, CSV', path: '/api/v1/exports/csv/orders/' },
  { name: 'T&A, CSV', path: '/api/v1/exports/csv/tna/' },
  { name: 'days of output, CSV', path: '/api/v1/exports/csv/production-days/' },
];
export const sheets = [
  { name: 'orders, XLSX', kind: 'orders' },
  { name: 'T&A, XLSX', kind: 'tna' },
];

/**
 * A list as CSV, streamed in the answer.
 * @returns seconds to the first byte and to the last, megabytes, by how much the server's memory grew at most, its CPU seconds
 */
export async function streamed({ url, pid, headers }, path) {
  const [before, used, started] = [memoryOf(pid), cpuOf(pid), performance.now()];
  let [most, first, bytes] = [before, 0, 0];
  const answer = await fetch(url + path, { headers });
  for await (const chunk of answer.body) {
    first ||= performance.now() - started;
    bytes += chunk.length;
    most = Math.max(most, memoryOf(pid));
  }
  return {
    state: answer.status,
    first: first / 1000,
    whole: (performance.now() - started) / 1000,
    size: bytes / 1e6,
    grown: most - before,
    cpu: (cpuOf(pid) - used) / 1000,
  };
}

/** A list as XLSX, written by a worker: seconds from asking until it is there, and the worker's memory and CPU. */
export async function written({ url, worker, headers }, kind) {
  const asked = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' } };
  const [before, used, started] = [memoryOf(worker), cpuOf(worker), performance.now()];
  const job = await (await fetch(`${url}/api/v1/exports/`, { ...asked, body: JSON.stringify({ kind }) })).json();
  let [most, now] = [before, job];
  while (['queued', 'running'].includes(now.status)) {
    await sleep(100);
    most = Math.max(most, memoryOf(worker));
    now = await (await fetch(`${url}/api/v1/exports/${job.id}/`, { headers })).json();
  }
  return {
    state: now.status,
    first: null,
    whole: (performance.now() - started) / 1000,
    size: Number(now.file?.size ?? 0) / 1e6,
    grown: most - before,
    cpu: (cpuOf(worker) - used) / 1000,
    rows: now.doneRows,
  };
}
