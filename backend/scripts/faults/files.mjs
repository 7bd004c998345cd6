import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import xlsx from '@e965/xlsx';
import { withClient } from '../lib/postgres/connection.mjs';
import { isAlive, waitUntil } from '../lib/processes.mjs';

const patienceMs = 90_000;
const mostTries = 5;

/** A page that takes a moment to draw. */
function drawing() {
  const random = (most) => Math.round(Math.random() * most);
  const strokes = Array.from(
    { length: 1000 },
    () => `${random(590)} ${random(840)} m ${random(590)} ${random(840)} l S`,
  );
  const content = strokes.join('\n');
  const parts = [
    '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n',
    '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n',
    '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>\nendobj\n',
    `4 0 obj\n<< /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj\n`,
  ];
  const starts = parts.map((_, at) => parts.slice(0, at).join('').length + (at === 0 ? '%PDF-1.4\n'.length : 0));
  const places = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 5\n0000000000 65535 f \n${places}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${parts.join('').length}\n%%EOF\n`;
  return Buffer.from(parts.join('') + end, 'latin1');
}

/** What workers make of files: how it is asked for, how it stands, as `waiting`, `begun` or `made`, and whether it was begun anew. */
const makings = {
  workbook: {
    ask: (writer) => writer.must('POST', '/exports/', { kind: 'orders', filter: '' }),
    stands: `SELECT CASE status WHEN 'running' THEN 'begun' WHEN 'queued' THEN 'waiting' ELSE 'made' END AS stands
               FROM export_jobs WHERE id = $1`,
    again: 'SELECT attempt > 1 AS again FROM export_jobs WHERE id = $1',
  },
  preview: {
    async ask(writer) {
      const order = await writer.must('POST', '/orders/', { customerName: 'ANABIA', fabricType: 'Rib' });
      const { results } = await writer.upload(`/orders/${order.id}/documents/`, { category: 'other' }, drawing());
      return results[0].document;
    },
    stands: `SELECT CASE WHEN d.thumbnail_state <> 'pending' THEN 'made'
                         WHEN EXISTS (SELECT 1 FROM pgboss.job WHERE name = 'document-thumbnails' AND state = 'active'
                                         AND data ->> 'documentId' = d.id::text) THEN 'begun' ELSE 'waiting' END AS stands
               FROM order_documents d WHERE d.id = $1`,
    again: `SELECT d.thumbnail_state <> 'pending' OR EXISTS (
                     SELECT 1 FROM pgboss.job WHERE name = 'document-thumbnails' AND state = 'active' AND retry_count > 0
                        AND data ->> 'documentId' = d.id::text) AS again
              FROM order_documents d WHERE d.id = $1`,
  },
};

/** Has a file made, and kills all workers while one of them is at it. @returns what was asked for, and when it was left lying */
export const killWorkersAt = (kind, house, writer) =>
  withClient(house.product.ownerUrl(), async (client) => {
    const { ask, stands } = makings[kind];
    for (let tries = 1; tries <= mostTries; tries++) {
      const { id } = await ask(writer);
      const standing = async () => (await client.query(stands, [id])).rows[0]?.stands;
      if (!(await waitUntil(async () => (await standing()) !== 'waiting', patienceMs, 5)))
        throw new Error(`No worker began the ${kind}.`);
      for (const { pid } of house.workers) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
      const began = Date.now();
      await sleep(500); // what it had sent to the database by then
      if ((await standing()) === 'begun') return { kind, id, began };
    }
    throw new Error(`The ${kind} was made before its worker could be killed, ${mostTries} times.`);
  });

/** @returns milliseconds until another worker was at it and until it had made it, and what is wrong with what was made */
export const madeAfterAll = (house, { kind, id, began }) =>
  withClient(house.product.ownerUrl(), async (client) => {
    const { stands, again } = makings[kind];
    const isAgain = async () => (await client.query(again, [id])).rows[0]?.again;
    const takenMs = (await waitUntil(isAgain, patienceMs, 200)) ? Date.now() - began : Infinity;
    const standing = async () => (await client.query(stands, [id])).rows[0]?.stands;
    const made = await waitUntil(async () => (await standing()) === 'made', patienceMs, 200);
    if (!made) return { takenMs, ms: Infinity, wrong: await jobsOf(client, kind, id) };
    const ms = Date.now() - began;
    return { takenMs, ms, wrong: await flaws[kind](client, path.join(house.product.dataDir, 'media'), id) };
  });

/** How the jobs stand that name it. */
async function jobsOf(client, kind, id) {
  const { rows } = await client.query(
    `SELECT name, state, retry_count, start_after, started_on, expire_in::text, output FROM pgboss.job
      WHERE $1::text IN (data ->> 'exportId', data ->> 'documentId')`,
    [id],
  );
  return [`The ${kind} is not made.`, ...rows.map((job) => JSON.stringify(job))];
}

const flaws = {
  async workbook(client, media, id) {
    const { rows } = await client.query('SELECT * FROM export_jobs WHERE id = $1', [id]);
    const [job] = rows;
    if (job.status !== 'done') return [`The workbook is ${job.status}: ${job.failure}`];
    const bytes = readFileSync(path.join(media, job.file));
    const lines = xlsx.utils.sheet_to_json(Object.values(xlsx.read(bytes).Sheets)[0], { header: 1 }).length;
    const named = await client.query('SELECT file FROM export_jobs WHERE file IS NOT NULL');
    return [
      ...(job.attempt > 1 ? [] : ['The workbook was made at the first try: nobody was killed at it.']),
      ...(job.done_rows > 0 && lines > job.done_rows ? [] : [`The workbook has ${lines} of ${job.done_rows} rows.`]),
      ...(bytes.length === Number(job.file_size) ? [] : ['The workbook is not as long as it is said to be.']),
      ...leftOver(path.join(media, 'exports'), '.xlsx', media, named.rows),
    ];
  },
  async preview(client, media, id) {
    const { rows } = await client.query('SELECT file, thumbnail, thumbnail_state FROM order_documents WHERE id = $1', [
      id,
    ]);
    const [document] = rows;
    if (document.thumbnail_state !== 'ready') return [`The preview is ${document.thumbnail_state}.`];
    const bytes = readFileSync(path.join(media, document.thumbnail));
    const isWhole = bytes.toString('latin1', 8, 12) === 'WEBP' && bytes.readUInt32LE(4) + 8 === bytes.length;
    const named = await client.query('SELECT thumbnail AS file FROM order_documents WHERE thumbnail IS NOT NULL');
    return [
      ...(isWhole ? [] : ['The preview is not whole.']),
      ...leftOver(path.dirname(path.join(media, document.file)), '-small.webp', media, named.rows),
    ];
  },
};

/** Files of that kind in a folder which no row names. */
function leftOver(folder, ending, media, named) {
  const names = new Set(named.map(({ file }) => path.join(media, file)));
  return readdirSync(folder, { recursive: true })
    .map((name) => path.join(folder, name))
    .filter((file) => file.endsWith(ending) && !names.has(file))
    .map((file) => `${path.relative(media, file)} is nobody's.`);
}
