import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { newId } from '../../database/base.entity';
import { Transaction } from '../../database/transaction';
import { InvalidInput } from '../../errors/domain-error';
import { Jobs } from '../../jobs/jobs';
import { inKeyOrder, isFileKey, Storage, type ListedFile, type Listing } from '../storage';
import { MoreUnusedThanSeen } from '../storage.errors';
import { EXPECTED, NamedFiles, type NamedFile } from './named-files';
import { StorageSweep } from './storage-sweep.entity';

const QUEUE = 'storage-sweeps';
const DAILY_AT = '02:40';
const PAGE = 500;
/** A job ends within 45 seconds; the rest of a sweep is another's. */
const TURN_MS = 15_000;
/** What is younger may be on its way into a row. */
const SPARED_MS = 24 * 60 * 60 * 1000;
/** One that nobody went on with for so long is given up. */
const GIVEN_UP = `touched_at < now() - interval '2 hours'`;
/** More than this, and more than a twentieth of all, is no day's leavings: the database may be the wrong one. */
const MOST_UNASKED = 100;
const ASKED_AT_ONCE = 20;

export interface SweepWish {
  deletes: boolean;
  /** The sweep whose figures somebody has looked at: no more goes than what that one found, however much it is. */
  seenSweepId?: string | undefined;
  askedById?: string | null;
}

/** Our keys are made of ids: a folder, and a name that ends with one. What looks otherwise is somebody else's. */
const OURS = /\/(?:[a-z0-9_-]*-)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:-small)?(?:\.[a-z0-9]{1,8})?$/;
export const isOurs = (key: string): boolean => isFileKey(key) && OURS.test(key);

/**
 * Compares what is stored with what rows name, in the order of keys and a page at a time: files that no row names are deleted,
 * after a day and by the job that deletes all files; rows whose files are gone are noted.
 */
@Injectable()
export class StorageSweeps implements OnApplicationBootstrap {
  private readonly logger = new Logger('storage-sweeps');

  constructor(
    private readonly storage: Storage,
    private readonly named: NamedFiles,
    private readonly transaction: Transaction,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.daily(QUEUE, DAILY_AT, async ({ sweepId }) => {
      if (sweepId) await this.goOn(String(sweepId));
      else await this.begin({ deletes: true });
    });
  }

  /** Where one is at work already, it is that one. @throws InvalidInput 400, MoreUnusedThanSeen 409 */
  begin({ deletes, seenSweepId, askedById = null }: SweepWish): Promise<StorageSweep> {
    return this.transaction.run(async () => {
      const bounds = seenSweepId ? await this.boundsOf(seenSweepId) : {};
      await this.sweeps
        .createQueryBuilder()
        .update()
        .set({ state: 'failed', finishedAt: () => 'now()' })
        .where(`finished_at IS NULL AND ${GIVEN_UP}`)
        .execute();
      const id = newId();
      await this.sweeps
        .createQueryBuilder()
        .insert()
        .values({ id, deletes, ...bounds, askedById })
        .orIgnore()
        .updateEntity(false)
        .execute();
      const sweep = await this.sweeps.findOneByOrFail({ finishedAt: IsNull() });
      await this.jobs.send(QUEUE, { sweepId: sweep.id }, { key: sweep.id, seconds: 2 });
      return sweep;
    });
  }

  /** What that sweep found and nothing else, unless it was found since then that far more is unused. */
  private async boundsOf(seenSweepId: string): Promise<Pick<StorageSweep, 'unusedBefore' | 'mostUnused'>> {
    const seen = await this.sweeps.findOneBy({ id: seenSweepId, state: In(['held', 'done']) });
    if (!seen) throw new InvalidInput({ seenSweepId: ['There is no sweep of this id that came to its end.'] });
    const [last] = await this.sweeps.find({
      where: { state: In(['held', 'done']) },
      order: { startedAt: 'DESC' },
      take: 1,
    });
    const left = last ? last.unused - last.deleted : 0;
    if (left > seen.unused) throw new MoreUnusedThanSeen(seen.unused, left);
    return { unusedBefore: new Date(seen.startedAt.getTime() - SPARED_MS), mostUnused: seen.unused };
  }

  /** For as long as a job may last; what is left then is the next one's. @throws StorageUnavailable 503: another try goes on there */
  async goOn(id: string): Promise<void> {
    for (const until = Date.now() + TURN_MS; Date.now() < until;) {
      const sweep = await this.sweeps.findOneBy({ id, finishedAt: IsNull() });
      if (!sweep) return;
      await this.page(sweep);
    }
    await this.transaction.run(() => this.jobs.send(QUEUE, { sweepId: id }));
  }

