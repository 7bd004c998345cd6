import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { Readable } from 'node:stream';
import { fault, ok, warn } from './report.mjs';

const PATIENCE_MS = 5_000;

const WRITTEN = Buffer.from('What the doctor wrote.');
const DONE = 'a file was written, read and deleted';
const GARBLED = 'gives back other bytes than it was given';

/** A reply to a few bytes, as far as it came within five seconds. */
function asked(target, bytes) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(target);
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('no answer within 5 s')));
    socket.once('error', reject);
    socket.once('connect', () => socket.write(bytes));
    socket.once('data', (reply) => {
      socket.destroy();
      resolve(reply.toString());
    });
  });
}

/** @param url `tcp://127.0.0.1:3310` or `unix:/run/clamav/clamd.ctl` */
export async function lookAtScanner(url) {
  if (!url) return warn('not set up: files are kept unscanned', 'Install clamd and set CLAMD_URL.');
  const target = url.startsWith('unix:')
    ? { path: url.slice(5) }
    : { host: new URL(url).hostname, port: new URL(url).port };
  const reply = await asked(target, 'zPING\0');
  return reply.startsWith('PONG')
    ? ok('clamd answers')
    : fault(`clamd says ${reply.slice(0, 40)}`, 'See the log of clamd.');
}

export async function lookAtRedis(url) {
  if (!url) return ok('not used: one Postgres holds the counters');
  const { hostname: host, port, protocol } = new URL(url);
  if (protocol === 'rediss:') return ok('speaks TLS; the server tells in its log whether it connects');
  const reply = await asked({ host, port: port || 6379 }, 'PING\r\n');
  // One that wants a password first is there all the same.
  return /^(\+PONG|-NOAUTH)/.test(reply) ? ok('answers') : fault(`says ${reply.slice(0, 40)}`, 'See REDIS_URL.');
}

/** Connects, greets and signs in; sends nothing. */
export async function lookAtMail(url) {
  if (!url) return warn('not set up: no invitation, digest or PI is sent', 'Set SMTP_URL and MAIL_FROM.');
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({ url, connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS });
  try {
    await transport.verify();
    return ok('the mail server takes our mail');
  } finally {
    transport.close();
  }
}

/** Writes, reads and deletes a file where there is a folder for it: none is made. @param root where the files lie */
export function lookAtMedia(root) {
  if (!existsSync(root)) return ok(`${root} is made at the first start`);
  const file = path.join(root, `.doctor-${randomUUID()}`); // what begins with a dot is no file of the house
  try {
    writeFileSync(file, WRITTEN, { mode: 0o600 });
    if (!readFileSync(file).equals(WRITTEN)) return fault(GARBLED, 'See the disk.');
  } finally {
    rmSync(file, { force: true });
  }
  return ok(DONE);
}

/** Writes, reads and deletes a few bytes. @param storage of the house, elsewhere */
export async function lookAtStorage(storage) {
  const key = `doctor/${randomUUID()}`;
  await storage.put(key, Readable.from([WRITTEN]), { contentType: 'text/plain', maxBytes: WRITTEN.length });
  try {
    const chunks = [];
    for await (const chunk of await storage.open(key)) chunks.push(chunk);
    if (!Buffer.concat(chunks).equals(WRITTEN)) return fault(GARBLED, 'See the store.');
  } finally {
    await storage.delete(key);
  }
  return ok(DONE);
}
