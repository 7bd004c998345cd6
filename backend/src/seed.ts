import 'reflect-metadata';
import './platform/logging/unheard';
import pg from 'pg';
import { ConfigurationFault, loadConfig } from './platform/config/config';
import type { Storage } from './platform/storage/storage';
import { storageFrom } from './platform/storage/storage.module';
import { loadDemoHouse } from './seed/demo-house';
import { loadLargeHouse } from './seed/large-house';

/** `seed.js --scale small|large [--if-empty]`: loads the demo house, or the bench's, into an empty database; `--if-empty` leaves any other alone. */
async function main(args: string[]): Promise<void> {
  const url = process.env['DATABASE_OWNER_URL'] || process.env['DATABASE_URL'];
  if (!url) throw new Error('Set DATABASE_OWNER_URL or DATABASE_URL: there is no database to fill.');
  const scale = args.includes('--scale') ? args[args.indexOf('--scale') + 1] : 'small';
  if (scale !== 'small' && scale !== 'large') throw new Error('Say which house: --scale small or --scale large.');
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ taken: boolean }>('SELECT EXISTS (SELECT 1 FROM user_profiles) AS taken');
    if (rows[0]?.taken) {
      if (args.includes('--if-empty')) return;
      throw new Error('This database has people in it already; the demo house is loaded into an empty one only.');
    }
    if (scale === 'large') await loadLargeHouse(url, (line) => process.stdout.write(`${line}\n`));
    else await loadDemoHouse(client, process.env['TZ_HOUSE'] || 'Asia/Dhaka', await storageOf(process.env));
    process.stdout.write(`The ${scale === 'large' ? 'large' : 'demo'} house is loaded.\n`);
  } finally {
    await client.end();
  }
}

/** Where the house keeps its files. Without a full configuration, as from a bare command, the demo house has none. */
async function storageOf(env: NodeJS.ProcessEnv): Promise<Storage | null> {
  try {
    return await storageFrom(loadConfig(env));
  } catch (error) {
    if (!(error instanceof ConfigurationFault)) throw error;
    process.stdout.write(`The house gets no files: ${error.message}\n`);
    return null;
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
});
