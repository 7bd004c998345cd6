import 'reflect-metadata';
import pg from 'pg';
import { loadDemoHouse } from './seed/demo-house';

/** `seed.js --scale small [--if-empty]`: loads the demo house into an empty database; `--if-empty` leaves any other alone. */
async function main(args: string[]): Promise<void> {
  const url = process.env['DATABASE_OWNER_URL'] || process.env['DATABASE_URL'];
  if (!url) throw new Error('Set DATABASE_OWNER_URL or DATABASE_URL: there is no database to fill.');
  const scale = args[args.indexOf('--scale') + 1];
  if (scale !== 'small') throw new Error('Say which house: --scale small.');
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ taken: boolean }>('SELECT EXISTS (SELECT 1 FROM user_profiles) AS taken');
    if (rows[0]?.taken) {
      if (args.includes('--if-empty')) return;
      throw new Error('This database has people in it already; the demo house is loaded into an empty one only.');
    }
    await loadDemoHouse(client, process.env['TZ_HOUSE'] || 'Asia/Dhaka');
    process.stdout.write('The demo house is loaded.\n');
  } finally {
    await client.end();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
});
