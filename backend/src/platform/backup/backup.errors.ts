/** Why a backup was not made, or one was not taken: a sentence for whoever called the command. Nothing live was touched. */
export class BackupRefused extends Error {}

export const damaged = (what: string): BackupRefused =>
  new BackupRefused(`The backup is damaged (${what}). Nothing was changed. Take an older one.`);
