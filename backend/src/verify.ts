import 'reflect-metadata';
import './platform/logging/unheard';
import pg from 'pg';
import { chainOf, endsOf } from './platform/events/chain';
import { faultsOfSums } from './verify/kept-sums';

/** Rows that are named one by one; the rest are counted. */
const NAMED = 20;

interface Broken {
  id: string;
  name: string;
  recordedAt: Date;
  orderNumber: string | null;
  actorName: string | null;
}

/** A history whose end is not the one that was written, though each entry that is there fits. */
interface CutOff {
  streamId: string;
  missing: number;
  orderNumber: string | null;
}

/**
 * `verify.js`: works the hash chain of every history out anew, and compares its end with what was counted; then counts anew
 * what is kept of the orders. Names the first entry of each history that is not as it was written, the histories that were cut
 * off, and the sums that are not what their rows add up to, and ends with 1; 2 when it could not look.
 */
async function main(): Promise<boolean> {
  const url = process.env['DATABASE_URL'] || process.env['DATABASE_OWNER_URL'];
  if (!url) throw new Error('Set DATABASE_URL: there is no history to look at.');
  const client = new pg.Client({ connectionString: url, application_name: 'provabook-verify' });
  await client.connect();
  try {
    // One snapshot for all, so that what is written meanwhile is in none.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows: broken } = await client.query<Broken>(
      `WITH ${chainOf('TRUE')}, first_broken AS (
         SELECT DISTINCT ON (stream_id) * FROM chain WHERE NOT fits ORDER BY stream_id, sequence)
       SELECT b.id, b.name, b.recorded_at AS "recordedAt", o.order_number AS "orderNumber", u.full_name AS "actorName"
         FROM first_broken b LEFT JOIN orders o ON o.id = b.stream_id LEFT JOIN user_profiles u ON u.id = b.actor_id
        ORDER BY b.sequence`,
    );
    const { rows: cutOff } = await client.query<CutOff>(
      `WITH ${chainOf('TRUE')}, ${endsOf('TRUE')}
       SELECT stream_id AS "streamId", missing, o.order_number AS "orderNumber"
         FROM ends LEFT JOIN orders o ON o.id = stream_id
        WHERE NOT ends.fits AND NOT EXISTS (SELECT 1 FROM chain b WHERE b.stream_id = ends.stream_id AND NOT b.fits)
        ORDER BY stream_id`,
    );
    const { rows } = await client.query<{ events: number; streams: number }>(
      'SELECT count(*)::int AS events, count(DISTINCT stream_id)::int AS streams FROM domain_events',
    );
    const { events = 0, streams = 0 } = rows[0] ?? {};
    process.stdout.write(`${events} entries in ${streams} histories were checked.\n`);
    const faults = [...broken.map(sentence), ...cutOff.map(sentenceOfEnd)];
    if (!faults.length) process.stdout.write('Each is as it was written.\n');
    tell(faults, 'histories');
    const sums = await faultsOfSums(client);
    process.stdout.write(`What is kept of ${sums.orders} orders was counted anew.\n`);
    if (!sums.faults.length) process.stdout.write('Each sum is what its rows add up to.\n');
    tell(sums.faults, 'sums');
    return !faults.length && !sums.faults.length;
  } finally {
    await client.end();
  }
}

function tell(faults: readonly string[], what: string): void {
  for (const fault of faults.slice(0, NAMED)) process.stdout.write(`${fault}\n`);
  if (faults.length > NAMED) process.stdout.write(`… and ${faults.length - NAMED} ${what} more.\n`);
}

const sentence = ({ id, name, recordedAt, orderNumber, actorName }: Broken): string =>
  `NOT as it was written, or what stood before it is gone: entry ${id} (${name} by ${actorName ?? 'nobody known'}, ` +
  `recorded ${recordedAt.toISOString()})${orderNumber ? ` of order ${orderNumber}` : ''}.`;

const sentenceOfEnd = ({ streamId, missing, orderNumber }: CutOff): string =>
  `NOT all of what was written: the history ${orderNumber ? `of order ${orderNumber}` : streamId} ` +
  (missing
    ? `has lost its last ${missing === 1 ? 'entry' : `${missing} entries`}.`
    : 'does not end as it was written.');

main().then(
  (intact) => (process.exitCode = intact ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 2;
  },
);
