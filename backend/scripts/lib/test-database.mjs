import { dist, runBackend } from './backend-run.mjs';
import { createDatabase } from './postgres/roles.mjs';
import { prepareDataDir } from './postgres/data-home.mjs';
import { launchPostgres } from './postgres/launch.mjs';
import { withClient } from './postgres/connection.mjs';
import { readSecrets } from './secrets.mjs';
import { neutralEnv } from './settings.mjs';
import { removeFolder, temporaryFolder } from './temporary.mjs';

export const template = 'provabook_tpl';

/**
 * A Postgres for this run only, which does not wait for the disk, with an empty database to be migrated and cloned.
 * @param {{ add: (close: () => unknown) => void }} stop ends it with the run
 */
export async function openTestDatabase(stop) {
  const folder = temporaryFolder('test');
  const home = prepareDataDir(folder);
  stop.add(() => [folder, home.dataDir].forEach(removeFolder));
  const launching = launchPostgres({ ...home, secrets: readSecrets(home.dataDir), durable: false });
  stop.add(async () => (await launching.catch(() => null))?.stop());
  const postgres = await launching;
  await withClient(postgres.superuserUrl('postgres'), (client) => createDatabase(client, template));
  return {
    /** What the backend's own programs need to work on the template. */
    templateEnv: {
      ...neutralEnv(),
      DATABASE_URL: postgres.appUrl(template),
      DATABASE_OWNER_URL: postgres.ownerUrl(template),
    },
    /** What the API tests need to clone it, and to speak as the application does. */
    testEnv: {
      TEST_DATABASE_URL: postgres.superuserUrl('postgres'),
      TEST_OWNER_URL: postgres.ownerUrl(template),
      TEST_APP_URL: postgres.appUrl(template),
      TEST_TEMPLATE: template,
    },
  };
}

export const migrateTemplate = ({ templateEnv }) => runBackend(dist('migrate.js'), [], templateEnv);
export const compareWithEntities = ({ templateEnv }) => runBackend(dist('migrate.js'), ['--check'], templateEnv);
