import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { changesBetween, isUnchanged } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import type { FileLinkDto } from '../../../platform/storage/attachment.dto';
import { Attachments } from '../../../platform/storage/attachments';
import { CarriedFiles, type Carrier } from '../../../platform/storage/carried-files';
import type { IncomingFile } from '../../../platform/storage/receives-file';
import { today, type Day } from '../../../platform/values/day';
import { pastDay } from '../../../platform/values/past-day';
import type { Actor } from '../../auth/access/actor';
import { OrderReferences } from '../../orders/order-references';
import { ReadingsService } from '../colour/readings.service';
import { SampleOptionsService } from '../option/sample-options.service';
import { subject, TOLD } from './sample-told';
import { Sample } from './sample.entity';
import {
  SampleCreated,
  SampleDeleted,
  SampleFileAttached,
  SampleFileRemoved,
  SampleRestored,
  SampleUpdated,
} from './sample.events';
import { RoundWaits } from './sample.errors';
import type { CreateSampleDto, NextRoundDto, UpdateSampleDto } from './samples.dto';
import { SamplesRepository } from './samples.repository';

/** Samples round by round. How one is sent, received and decided: SampleStepsService. */
@Injectable()
export class SamplesService {
  constructor(
    private readonly samples: SamplesRepository,
    private readonly references: OrderReferences,
    private readonly options: SampleOptionsService,
    private readonly readings: ReadingsService,
    private readonly attachments: Attachments,
    private readonly files: CarriedFiles,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(asked: ListQuery, actor: Actor): Promise<Page<Sample>> {
    return this.samples.list(asked, actor);
  }

  /** @throws ResourceNotFound 404 */
  get(id: string, actor: Actor): Promise<Sample> {
    return this.samples.get(id, actor);
  }

  /** The next round of its type for its line. @throws NoSuchReference 400, RoundWaits 409 unless it is meant `again` */
  create(body: CreateSampleDto, actor: Actor): Promise<Sample> {
    return this.transaction.run(async () => {
      const { orderId, orderLineId, type, again = false, ...fields } = body;
      const order = await this.references.lockOrder(orderId, actor, 'sample.write');
      const line = orderLineId ? await this.references.lineOf(orderId, orderLineId) : null;
      const sample = Object.assign(new Sample(), fields, { order, orderId, status: 'pending' as const });
      sample.become(type, line);
      const waiting = line && !again ? await this.samples.findWaiting(sample.roundOfId, type) : null;
      if (waiting) throw new RoundWaits(waiting.version, waiting.status === 'submitted');
      sample.version = await this.samples.nextVersion(sample.roundOfId, type);
      await this.samples.insert(sample);
      await this.outbox.record(new SampleCreated(subject(sample), actor, changesBetween(new Sample(), sample, TOLD)));
      return this.samples.get(sample.id, actor);
    });
  }

  /**
   * Changes what is sent.
   * @throws ResourceNotFound 404, StaleVersion 412, SampleAlreadySent 409, InParcel 409, InvalidInput 400 for a receipt to
   *   come, and 422 for days that cannot follow one another
   */
  update(id: string, body: UpdateSampleDto, actor: Actor, expected?: number): Promise<Sample> {
    return this.transaction.run(async () => {
      const sample = await this.samples.getForUpdate(id, actor, 'sample.write', expected);
      const before = { ...sample };
      const { orderLineId = sample.orderLineId, type = sample.type, ...fields } = body;
      sample.refuseOwnWayOutOfParcel(fields);
      if (fields.receivedOn) pastDay('receivedOn', fields.receivedOn, this.today());
      Object.assign(sample, fields);
      sample.refuseImpossibleDays();
      const becomesAnother = orderLineId !== sample.orderLineId || type !== sample.type;
      if (becomesAnother) {
        sample.become(type, orderLineId ? await this.references.lineOf(sample.orderId, orderLineId) : null);
        sample.version = await this.samples.nextVersion(sample.roundOfId, type);
      }
      const changes = changesBetween(before, sample, TOLD);
      if (isUnchanged(changes)) return sample;
      await this.samples.save(sample);
      await this.outbox.record(new SampleUpdated(subject(sample), actor, changes));
      return becomesAnother ? this.samples.get(id, actor) : sample;
    });
  }

  /** To the trash. @throws SampleDecided 409, ResourceNotFound 404, StaleVersion 412 */
  delete(id: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const sample = await this.samples.getForUpdate(id, actor, 'sample.write', expected);
      sample.refuseDeletionOnceDecided();
      await this.samples.trash(sample);
      const { before, after } = changesBetween(sample, new Sample(), TOLD);
      await this.outbox.record(new SampleDeleted(subject(sample), actor, { before, after }));
    });
  }

  /** From the trash. @throws ResourceNotFound 404 */
  restore(id: string, actor: Actor): Promise<Sample> {
    return this.transaction.run(async () => {
      const sample = await this.samples.restore(await this.samples.getTrashed(id, actor));
      await this.outbox.record(new SampleRestored(subject(sample), actor, changesBetween(new Sample(), sample, TOLD)));
      return sample;
    });
  }

  /**
   * The round after one that was refused: same line and type, same standards and tolerances; its options only if wanted.
   * @throws RoundNotRefused 409, NewerRoundExists 409, ResourceNotFound 404
   */
  addNextRound(id: string, { withOptions = false }: NextRoundDto, actor: Actor): Promise<Sample> {
    return this.transaction.run(async () => {
      await this.samples.getForUpdate(id, actor, 'sample.write');
      const refused = await this.samples.get(id, actor); // as whoever held the lock before left its track and options
      refused.refuseNextRound();
      const { orderId, orderLineId, type, recipient, courierName } = refused;
      const next = await this.create({ orderId, orderLineId, type, recipient, courierName, again: true }, actor);
      await this.readings.carryStandards(id, next.id);
      if (withOptions)
        for (const { label, notes } of refused.options) await this.options.add(next.id, { label, notes }, actor);
      return this.samples.get(next.id, actor);
    });
  }

  /** A link to its file. @throws NoFileYet 404, ResourceNotFound 404 */
  async linkToFile(id: string, actor: Actor): Promise<FileLinkDto> {
    const { attachment } = await this.samples.get(id, actor);
    return this.attachments.linkTo(attachment);
  }

  /** In place of the file that it had. @throws ResourceNotFound 404, StaleVersion 412, StorageUnavailable 503, StorageFull 507 */
  async attachFile(id: string, file: IncomingFile, actor: Actor, expected?: number): Promise<Sample> {
    const { orderId } = await this.samples.get(id, actor);
    return this.files.put(`samples/attachments/${orderId}/`, file, this.carrier(id, actor, expected));
  }

  /** @throws NoFileYet 404, ResourceNotFound 404, StaleVersion 412 */
  async removeFile(id: string, actor: Actor, expected?: number): Promise<void> {
    await this.files.remove(this.carrier(id, actor, expected));
  }

  private carrier(id: string, actor: Actor, expected: number | undefined): Carrier<Sample> {
    return {
      field: 'attachment',
      lock: () => this.samples.getForUpdate(id, actor, 'sample.write', expected),
      save: async (sample, changes, attached) => {
        await this.samples.save(sample);
        const FileExchanged = attached ? SampleFileAttached : SampleFileRemoved;
        await this.outbox.record(new FileExchanged(subject(sample), actor, changes));
      },
    };
  }

  private today(): Day {
    return today(this.config.TZ_HOUSE);
  }
}
