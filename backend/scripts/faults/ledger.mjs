import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '../lib/postgres/connection.mjs';

const numbers = (rows) => rows.map(({ number }) => number);

/**
 * Compares what was acknowledged with what is there.
 * @returns numbers of orders that are lost, half made or there twice
 */
export const account = (url, { asked, acknowledged }) =>
  withClient(url, async (client) => {
    const select = async (sql, values = []) => numbers((await client.query(sql, values)).rows);
    const missing = async (wanted, sql) => {
      const there = new Set(await select(sql));
      return wanted.filter((number) => !there.has(number));
    };
    const mine = `order_number LIKE 'FAULT-%'`;
    return {
      lost: [
        ...(await missing(acknowledged.orders, `SELECT order_number AS number FROM orders WHERE ${mine}`)),
        ...(await missing(acknowledged.lines, `SELECT notes AS number FROM order_lines WHERE notes LIKE 'FAULT-%'`)),
        ...(await missing(
          acknowledged.comments,
          `SELECT body AS number FROM order_comments WHERE body LIKE 'FAULT-%'`,
        )),
      ],
      half: await select(
        `SELECT order_number AS number FROM orders o WHERE ${mine} AND NOT (
           (SELECT count(*) FROM order_lines WHERE order_id = o.id) = 2
           AND (SELECT count(*) FROM domain_events WHERE subject_id = o.id AND name = 'order.created') = 1)`,
      ),
      twice: [
        ...(await select(`SELECT order_number AS number FROM orders WHERE ${mine} GROUP BY 1 HAVING count(*) > 1`)),
        ...(await select(
          `SELECT body AS number FROM order_comments WHERE body LIKE 'FAULT-%' GROUP BY 1 HAVING count(*) > 1`,
        )),
      ],
      unasked: (await select(`SELECT order_number AS number FROM orders WHERE ${mine}`)).filter(
        (number) => !asked.includes(number),
      ),
    };
  });

/** Events of the writers that a handler which hears of such events has not had. */
const undelivered = `
  WITH hears AS (SELECT DISTINCT d.handler, e.name FROM event_deliveries d JOIN domain_events e ON e.id = d.event_id)
  SELECT count(*)::int AS count FROM domain_events e JOIN orders o ON o.id = e.order_id JOIN hears h ON h.name = e.name
   WHERE o.order_number LIKE 'FAULT-%'
     AND NOT EXISTS (SELECT 1 FROM event_deliveries d WHERE d.event_id = e.id AND d.handler = h.handler)`;

const disordered = `
  SELECT count(*)::int AS count FROM (
    SELECT d.delivered_at < lag(d.delivered_at) OVER (PARTITION BY e.stream_id, d.handler ORDER BY e.sequence) AS early
      FROM event_deliveries d JOIN domain_events e ON e.id = d.event_id JOIN orders o ON o.id = e.order_id
     WHERE o.order_number LIKE 'FAULT-%') told WHERE early`;

/** Whom it waits for: what is not told yet by handler, and the jobs that would tell of it. */
const stuck = `
  WITH hears AS (SELECT DISTINCT d.handler, e.name FROM event_deliveries d JOIN domain_events e ON e.id = d.event_id)
  SELECT format('%s × %s for %s', count(*), e.name, h.handler) AS said
    FROM domain_events e JOIN orders o ON o.id = e.order_id JOIN hears h ON h.name = e.name
   WHERE o.order_number LIKE 'FAULT-%'
     AND NOT EXISTS (SELECT 1 FROM event_deliveries d WHERE d.event_id = e.id AND d.handler = h.handler)
   GROUP BY e.name, h.handler
   UNION ALL
  SELECT format('%s jobs are %s: %s', count(*), state, min(output::text)) FROM pgboss.job
   WHERE name = 'domain-events' AND state <> 'completed' GROUP BY state`;

/** What a killed worker had in its hands lies still for a while. */
const stillMs = 75_000;
const patienceMs = 20 * 60_000;

/**
 * Waits until every event was told, for as long as fewer and fewer are not.
 * @returns how many effects there are, how many were waiting at first and for how long, how many wait still, for whom, and
 *   how many came out of order
 */
export const delivery = (url) =>
  withClient(url, async (client) => {
    const count = async (sql) => (await client.query(sql)).rows[0].count;
    const began = Date.now();
    const waiting = await count(undelivered);
    let [untold, shrank] = [waiting, began];
    while (untold > 0 && Date.now() - shrank < stillMs && Date.now() - began < patienceMs) {
      await sleep(500);
      const left = await count(undelivered);
      if (left < untold) shrank = Date.now();
      untold = left;
    }
    const told = await count(
      `SELECT count(*)::int AS count FROM event_deliveries d JOIN domain_events e ON e.id = d.event_id
         JOIN orders o ON o.id = e.order_id WHERE o.order_number LIKE 'FAULT-%'`,
    );
    return {
      told,
      waiting,
      ms: shrank - began,
      untold,
      stuckAt: untold ? (await client.query(stuck)).rows.map(({ said }) => said) : [],
      disordered: await count(disordered),
    };
  });
