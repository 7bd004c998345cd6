import { setTimeout as sleep } from 'node:timers/promises';
import { clientOf } from './client.mjs';

const pauseMs = 100;

/** What may come instead of an answer while a part of the house is dead. */
const awayFor = new Set([0, 503]);

const order = (number) => ({
  orderNumber: number,
  customerName: 'ANABIA',
  fabricType: 'Single jersey',
  styles: [
    {
      styleNumber: 'MT-2291',
      lines: ['White', 'Black'].map((colorName) => ({ colorName, quantity: '100', unit: 'pieces' })),
    },
  ],
});

/**
 * So many people who write all the time: an order, then its first line, then a comment. What is not answered is sent
 * again under the same key until it is.
 * @param {() => string} url
 * @param {string} token whose name it is done in
 */
export function startWriters(url, token, count) {
  const asked = [];
  const acknowledged = { orders: [], lines: [], comments: [] };
  const strange = [];
  let isOver = false;

  async function untilAnswered(client, method, path, body, key) {
    for (;;) {
      const headers = method === 'POST' ? { 'Idempotency-Key': key } : {};
      const answer = await client.send(method, path, { body, headers });
      if (answer.status >= 200 && answer.status < 300) return answer.body;
      if (!awayFor.has(answer.status)) {
        strange.push(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
        return null;
      }
      await sleep(pauseMs);
    }
  }

  async function write(client, number) {
    asked.push(number);
    const made = await untilAnswered(client, 'POST', '/orders/', order(number), number);
    if (!made) return;
    acknowledged.orders.push(number);
    const line = made.styles[0].lines[0].id;
    if (await untilAnswered(client, 'PATCH', `/order-lines/${line}/`, { notes: number }))
      acknowledged.lines.push(number);
    const comment = { orderId: made.id, body: number };
    if (await untilAnswered(client, 'POST', '/comments/', comment, `c-${number}`)) acknowledged.comments.push(number);
  }

  const clients = Array.from({ length: count }, () => clientOf(url, token));
  const work = clients.map(async (client, writer) => {
    for (let at = 1; !isOver; at++) {
      await write(client, `FAULT-${writer}-${at}`);
      await sleep(pauseMs);
    }
    client.close();
  });
  return {
    /** Lets each finish what it is at. @returns what was asked for, what was acknowledged, and what nobody should have answered */
    async stop() {
      isOver = true;
      await Promise.all(work);
      return { asked, acknowledged, strange };
    },
  };
}
