import 'reflect-metadata';
import './platform/logging/unheard';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { createQueues, grantTo, withTables } from './platform/database/migrating';

/**
 * `migrate.js`: brings the database of DATABASE_OWNER_URL (else DATABASE_URL) up to date and grants the application's
 * role what it needs. `--check`: fails when entities and migrations differ. `--generate Name`: writes that difference.
 */
async function main([mode, name]: string[]): Promise<void> {
  const url = process.env['DATABASE_OWNER_URL'] || process.env['DATABASE_URL'];
  if (!url) throw new Error('Set DATABASE_OWNER_URL or DATABASE_URL: there is no database to migrate.');
  await withTables(url, async (source) => {
    const done = await source.runMigrations();
    done.forEach((migration) => process.stdout.write(`migrated: ${migration.name}\n`));
    if (mode === '--check' || mode === '--generate') return difference(source, mode, name);
    await createQueues(url);
    if (await grantTo(source, new URL(process.env['DATABASE_URL'] ?? url).username)) return;
    process.stdout.write(
      'One role owns and uses the database: only its triggers guard the history. DATABASE_OWNER_URL names a second one.\n',
    );
  });
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
