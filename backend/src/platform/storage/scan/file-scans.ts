import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { In } from 'typeorm';
import { Transaction } from '../../database/transaction';
import type { DomainError } from '../../errors/domain-error';
import { Jobs } from '../../jobs/jobs';
import { Storage } from '../storage';
import { FileNotFound } from '../storage.errors';
import { Clamd, type Verdict } from './clamd';
import { FileScan, WAITING } from './file-scan.entity';
import { FileBeingScanned, FileHeld, FileInfected, FileNotScanned } from './scan.errors';
import { scannedColumn, UNSCANNED, type ScanFacts } from './scan-state';

const QUEUE = 'file-scans';
/** What was left waiting is asked for anew, where the scanner was away for longer than a job is tried; and what came before there was one. */
const SWEEP = '*/10 * * * *';
const MOST_AT_ONCE = 200;

export type ScanEnd = (scan: FileScan) => Promise<void>;

/**
 * Whether a virus was found in a file. While a scanner is named, nothing that people sent is read before it is known to be
 * clean: not by others, not by who sent it, not by a job of ours.
 */
@Injectable()
export class FileScans implements OnApplicationBootstrap {
  private readonly logger = new Logger('file-scans');
  private readonly ends: ScanEnd[] = [];

  constructor(
    private readonly clamd: Clamd,
    private readonly storage: Storage,
    private readonly transaction: Transaction,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.scheduled(QUEUE, SWEEP, ({ key }) => (key ? this.scan(String(key)) : this.sweep()));
  }

  /** What follows from a verdict, in its transaction. */
  onEnd(end: ScanEnd): void {
    this.ends.push(end);
  }

  /** Before or in the transaction that keeps the files. @returns what is known of them now */
  async ask(...files: { key: string; fileName: string; sentById?: string | null }[]): Promise<ScanFacts> {
    if (!this.clamd.isConfigured) return UNSCANNED;
    await this.transaction.run(async () => {
      for (const { key, fileName, sentById = null } of files) {
        await this.rows.insert({ key, fileName, sentById, state: 'pending', threat: null });
        await this.jobs.send(QUEUE, { key });
      }
    });
    return { state: 'pending', threat: null };
  }

  /** @throws FileBeingScanned 409, FileNotScanned 503, FileHeld 409 for a file that may not be read now */
  async refuseUnread(key: string): Promise<void> {
    const refusal = await this.refusalOf(key);
    if (refusal) throw refusal;
  }

  /** Whether it may not be read now. */
  async isUnread(key: string): Promise<boolean> {
    return (await this.refusalOf(key)) !== null;
  }

  /** For a file that is read at once and never stored. @throws FileInfected 422, FileNotScanned 503 */
  async refuseInfected(bytes: Buffer): Promise<void> {
    if (!this.clamd.isConfigured) return;
    const { threat } = await this.clamd.scan(bytes).catch((fault: Error): never => {
      this.logger.warn(`The virus scanner did not look at a file that was sent: ${fault.message}`);
      throw new FileNotScanned();
    });
    if (threat) throw new FileInfected(threat);
  }

  async forget(...keys: string[]): Promise<void> {
    await this.rows.delete({ key: In(keys) });
  }

  /** Once for a file, however often it is asked. @throws what kept the scanner from it: another try may do */
  async scan(key: string): Promise<void> {
    const scan = await this.rows.findOneBy({ key, state: In(WAITING) });
    if (!scan) return;
    try {
      await this.settle(scan, await this.clamd.scan(await this.storage.open(key)));
    } catch (fault) {
      if (fault instanceof FileNotFound) return this.forget(key);
      this.logger.warn(`${key} was not scanned, and will be tried again: ${(fault as Error).message}`);
      await this.rows.update({ key, state: In(WAITING) }, { state: 'failed', triedAt: () => 'now()' });
      throw fault;
    }
  }

  private async refusalOf(key: string): Promise<DomainError | null> {
    const scan = await this.rows.findOneBy({ key });
    if (scan?.state === 'infected') return new FileHeld(scan.threat ?? '');
    if (!this.clamd.isConfigured) return null; // what waited for a scanner that was taken away waits no longer
    if (scan?.state === 'pending') return new FileBeingScanned();
    return scan?.state === 'failed' ? new FileNotScanned() : null;
  }

  private async settle({ key }: FileScan, { threat }: Verdict): Promise<void> {
    await this.transaction.run(async () => {
      const state = threat ? 'infected' : 'clean';
      const { affected } = await this.rows.update(
        { key, state: In(WAITING) },
        { state, threat, triedAt: () => 'now()' },
      );
      if (!affected) return; // a twin was faster
      const scan = await this.rows.findOneByOrFail({ key });
      for (const end of this.ends) await end(scan);
    });
  }

  /** Asks for what waits for too long, and for some of what nobody ever looked at. */
  async sweep(): Promise<void> {
    if (!this.clamd.isConfigured) {
      await this.rows.delete({ state: In(WAITING) });
      return;
    }
    await this.transaction.run(async () => {
      const waiting = await this.rows
        .createQueryBuilder('scan')
        .where({ state: In(WAITING) })
        .andWhere(`scan.triedAt < now() - interval '10 minutes'`)
        .orderBy('scan.triedAt')
        .limit(MOST_AT_ONCE)
        .getMany();
      for (const { key } of waiting) await this.jobs.send(QUEUE, { key }, { key, seconds: 300 });
      for (const key of await this.takeUpOlder(MOST_AT_ONCE - waiting.length)) await this.jobs.send(QUEUE, { key });
    });
  }

  /** Files that came while no scanner was named: they wait from now on. A few at a time, for nobody reads them meanwhile. */
  private async takeUpOlder(most: number): Promise<string[]> {
    const taken: string[] = [];
    for (const { table, column, name } of this.carriers()) {
      if (taken.length >= most) break;
      const rows = await this.transaction.manager.query<{ key: string }[]>(
        `WITH taken AS (
           INSERT INTO file_scans (key, file_name, state)
           SELECT ${column}, ${name}, 'pending' FROM ${table} carrier
           WHERE ${column} IS NOT NULL AND NOT EXISTS (SELECT FROM file_scans scan WHERE scan.key = carrier.${column})
           LIMIT $1
           ON CONFLICT DO NOTHING RETURNING key
         ) SELECT key FROM taken`,
        [most - taken.length],
      );
      taken.push(...rows.map(({ key }) => key));
    }
    return taken;
  }

  /** Where keys of files that people sent stand, as their entities say; what the house makes itself is not scanned. */
  private carriers(): { table: string; column: string; name: string }[] {
    return this.transaction.manager.connection.entityMetadatas.flatMap(({ tableName, columns }) =>
      columns.flatMap(({ query }) => {
        const column = scannedColumn(query);
        const name = columns.find(({ databaseName }) => [`${column}_file_name`, 'file_name'].includes(databaseName));
        return column && name ? [{ table: tableName, column, name: name.databaseName }] : [];
      }),
    );
  }

  private get rows() {
    return this.transaction.manager.getRepository(FileScan);
  }
}
