import pg from 'pg';
import { BackupRefused } from './backup.errors';

/** The accounts of one house, and one that may make and rename databases. Each is the address of the live database. */
export interface Accounts {
  appUrl: string;
  ownerUrl: string;
  adminUrl: string;
}

const nameIn = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1));
const userIn = (url: string): string => decodeURIComponent(new URL(url).username);
const quoted = pg.escapeIdentifier;

/** The same server and account, another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(name)}`;
  return changed.href;
}

/** A database beside the live one, which nobody but a restore knows. */
export class Aside {
  private constructor(
    private readonly accounts: Accounts,
    readonly name: string,
  ) {}

  /**
   * Empty, and the owner's. What restores that were killed have left behind is dropped first.
   * @param purpose `restoring` or `drill`  @throws BackupRefused where no account may make a database
   */
  static async make(accounts: Accounts, purpose: string): Promise<Aside> {
    const live = nameIn(accounts.ownerUrl);
    const name = `${live}_${purpose}`;
    const owner = userIn(accounts.ownerUrl);
    await asAdmin(accounts, async (admin) => {
      await admin.query(`DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`);
      const locale = await localeOf(admin, live);
      await admin.query(`CREATE DATABASE ${quoted(name)} OWNER ${quoted(owner)} TEMPLATE template0 ${locale}`);
      await admin.query(`REVOKE ALL ON DATABASE ${quoted(name)} FROM PUBLIC`);
      await admin.query(`GRANT CONNECT, TEMPORARY ON DATABASE ${quoted(name)} TO ${quoted(userIn(accounts.appUrl))}`);
    });
    return new Aside(accounts, name);
  }

  get ownerUrl(): string {
    return withDatabase(this.accounts.ownerUrl, this.name);
  }

  get appUrl(): string {
    return withDatabase(this.accounts.appUrl, this.name);
  }

  /**
   * Puts it in the place of the live database, in one step: before it the old one is the house, after it this one is.
   * @returns the name under which the old one is kept; what an earlier restore kept is dropped
   */
  async takePlace(): Promise<string> {
    const live = nameIn(this.accounts.ownerUrl);
    const kept = `${live}_before_restore`;
    await asAdmin(this.accounts, async (admin) => {
      await refuseAtWork(admin, live);
      await admin.query(`DROP DATABASE IF EXISTS ${quoted(kept)} WITH (FORCE)`);
      await admin.query('BEGIN');
      await admin.query(`ALTER DATABASE ${quoted(live)} RENAME TO ${quoted(kept)}`);
      await admin.query(`ALTER DATABASE ${quoted(this.name)} RENAME TO ${quoted(live)}`);
      await admin.query('COMMIT');
    });
    return kept;
  }

  async drop(): Promise<void> {
    await asAdmin(this.accounts, (admin) => admin.query(`DROP DATABASE IF EXISTS ${quoted(this.name)} WITH (FORCE)`));
  }
}

/** @throws BackupRefused while a server or worker uses the live database */
export async function refuseWhileAtWork(accounts: Accounts): Promise<void> {
  await asAdmin(accounts, (admin) => refuseAtWork(admin, nameIn(accounts.ownerUrl)));
}

async function refuseAtWork(admin: pg.Client, live: string): Promise<void> {
  const { rows } = await admin.query<{ name: string }>(
    `SELECT DISTINCT coalesce(nullif(application_name, ''), 'another program') AS name FROM pg_stat_activity
      WHERE datname = $1 AND backend_type = 'client backend' ORDER BY 1`,
    [live],
  );
  if (!rows.length) return;
  const who = rows.map(({ name }) => name).join(', ');
  throw new BackupRefused(`The house is at work (${who}). Stop it first, every process of it. Nothing was changed.`);
}

/** The same language rules as the live database has, where the server can say so. */
async function localeOf(admin: pg.Client, live: string): Promise<string> {
  const { rows } = await admin.query<Record<string, string | null>>(
    `SELECT to_jsonb(d) ->> 'datlocprovider' AS provider, coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale') AS locale,
            datcollate AS collate, datctype AS ctype, pg_encoding_to_char(encoding) AS encoding FROM pg_database d WHERE datname = $1`,
    [live],
  );
  const { provider, locale, collate, ctype, encoding } = rows[0] ?? {};
  const text = (value: string | null | undefined) => pg.escapeLiteral(value ?? '');
  const own = `ENCODING ${text(encoding ?? 'UTF8')} LC_COLLATE ${text(collate ?? 'C')} LC_CTYPE ${text(ctype ?? 'C')}`;
  if (provider === 'b') return `${own} LOCALE_PROVIDER builtin BUILTIN_LOCALE ${text(locale)}`;
  if (provider === 'i') return `${own} LOCALE_PROVIDER icu ICU_LOCALE ${text(locale)}`;
  return own;
}

/** From beside the house: nobody may be in a database that is made, renamed or dropped. */
async function asAdmin<T>({ adminUrl }: Accounts, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({
    connectionString: withDatabase(adminUrl, 'postgres'),
    application_name: 'provabook-restore',
  });
  await admin.connect();
  try {
    return await work(admin);
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    throw new BackupRefused(
      `The account ${userIn(adminUrl)} may not make a database to restore into. Let it (ALTER ROLE … CREATEDB), or name one ` +
        'that may in DATABASE_ADMIN_URL. Nothing was changed.',
    );
  } finally {
    await admin.end();
  }
}
