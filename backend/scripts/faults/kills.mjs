import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, waitUntil } from '../lib/processes.mjs';

const patienceMs = 60_000;

/**
 * @returns milliseconds from the kill until a process in its place says that it is ready; Infinity where none does within
 *   a minute. In words: since when there was such a process
 */
export async function killApi({ product, isReady }) {
  const began = Date.now();
  const killed = await product.kill9('server');
  const hasSuccessor = () => ![null, killed].includes(product.pidOf('server'));
  await waitUntil(hasSuccessor, patienceMs, 20);
  const startedMs = Date.now() - began;
  const back = await waitUntil(async () => hasSuccessor() && (await isReady()), patienceMs);
  const ms = Date.now() - began;
  const told = `${(ms / 1000).toFixed(1)} s, its successor was started after ${(startedMs / 1000).toFixed(1)} s`;
  return { ms: back ? ms : Infinity, told };
}

/**
 * @returns milliseconds until the house is ready again, whether the API lived on, and what it answered meanwhile that is
 *   neither an answer nor "try again"
 */
export async function killDatabase({ product, isReady }, reader) {
  const began = Date.now();
  const server = product.pidOf('server');
  const killed = await product.kill9('postgres');
  const strange = [];
  const isBack = async () => {
    const { status, headers, fault } = await reader.send('GET', '/orders/?pageSize=1');
    const isAway = status === 503 && Number(headers['retry-after']) > 0;
    if (status !== 200 && !isAway) strange.push(`${status} ${fault ?? ''} while Postgres was away`);
    const postgres = product.pidOf('postgres');
    return status === 200 && postgres && postgres !== killed && isAlive(postgres) && (await isReady());
  };
  const back = await waitUntil(isBack, patienceMs);
  return { ms: back ? Date.now() - began : Infinity, lived: product.pidOf('server') === server, strange };
}

/** Has a PI mailed, and kills the worker that is just sending it. @returns the mail, and when it was left lying */
export async function killWorkerAtMail(house, writer, name) {
  const to = `held-${name}@buyer.example`;
  const order = await writer.must('POST', '/orders/', {
    customerName: 'ANABIA',
    fabricType: 'Rib',
    provaPrice: '2',
    quantity: '9',
    unit: 'kg',
  });
  const invoice = await writer.must('POST', '/financials/proforma-invoices/', { orderId: order.id });
  await writer.must('POST', `/financials/proforma-invoices/${invoice.id}/mails/`, { to, subject: name, message: name });
  const heldAt = () => house.postboxes.findIndex(({ held }) => held.some((mail) => mail.to === to));
  if (!(await waitUntil(() => heldAt() >= 0, patienceMs))) throw new Error(`No worker sent the mail to ${to}.`);
  const desk = heldAt();
  const began = Date.now();
  process.kill(house.workers[desk].pid, 'SIGKILL');
  return { to, began, id: house.postboxes[desk].held.find((mail) => mail.to === to).id };
}

/** @returns milliseconds until another worker sent the mail, and how often it went out in all */
export async function takenOver(house, { to, id, began }) {
  const sent = () => house.postboxes.flatMap(({ taken }) => taken).filter((mail) => mail.to === to && mail.id === id);
  await waitUntil(() => sent().length > 0, 90_000, 200);
  await sleep(500);
  return { ms: (sent()[0]?.at ?? Infinity) - began, times: sent().length };
}
