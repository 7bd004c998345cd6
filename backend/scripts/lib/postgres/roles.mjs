import { app, database, owner, withClient } from './connection.mjs';

/**
 * The two accounts of the house: one owns the tables and migrates, the other is the application's and owns nothing.
 * Safe to run at every start.
 */
export async function ensureRoles(superuserUrl, { databaseOwner, databaseApp }) {
  await withClient(superuserUrl, async (client) => {
    for (const [role, password] of [
      [owner, databaseOwner],
      [app, databaseApp],
    ]) {
      const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
      // The password is one of ours: letters, digits, - and _ only.
      await client.query(`${rowCount ? 'alter' : 'create'} role ${role} login password '${password}'`);
    }
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (!rowCount) await createDatabase(client, database);
  });
}

/** An empty database that the owner may build in and the application may only use. */
export async function createDatabase(client, name) {
  await client.query(`create database ${name} owner ${owner}`);
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect, temporary on database ${name} to ${app}`);
}