  private async page(sweep: StorageSweep): Promise<void> {
    const listing = await this.storage.list(sweep.after, PAGE);
    const named = await this.named.after(sweep.after, PAGE); // after the listing: what is stored meanwhile is not missed
    const end = endOf(listing, named);
    const isBefore = ({ key }: { key: string }) => end === null || inKeyOrder(key, end) <= 0;
    const [stored, wanted] = [listing.files.filter(isBefore), named.filter(isBefore)];
    const names = new Set(wanted.map(({ key }) => key));
    const found = stored.filter((file) => !names.has(file.key) && isOurs(file.key) && isOld(file, sweep.unusedBefore));
    const unused = sweep.state === 'counting' ? found : found.slice(0, sweep.unused - sweep.deleted); // no more than was counted
    const missing = sweep.state === 'counting' ? await this.missingOf(stored, wanted) : [];
    await this.transaction.run(async () => {
      if (!(await this.move(sweep, end, stored, unused, missing))) return; // a twin was faster
      if (sweep.state === 'counting') await this.note(sweep.after, end, missing);
      else for (const { key } of unused) await this.jobs.send('discarded-files', { key, unused: true });
      if (end === null) await this.finish(sweep.id);
    });
  }

  /** Named, not listed, and not there when asked for by name either. */
  private async missingOf(stored: readonly ListedFile[], wanted: readonly NamedFile[]): Promise<NamedFile[]> {
    const there = new Set(stored.map(({ key }) => key));
    const sought = wanted.filter(({ key, carrier }) => carrier !== EXPECTED && !there.has(key));
    const missing: NamedFile[] = [];
    for (let from = 0; from < sought.length; from += ASKED_AT_ONCE) {
      const some = sought.slice(from, from + ASKED_AT_ONCE);
      const exist = await Promise.all(some.map(({ key }) => this.storage.exists(key)));
      missing.push(...some.filter((_, at) => !exist[at]));
    }
    return missing;
  }

  /** False where another has done this page. */
  private async move(
    { id, state, after }: StorageSweep,
    end: string | null,
    stored: readonly ListedFile[],
    unused: readonly ListedFile[],
    missing: readonly NamedFile[],
  ): Promise<boolean> {
    const counted = {
      listed: stored.length,
      listed_bytes: bytesOf(stored),
      unknown: stored.filter(({ key }) => !isOurs(key)).length,
      unused: unused.length,
      unused_bytes: bytesOf(unused),
      missing: missing.length,
    };
    const sums = state === 'counting' ? counted : { deleted: unused.length };
    const names = Object.keys(sums);
    const [, moved] = await this.transaction.manager.query<[unknown, number]>(
      `UPDATE storage_sweeps SET touched_at = now(), after = $3, ${names.map((name, at) => `${name} = ${name} + $${at + 5}`).join(', ')}
        WHERE id = $1 AND state = $2 AND after = $4 AND finished_at IS NULL`,
      [id, state, end ?? after, after, ...Object.values(sums)],
    );
    return moved === 1;
  }

  /** What is missing between two keys, and nothing else there. */
  private async note(after: string, end: string | null, missing: readonly NamedFile[]): Promise<void> {
    const { manager } = this.transaction;
    const keys = missing.map(({ key }) => key);
    await manager.query(
      `DELETE FROM missing_files WHERE key COLLATE "C" > $1 AND ($2::text IS NULL OR key COLLATE "C" <= $2) AND key <> ALL ($3)`,
      [after, end, keys],
    );
    for (const { key, carrier, fileName } of missing)
      await manager.query(
        `INSERT INTO missing_files (id, key, carrier, file_name) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
        [newId(), key, carrier, fileName],
      );
  }

  private async finish(id: string): Promise<void> {
    const sweep = await this.sweeps.findOneByOrFail({ id });
    const { listed, unused, unusedBytes, missing, deleted } = sweep;
    const said = `${listed} files; ${unused} of them unused (${unusedBytes} bytes), ${missing} missing`;
    if (missing && sweep.state === 'counting')
      this.logger.error(
        `${missing} files that rows name are gone from the storage; /administration/storage/missing-files lists them`,
      );
    const isTooMany = unused > (sweep.mostUnused ?? Math.max(MOST_UNASKED, listed / 20));
    if (sweep.state === 'counting' && sweep.deletes && unused && !isTooMany) {
      await this.sweeps.update({ id }, { state: 'deleting', after: '' });
      return;
    }
    const state = sweep.state === 'counting' && sweep.deletes && isTooMany ? 'held' : 'done';
    await this.sweeps.update({ id }, { state, finishedAt: () => 'now()' });
    if (state === 'held')
      this.logger.error(
        `Nothing was deleted, for more is unused than ${sweep.mostUnused === null ? 'usual' : 'was seen'}: ${said}`,
      );
    else this.logger.log(`${said}; ${deleted} sent to be deleted`);
  }

  private get sweeps() {
    return this.transaction.manager.getRepository(StorageSweep);
  }
}

const isOld = ({ modifiedAt }: ListedFile, before: Date | null): boolean =>
  modifiedAt.getTime() < (before?.getTime() ?? Date.now() - SPARED_MS);
const bytesOf = (files: readonly ListedFile[]): number => files.reduce((sum, { size }) => sum + size, 0);

/** The key up to which both sides are known; null where that is to the end. */
function endOf({ files, hasMore }: Listing, named: readonly NamedFile[]): string | null {
  const ends = [hasMore ? files.at(-1)?.key : undefined, named.length === PAGE ? named.at(-1)?.key : undefined];
  const [least] = ends.filter((key) => key !== undefined).sort(inKeyOrder);
  return least ?? null;
}
