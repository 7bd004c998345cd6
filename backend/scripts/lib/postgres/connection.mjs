export const database = 'provabook';
export const superuser = 'postgres';
export const owner = 'provabook_owner';
export const app = 'provabook_app';

/** A connection string to the loopback server. */
export const urlFor = ({ user, password, port, database: name }) =>
  `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`;

/** The same server and account, another database. */
export function withDatabase(url, name) {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(name)}`;
  return changed.href;
}

/** Opens one connection for the work and closes it whatever happens. */
export async function withClient(connectionString, work) {
  // Loaded here, since the launcher is read before the packages are installed.
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3000 });
  // Without a listener a lost connection would end the process.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
