import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { changesBetween, isUnchanged, type Changes, type EventSubject } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import { AttachmentDto, type FileLinkDto } from '../../../platform/storage/attachment.dto';
import { Attachments } from '../../../platform/storage/attachments';
import { DiscardedFiles } from '../../../platform/storage/discarded-files';
import type { IncomingFile } from '../../../platform/storage/receives-file';
import { NoFileYet } from '../../../platform/storage/storage.errors';
import type { Attachment } from '../../../platform/storage/with-attachment';
import { today, type Day } from '../../../platform/values/day';
import { momentOn, pastDay } from '../../../platform/values/past-day';
import type { Actor } from '../../auth/access/actor';
import { User } from '../../auth/users/user.entity';
import { ApprovalsService } from '../../orders/approvals/approvals.service';
import { LinesRepository } from '../../orders/line/lines.repository';
import { OrderReferences } from '../../orders/order-references';
import type { ApprovalStatus } from '../../orders/vocabulary';
import { Sample } from './sample.entity';
import {
  SampleApproved,
  SampleCreated,
  SampleDeleted,
  SampleRejected,
  SampleSubmitted,
  SampleFileAttached,
  SampleFileRemoved,
  SampleUpdated,
} from './sample.events';
import type {
  ApproveSampleDto,
  CreateSampleDto,
  RejectSampleDto,
  SubmitSampleDto,
  UpdateSampleDto,
} from './samples.dto';
import { SamplesRepository } from './samples.repository';
import { GATE_OF } from '../vocabulary';

const TOLD = [
  'orderLineId',
  'type',
  'version',
  'submissionDate',
  'recipient',
  'courierName',
  'awbNumber',
  'notes',
] as const satisfies readonly (keyof Sample)[];

