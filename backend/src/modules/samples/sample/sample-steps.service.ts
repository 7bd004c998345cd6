import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { changesBetween } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import { today, type Day } from '../../../platform/values/day';
import { momentOn, pastDay } from '../../../platform/values/past-day';
import type { Actor } from '../../auth/access/actor';
import { User } from '../../auth/users/user.entity';
import { approveOption, rejectOptions, reopenOptions } from '../option/option-decision';
import type { SampleOption } from '../option/sample-option.entity';
import { SampleOptionsRepository } from '../option/sample-options.repository';
import type { OptionLabel } from '../vocabulary';
import { SampleGates } from './sample-gates';
import { InParcel } from './sample.errors';
import { subject, TOLD, withRound } from './sample-told';
import type { Sample, Sending } from './sample.entity';
import {
  SampleApproved,
  SampleDecisionTakenBack,
  SampleReceived,
  SampleRejected,
  SampleSendingTakenBack,
  SampleSubmitted,
} from './sample.events';
import type { ApproveSampleDto, ReceiveSampleDto, RejectSampleDto, SubmitSampleDto } from './samples.dto';
import { SamplesRepository } from './samples.repository';

/** Sent, received, decided: the steps of a round. Sending and decision are recorded on the gate of its line as well. */
@Injectable()
export class SampleStepsService {
  constructor(
    private readonly samples: SamplesRepository,
    private readonly options: SampleOptionsRepository,
    private readonly gates: SampleGates,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Sends it to the buyer. @throws IllegalTransition 409, InvalidInput 400 for a day to come, ResourceNotFound 404, StaleVersion 412 */
  submit(id: string, body: SubmitSampleDto, actor: Actor, expected?: number): Promise<Sample> {
    return this.transaction.run(async () => {
      const sample = await this.samples.getForUpdate(id, actor, 'sample.write', expected);
      const day = this.today();
      const planned = sample.submissionDate && sample.submissionDate <= day ? sample.submissionDate : undefined;
      const submissionDate = pastDay('submissionDate', body.submissionDate ?? planned, day);
      await this.send([sample], { ...body, submissionDate }, actor);
      return this.samples.get(id, actor);
    });
  }

  /** Several at once, the same way; inside the caller's transaction, with the samples locked. @throws IllegalTransition 409 */
  async send(samples: readonly Sample[], sending: Sending, actor: Actor): Promise<void> {
    for (const sample of samples) await this.hasGone(sample, sending, actor);
    await this.gates.tell(
      samples.map((sample) => ({
        sample,
        status: sample.version === 1 ? 'submission' : 'resubmission',
        occurredOn: sending.submissionDate,
      })),
      actor,
    );
  }

  /**
   * It was recorded by mistake that it was sent.
   * @throws SampleNotWithBuyer 409, SampleAlreadyReceived 409, InParcel 409, ResourceNotFound 404, StaleVersion 412
   */
  takeSendingBack(id: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const sample = await this.samples.getForUpdate(id, actor, 'sample.write', expected);
      if (sample.parcelId) throw new InParcel();
      await this.unsend([sample], actor);
    });
  }

  /**
   * Several that did not go after all; inside the caller's transaction, with the samples locked. The gate of each stands
   * as if they had never gone.
   * @throws SampleNotWithBuyer 409, SampleAlreadyReceived 409
   */
  async unsend(samples: readonly Sample[], actor: Actor): Promise<void> {
    const sent = samples.map((sample) => ({ sample, on: sample.submissionDate }));
    for (const sample of samples) await this.takeBack(sample, actor);
    await this.gates.takeBack(sent, actor);
  }

  /**
   * Takes back what `sample.submitted` tells; what it told the gate was recorded with it, and is taken back with it.
   * @throws SampleNotWithBuyer 409, SampleAlreadyReceived 409, ResourceNotFound 404
   */
  undoSending(id: string, actor: Actor): Promise<void> {
    return this.transaction.run(async () =>
      this.takeBack(await this.samples.getForUpdate(id, actor, 'sample.write'), actor),
    );
  }

  /** It went after all, as it was told at first; the same of its gate. @throws IllegalTransition 409, ResourceNotFound 404 */
  sendAsBefore(id: string, told: Partial<Sending>, actor: Actor): Promise<void> {
    return this.transaction.run(async () => {
      const sample = await this.samples.getForUpdate(id, actor, 'sample.write');
      const { submissionDate, recipient, courierName, awbNumber, parcelId } = { ...sample, ...told };
      const on = pastDay('submissionDate', submissionDate ?? undefined, this.today());
      await this.hasGone(sample, { submissionDate: on, recipient, courierName, awbNumber, parcelId }, actor);
    });
  }

  /**
   * The buyer got it.
   * @throws SampleNotWithBuyer 409, SampleAlreadyReceived 409, ReceivedBeforeSubmission 422, InvalidInput 400 for a day to come
   */
  receive(id: string, { receivedOn }: ReceiveSampleDto, actor: Actor, expected?: number): Promise<Sample> {
    return this.transaction.run(async () => {
      const sample = await this.samples.getForUpdate(id, actor, 'sample.write', expected);
      await this.receiveAll([sample], pastDay('receivedOn', receivedOn, this.today()), actor);
      return sample;
    });
  }

  /** Several that arrived together; inside the caller's transaction, with the samples locked. */
  async receiveAll(samples: readonly Sample[], receivedOn: Day, actor: Actor): Promise<void> {
    for (const sample of samples) {
      sample.receive(receivedOn);
      await this.samples.save(sample);
      const changes = { before: { receivedOn: null }, after: { receivedOn } };
      const at = momentOn(receivedOn, this.today());
      await this.outbox.record(new SampleReceived(subject(sample), actor, withRound(sample, changes), at));
    }
  }

  /**
   * @throws IllegalTransition 409, DecidedBeforeSubmission 422, DecidedBeforeReceipt 422, OptionUnnamed 422,
   *   OptionRejected 422, InvalidInput 400 for a day to come, ResourceNotFound 404, StaleVersion 412
   */
  approve(id: string, body: ApproveSampleDto, actor: Actor, expected?: number): Promise<Sample> {
    const { notes = null, condition = null, option = null } = body;
    return this.transaction.run(async () => {
      const sample = await this.samples.getForUpdate(id, actor, 'sample.decide', expected);
      const on = pastDay('decidedOn', body.decidedOn, this.today());
      await this.isApproved(sample, { on, notes, condition, option }, actor);
      await this.gates.tell([{ sample, status: 'approved', occurredOn: on, notes, condition }], actor);
      return this.samples.get(id, actor);
    });
  }

  /**
   * @throws IllegalTransition 409, DecidedBeforeSubmission 422, DecidedBeforeReceipt 422, InvalidInput 400 for a day to come,
   *   ResourceNotFound 404, StaleVersion 412
   */
  reject(id: string, { reason, decidedOn }: RejectSampleDto, actor: Actor, expected?: number): Promise<Sample> {
    return this.transaction.run(async () => {
      const sample = await this.samples.getForUpdate(id, actor, 'sample.decide', expected);
      const on = pastDay('decidedOn', decidedOn, this.today());
      await this.isRejected(sample, on, reason, actor);
      await this.gates.tell([{ sample, status: 'rejected', occurredOn: on, notes: reason }], actor);
      return this.samples.get(id, actor);
    });
  }

  /**
   * Takes back what `sample.approved` or `sample.rejected` tells; what it told the gate was recorded with it, and is taken
   * back with it. @param refused options that were rejected by it  @throws NewerRoundExists 409, ResourceNotFound 404
   */
  undoDecision(id: string, refused: readonly OptionLabel[], actor: Actor): Promise<void> {
    return this.transaction.run(async () => {
      const sample = await this.samples.getForUpdate(id, actor, 'sample.decide');
      const before = { ...sample };
      sample.takeDecisionBack();
      const options = await this.options.ofSample(id);
      const option = options.find(({ verdict }) => verdict === 'approved')?.label ?? null;
      reopenOptions(options, refused);
      await this.saveDecision(sample, options);
      const told = { ...withRound(sample, changesBetween(before, sample, DECISION)), option };
      await this.outbox.record(new SampleDecisionTakenBack(subject(sample), actor, told));
    });
  }

  /** The buyer decided after all, as it was told at first; the same of its gate. @throws IllegalTransition 409, ResourceNotFound 404 */
  decideAsBefore(id: string, told: DecisionTold, actor: Actor): Promise<void> {
    return this.transaction.run(async () => {
      const sample = await this.samples.getForUpdate(id, actor, 'sample.decide');
      const on = pastDay('decidedOn', told.decidedOn, this.today());
      if (told.status === 'rejected') return this.isRejected(sample, on, told.rejectionReason ?? '', actor);
      const { approvalNotes: notes = null, approvalCondition: condition = null, option } = told;
      return this.isApproved(sample, { on, notes, condition, option }, actor);
    });
  }

  private async isApproved(
    sample: Sample,
    { on, notes, condition, option: named }: { on: Day; notes: string | null; condition: string | null; option: OptionLabel | null }, // oxfmt-ignore
    actor: Actor,
  ): Promise<void> {
    const before = { ...sample };
    sample.approve(person(actor), on, notes, condition);
    const options = await this.options.ofSample(sample.id);
    const option = approveOption(options, named);
    await this.saveDecision(sample, options);
    const told = { ...withRound(sample, changesBetween(before, sample, DECISION)), notes, option, condition };
    await this.outbox.record(new SampleApproved(subject(sample), actor, told, momentOn(on, this.today())));
  }

  private async isRejected(sample: Sample, on: Day, reason: string, actor: Actor): Promise<void> {
    const before = { ...sample };
    sample.reject(person(actor), on, reason);
    const options = await this.options.ofSample(sample.id);
    const refused = rejectOptions(options);
    await this.saveDecision(sample, options);
    const told = { ...withRound(sample, changesBetween(before, sample, DECISION)), reason, refused };
    await this.outbox.record(new SampleRejected(subject(sample), actor, told, momentOn(on, this.today())));
  }

  private async hasGone(sample: Sample, sending: Sending, actor: Actor): Promise<void> {
    const before = { ...sample };
    sample.submit(sending);
    await this.samples.save(sample);
    const changes = changesBetween(before, sample, ['status', ...TOLD]);
    const at = momentOn(sending.submissionDate, this.today());
    await this.outbox.record(new SampleSubmitted(subject(sample), actor, withRound(sample, changes), at));
  }

  private async takeBack(sample: Sample, actor: Actor): Promise<void> {
    const before = { ...sample };
    sample.takeSendingBack();
    await this.samples.save(sample);
    const changes = changesBetween(before, sample, ['status', ...TOLD]);
    await this.outbox.record(new SampleSendingTakenBack(subject(sample), actor, withRound(sample, changes)));
  }

  private async saveDecision(sample: Sample, options: readonly SampleOption[]): Promise<void> {
    await this.samples.save(sample);
    for (const option of options) await this.options.save(option);
  }

  private today(): Day {
    return today(this.config.TZ_HOUSE);
  }
}

/** What a decision writes on its sample. */
const DECISION = ['status', 'decidedOn', 'approvalNotes', 'approvalCondition', 'rejectionReason'] as const;

/** A decision as its event told of it. */
export type DecisionTold = Pick<Sample, 'status'> &
  Partial<Pick<Sample, 'approvalNotes' | 'approvalCondition' | 'rejectionReason'>> & {
    decidedOn: Day;
    option: OptionLabel | null;
  };

const person = (actor: Actor): User => Object.assign(new User(), { id: actor.id, fullName: actor.fullName });
