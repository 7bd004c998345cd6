import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PgBoss from 'pg-boss';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './platform/database/data-source';
import { grantsFor } from './platform/database/grants';
import { JOB_POLICY, QUEUES } from './platform/jobs/jobs';

/** Any number: migrations of one database queue up behind it. */
const LOCK = 7_203_117;

/**
 * `migrate.js`: brings the database of DATABASE_OWNER_URL (else DATABASE_URL) up to date and grants the application's
 * role what it needs. `--check`: fails when entities and migrations differ. `--generate Name`: writes that difference.
 */
async function main([mode, name]: string[]): Promise<void> {
  const url = process.env['DATABASE_OWNER_URL'] || process.env['DATABASE_URL'];
  if (!url) throw new Error('Set DATABASE_OWNER_URL or DATABASE_URL: there is no database to migrate.');
  const source = new DataSource({
    ...dataSourceOptions(url, 2),
    extra: { application_name: 'provabook-migrate', lock_timeout: 2_000 },
  });
  await source.initialize();
  try {
    const lock = source.createQueryRunner();
    await lock.query('SET lock_timeout = 0');
    await lock.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const done = await source.runMigrations();
    done.forEach((migration) => process.stdout.write(`migrated: ${migration.name}\n`));
    if (mode === '--check' || mode === '--generate') await difference(source, mode, name);
    else {
      await createQueues(url);
      await grant(source, new URL(process.env['DATABASE_URL'] ?? url).username);
    }
    await lock.query('SELECT pg_advisory_unlock($1)', [LOCK]);
    await lock.release();
  } finally {
    await source.destroy();
  }
}

async function createQueues(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, max: 1, supervise: false, schedule: false });
  await boss.start();
  for (const queue of QUEUES) await boss.createQueue(queue, { name: queue, ...JOB_POLICY });
  await boss.stop({ graceful: false });
}

/** The application's role reads and writes rows; it owns no table and cannot rewrite history. */
async function grant(source: DataSource, role: string): Promise<void> {
  const [owner] = await source.query<{ name: string }[]>('SELECT current_user AS name');
  if (!role || role === owner?.name) {
    process.stdout.write(
      'One role owns and uses the database: only its triggers guard the history. DATABASE_OWNER_URL names a second one.\n',
    );
    return;
  }
  await source.query(grantsFor(decodeURIComponent(role)));
}

async function difference(source: DataSource, mode: string, name = 'Change'): Promise<void> {
  const { upQueries, downQueries } = await source.driver.createSchemaBuilder().log();
  if (mode === '--check') {
    if (!upQueries.length) return;
    throw new Error(
      `Entities and migrations differ; \`npm run migration -- Name\` writes what is missing:\n${upQueries.map(({ query }) => query).join('\n')}`,
    );
  }
  if (!upQueries.length) throw new Error('Entities and migrations are equal: there is nothing to write.');
  const stamp = Date.now();
  const statement = ({ query }: { query: string }) => `    await runner.query(\`${query.replaceAll('`', '\\`')}\`);`;
  const file = join(__dirname, `../src/migrations/${stamp}-${name}.ts`);
  writeFileSync(
    file,
    `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${name}${stamp} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
${upQueries.map(statement).join('\n')}
  }

  async down(runner: QueryRunner): Promise<void> {
${downQueries.reverse().map(statement).join('\n')}
  }
}
`,
  );
  process.stdout.write(`${file}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
});