/** Samples round by round. Sending one, and the buyer's decision on it, are recorded on the gate of its line as well. */
@Injectable()
export class SamplesService {
  constructor(
    private readonly samples: SamplesRepository,
    private readonly references: OrderReferences,
    private readonly lines: LinesRepository,
    private readonly approvals: ApprovalsService,
    private readonly attachments: Attachments,
    private readonly discarded: DiscardedFiles,
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

  /** The next round of its type for its line. @throws NoSuchReference 400 */
  create(body: CreateSampleDto, actor: Actor): Promise<Sample> {
    return this.transaction.run(async () => {
      const { orderId, orderLineId, type, ...fields } = body;
      const order = await this.references.lockOrder(orderId, actor, 'sample.write');
      const line = orderLineId ? await this.references.lineOf(orderId, orderLineId) : null;
      const sample = Object.assign(new Sample(), fields, { order, orderId, status: 'pending' as const });
      sample.become(type, line);
      sample.version = await this.samples.nextVersion(sample.roundOfId, type);
      await this.samples.insert(sample);
      await this.outbox.record(new SampleCreated(subject(sample), actor, changesBetween(new Sample(), sample, TOLD)));
      return sample;
    });
  }

  /** Changes what is sent. @throws ResourceNotFound 404, StaleVersion 412, SampleAlreadySent 409, DecidedBeforeSubmission 422 */
  update(id: string, body: UpdateSampleDto, actor: Actor, expected?: number): Promise<Sample> {
    return this.transaction.run(async () => {
      const sample = await this.samples.getForUpdate(id, actor, 'sample.write', expected);
      const before = { ...sample };
      const { orderLineId = sample.orderLineId, type = sample.type, ...fields } = body;
      Object.assign(sample, fields);
      sample.refuseSubmissionAfterDecision();
      if (orderLineId !== sample.orderLineId || type !== sample.type) {
        sample.become(type, orderLineId ? await this.references.lineOf(sample.orderId, orderLineId) : null);
        sample.version = await this.samples.nextVersion(sample.roundOfId, type);
      }
      const changes = changesBetween(before, sample, TOLD);
      if (isUnchanged(changes)) return sample;
      await this.samples.save(sample);
      await this.outbox.record(new SampleUpdated(subject(sample), actor, changes));
      return sample;
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

  /** Sends it to the buyer. @throws IllegalTransition 409, InvalidInput 400 for a day to come, ResourceNotFound 404, StaleVersion 412 */
  submit(id: string, body: SubmitSampleDto, actor: Actor, expected?: number): Promise<Sample> {
    return this.transaction.run(async () => {
      const sample = await this.samples.getForUpdate(id, actor, 'sample.write', expected);
      const before = { ...sample };
      const day = this.today();
      const planned = sample.submissionDate && sample.submissionDate <= day ? sample.submissionDate : undefined;
      const submissionDate = pastDay('submissionDate', body.submissionDate ?? planned, day);
      sample.submit({ ...body, submissionDate });
      await this.samples.save(sample);
      const changes = changesBetween(before, sample, ['status', ...TOLD]);
      await this.outbox.record(
        new SampleSubmitted(subject(sample), actor, round(sample, changes), momentOn(submissionDate, day)),
      );
      await this.recordGate(sample, sample.version === 1 ? 'submission' : 'resubmission', submissionDate, null, actor);
      return sample;
    });
  }

  /** @throws IllegalTransition 409, DecidedBeforeSubmission 422, InvalidInput 400 for a day to come, ResourceNotFound 404, StaleVersion 412 */
  approve(id: string, { notes = null, decidedOn }: ApproveSampleDto, actor: Actor, expected?: number): Promise<Sample> {
    return this.transaction.run(async () => {
      const sample = await this.samples.getForUpdate(id, actor, 'sample.decide', expected);
      const before = { ...sample };
      const day = this.today();
      const on = pastDay('decidedOn', decidedOn, day);
      sample.approve(person(actor), on, notes);
      await this.samples.save(sample);
      const changes = changesBetween(before, sample, ['status', 'decidedOn', 'approvalNotes']);
      await this.outbox.record(
        new SampleApproved(subject(sample), actor, { ...round(sample, changes), notes }, momentOn(on, day)),
      );
      await this.recordGate(sample, 'approved', on, notes, actor);
      return sample;
    });
  }

  /** @throws IllegalTransition 409, DecidedBeforeSubmission 422, InvalidInput 400 for a day to come, ResourceNotFound 404, StaleVersion 412 */
  reject(id: string, { reason, decidedOn }: RejectSampleDto, actor: Actor, expected?: number): Promise<Sample> {
    return this.transaction.run(async () => {
      const sample = await this.samples.getForUpdate(id, actor, 'sample.decide', expected);
      const before = { ...sample };
      const day = this.today();
      const on = pastDay('decidedOn', decidedOn, day);
      sample.reject(person(actor), on, reason);
      await this.samples.save(sample);
      const changes = changesBetween(before, sample, ['status', 'decidedOn', 'rejectionReason']);
      await this.outbox.record(
        new SampleRejected(subject(sample), actor, { ...round(sample, changes), reason }, momentOn(on, day)),
      );
      await this.recordGate(sample, 'rejected', on, reason, actor);
      return sample;
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
    return this.attachments.keep(`samples/attachments/${orderId}/`, file, (attachment) =>
      this.exchangeFile(id, attachment, actor, expected),
    );
  }

  /** @throws NoFileYet 404, ResourceNotFound 404, StaleVersion 412 */
  async removeFile(id: string, actor: Actor, expected?: number): Promise<void> {
    await this.exchangeFile(id, null, actor, expected);
  }

  private exchangeFile(
    id: string,
    attachment: Attachment | null,
    actor: Actor,
    expected: number | undefined,
  ): Promise<Sample> {
    return this.transaction.run(async () => {
      const sample = await this.samples.getForUpdate(id, actor, 'sample.write', expected);
      const replaced = sample.attachment;
      if (!attachment && !replaced) throw new NoFileYet();
      sample.attachment = attachment;
      await this.samples.save(sample);
      const FileExchanged = attachment ? SampleFileAttached : SampleFileRemoved;
      const changes = {
        before: { attachment: AttachmentDto.from(replaced) },
        after: { attachment: AttachmentDto.from(attachment) },
      };
      await this.outbox.record(new FileExchanged(subject(sample), actor, changes));
      await this.discarded.add(replaced);
      return sample;
    });
  }

  /** The line's gate follows its sample; a line in the trash has none that anybody looks at. */
  private async recordGate(
    sample: Sample,
    status: ApprovalStatus,
    occurredOn: Day,
    notes: string | null,
    actor: Actor,
  ): Promise<void> {
    const approvalType = GATE_OF[sample.type];
    if (!approvalType || !sample.orderLine) return;
    const line = await this.lines.getForUpdate(sample.orderLine.id, actor, 'sample.write');
    await this.approvals.record(line, { approvalType, status, notes, occurredOn }, actor);
  }

  private today(): Day {
    return today(this.config.TZ_HOUSE);
  }
}

/** What changed, with the round that it is about. */
const round = (sample: Sample, changes: Changes) => ({ ...changes, type: sample.type, version: sample.version });

const person = (actor: Actor): User => Object.assign(new User(), { id: actor.id, fullName: actor.fullName });

const subject = ({ id, rowVersion, orderId, orderLineId }: Sample): EventSubject => ({
  id,
  rowVersion,
  orderId,
  orderLineId,
});
