import { ConfigurationFault, type Config } from '../config/config';
import type { Accounts } from './aside';
import { BackupRefused } from './backup.errors';

/** Of a configuration, or a backup, that trying again will not change. */
const TOLD = 78;

export const say = (line: string): boolean => process.stdout.write(`${line}\n`);

/** Runs the body of a program; what a person can put right ends it with a sentence. */
export function command(body: () => Promise<void>): void {
  body().catch((error: unknown) => {
    const isTold = error instanceof BackupRefused || error instanceof ConfigurationFault;
    process.stderr.write(`${isTold ? error.message : String((error as Error).stack)}\n`);
    process.exit(isTold ? TOLD : 1);
  });
}

export function accountsOf({ DATABASE_URL, DATABASE_OWNER_URL, DATABASE_ADMIN_URL }: Config): Accounts {
  const ownerUrl = DATABASE_OWNER_URL ?? DATABASE_URL;
  return { appUrl: DATABASE_URL, ownerUrl, adminUrl: DATABASE_ADMIN_URL ?? ownerUrl };
}
