import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { inSnapshot, oneAhead } from '../../../platform/database/snapshot';
import { newId } from '../../../platform/database/base.entity';
import { Transaction } from '../../../platform/database/transaction';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import { Jobs } from '../../../platform/jobs/jobs';
import { parseListAddress } from '../../../platform/listing/parse-list-query';
import { Attachments } from '../../../platform/storage/attachments';
import { FILE_TYPES } from '../../../platform/storage/file-types';
import { fileKey, Storage } from '../../../platform/storage/storage';
import type { Attachment } from '../../../platform/storage/with-attachment';
import type { Actor } from '../../auth/access/actor';
import { UsersRepository } from '../../auth/users/users.repository';
import { aboutLines, fileNameOf } from './about';
import type { ExportJob } from './export-job.entity';
import { ExportSources } from './export-sources';
import type { SheetKind } from './export.vocabulary';
import { ExportsAbout } from './exports-about';
import { ExportsRepository } from './exports.repository';
import { PurchaseOrders } from './papers/purchase-orders';
import { SheetWriter } from './sheet-writer';
import { closeWorkFolder, openWorkFolder } from './work-folder';

/** Papers are short: none waits behind a long workbook. */
const QUEUES = ['exports', 'export-papers'] as const;
/** Of somebody for whom the worker works: nothing is laid on them, and nothing asked of them. */
const BACKGROUND = { duty: null, hasSecondFactor: false, proofDeeds: [], provedUntil: null };
export type ExportQueue = (typeof QUEUES)[number];

const SIGN_OF_LIFE_MS = 2_000;
const MOST_TRIES = 4;
/** A queue gives a job to another worker after a while; that one looks again, once in so many seconds. */
const LOOK_AGAIN_SECONDS = 15;
const MOST_BYTES = 2 ** 31 - 1;
const MOST_ROWS = 1_000_000;

/** It is not this worker's any more: cancelled, or begun by another. */
class TakenAway extends Error {}

/** What no further try would mend, as a sentence for whoever asked. */
class CannotBeMade extends Error {}

/** How far a file is. */
interface Progress {
  rows: number;
  total: number | null;
  goesOn: boolean;
}

/** The worker that makes files (docs/architecture.md): takes an export, writes its file, and hands it over. */
@Injectable()
export class ExportRunner implements OnApplicationBootstrap {
  private readonly logger = new Logger('exports');

  constructor(
    private readonly exports: ExportsRepository,
    private readonly sources: ExportSources,
    private readonly about: ExportsAbout,
    private readonly purchaseOrders: PurchaseOrders,
    private readonly users: UsersRepository,
    private readonly storage: Storage,
    private readonly attachments: Attachments,
    private readonly transaction: Transaction,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const queue of QUEUES) await this.jobs.work(queue, ({ exportId }) => this.run(String(exportId), queue));
    await this.jobs.daily('export-sweep', '03:41', async () => void (await this.exports.sweep()));
  }

  /** Once for an export, however many workers are told of it. */
  async run(id: string, queue: ExportQueue = 'exports'): Promise<void> {
    const job = await this.exports.claim(id);
    if (job) return this.make(job);
    if (await this.exports.isHeld(id))
      await this.transaction.run(() =>
        this.jobs.send(queue, { exportId: id }, { key: id, seconds: LOOK_AGAIN_SECONDS }),
      );
  }

  private async make(job: ExportJob): Promise<void> {
    const progress: Progress = { rows: 0, total: null, goesOn: true };
    const life = setInterval(() => void this.tell(job, progress), SIGN_OF_LIFE_MS);
    const folder = await openWorkFolder();
    try {
      const fileName = await this.write(job, join(folder, 'file'), progress);
      await this.handOver(job, join(folder, 'file'), fileName, progress.rows);
    } catch (error) {
      await this.giveUp(job, error);
    } finally {
      clearInterval(life);
      await closeWorkFolder(folder);
    }
  }

  private async tell(job: ExportJob, progress: Progress): Promise<void> {
    const still = await this.exports.renew(job, progress.rows, progress.total).catch(() => true); // the next sign may come through
    if (!still) progress.goesOn = false;
  }

  /** @returns what the file is called */
  private async write(job: ExportJob, path: string, progress: Progress): Promise<string> {
    const actor = await this.actorOf(job);
    if (!job.orderId) return this.writeSheet(job, actor, path, progress);
    const fileName = await this.purchaseOrders.print(job.orderId, actor, path).catch((error: unknown) => {
      throw error instanceof ResourceNotFound ? new CannotBeMade(error.message) : error;
    });
    progress.rows = 1;
    return fileName;
  }

  private async writeSheet(job: ExportJob, actor: Actor, path: string, progress: Progress): Promise<string> {
    const kind = job.kind as SheetKind;
    const source = this.sources.of(kind);
    const asked = parseListAddress(new URL(`http://house/?${job.filter}`), source.list);
    const about = await this.about.of(kind, asked, actor);
    await inSnapshot(this.transaction, async () => {
      const sheet = await source.open(asked, actor);
      progress.total = await sheet.count();
      if (progress.total > MOST_ROWS)
        throw new CannotBeMade('A workbook holds a million rows at most. Narrow the list, or take CSV.');
      const { name, title, otherSteps, frozenColumns } = sheet;
      const writer = new SheetWriter({ kind, otherSteps, book: { path, name, title, frozenColumns } });
      try {
        for await (const records of oneAhead(sheet.batches())) {
          if (!progress.goesOn) throw new TakenAway();
          progress.rows += (await writer.write(records)).rows;
        }
        await writer.close(aboutLines(about, progress.rows));
      } finally {
        await writer.abandon();
      }
    });
    return fileNameOf(about, 'xlsx');
  }

  private async handOver(job: ExportJob, path: string, fileName: string, rows: number): Promise<void> {
    const { contentType } = FILE_TYPES[job.format];
    const key = fileKey(`exports/${job.createdById}/${newId()}.${job.format}`);
    const { size } = await stat(path);
    await this.storage.put(key, createReadStream(path), { contentType, maxBytes: MOST_BYTES });
    const file: Attachment = { key, fileName, contentType, size };
    if (!(await this.exports.finish(job, file, rows))) await this.attachments.drop(key);
  }

  private async giveUp(job: ExportJob, error: unknown): Promise<void> {
    if (error instanceof TakenAway) return;
    if (error instanceof CannotBeMade) {
      await this.exports.fail(job, error.message);
      return;
    }
    this.logger.error(`Export ${job.id} failed: ${String((error as Error).stack)}`);
    if (job.attempt >= MOST_TRIES) {
      await this.exports.fail(job, 'The file could not be made. Ask for it anew; if it fails again, tell your admin.');
      return;
    }
    await this.exports.release(job);
    throw error; // the queue tries again
  }

  /** Whoever asked, as they are now: what they may see may have changed since. */
  private async actorOf({ createdById }: ExportJob): Promise<Actor> {
    const user = await this.users.findActive(createdById);
    if (!user) throw new CannotBeMade('Whoever asked for it has left the house.');
    const { id, role, email, fullName } = user;
    return { id, role, email, fullName, sessionId: '', ...BACKGROUND };
  }
}
