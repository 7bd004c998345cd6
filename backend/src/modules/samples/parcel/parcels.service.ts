import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { InvalidInput, ResourceNotFound } from '../../../platform/errors/domain-error';
import { changesBetween, isUnchanged, type EventSubject } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import { today, type Day } from '../../../platform/values/day';
import { momentOn, pastDay } from '../../../platform/values/past-day';
import type { Actor } from '../../auth/access/actor';
import { lineLabel } from '../../orders/line/lines.dto';
import { NoSuchReference } from '../../orders/orders.errors';
import { SampleStepsService } from '../sample/sample-steps.service';
import { subject, TOLD, withRound } from '../sample/sample-told';
import type { Sample, Sending } from '../sample/sample.entity';
import { SampleUpdated } from '../sample/sample.events';
import { SamplesRepository } from '../sample/samples.repository';
import { Parcel } from './parcel.entity';
import { LastInParcel, NothingToPack, ParcelFull, ParcelOfColleagues, SampleSentBefore } from './parcel.errors';
import {
  ParcelDeleted,
  ParcelPacked,
  ParcelReceiptTakenBack,
  ParcelReceived,
  ParcelRestored,
  ParcelSent,
  ParcelUnpacked,
  ParcelUpdated,
} from './parcel.events';
import {
  MOST_SAMPLES,
  type CreateParcelDto,
  type PackParcelDto,
  type ReceiveParcelDto,
  type UpdateParcelDto,
} from './parcels.dto';
import { ParcelsRepository } from './parcels.repository';

const OF_PARCEL = ['courierName', 'awbNumber', 'recipient', 'sentOn', 'notes'] as const satisfies (keyof Parcel)[];

/** Parcels: many samples go, and arrive, in one deed. */
@Injectable()
export class ParcelsService {
  constructor(
    private readonly parcels: ParcelsRepository,
    private readonly samples: SamplesRepository,
    private readonly steps: SampleStepsService,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(asked: ListQuery, actor: Actor): Promise<Page<Parcel>> {
    return this.parcels.list(asked, actor);
  }

  /** @throws ResourceNotFound 404 */
  get(id: string, actor: Actor): Promise<Parcel> {
    return this.parcels.get(id, actor);
  }

  /**
   * Sends all of these samples in one parcel; the gate of each is recorded.
   * @throws NoSuchReference 400, SampleSentBefore 409, InvalidInput 400 for a day to come or for no sample
   */
  send({ sampleIds, sentOn: on, ...fields }: CreateParcelDto, actor: Actor): Promise<Parcel> {
    return this.transaction.run(async () => {
      const sentOn = pastDay('sentOn', on, this.today());
      const samples = await this.toSend(sampleIds, actor);
      const parcel = Object.assign(new Parcel(), fields, { sentOn, createdById: actor.id });
      await this.parcels.insert(parcel);
      const changes = changesBetween(new Parcel(), parcel, OF_PARCEL);
      const at = momentOn(sentOn, this.today());
      const told = { ...changes, sampleIds: idsOf(samples) };
      await this.outbox.record(new ParcelSent(subjectOf(parcel), actor, told, at));
      await this.steps.send(samples, sendingOf(parcel), actor);
      return this.parcels.get(parcel.id, actor);
    });
  }

  /**
   * These samples went in it as well: sent as the others were, each with its gate.
   * @throws NoSuchReference 400, SampleSentBefore 409, ParcelFull 409, ParcelArrived 409, ParcelOfColleagues 403,
   *   ResourceNotFound 404, StaleVersion 412, InvalidInput 400 for no sample
   */
  pack(id: string, { sampleIds }: PackParcelDto, actor: Actor, expected?: number): Promise<Parcel> {
    return this.transaction.run(async () => {
      const added = await this.toSend(sampleIds, actor);
      const { parcel, samples } = await this.whole(id, actor, expected);
      parcel.refuseOnceArrived();
      if (samples.length + added.length > MOST_SAMPLES) throw new ParcelFull(MOST_SAMPLES);
      await this.parcels.save(parcel);
      await this.outbox.record(new ParcelPacked(subjectOf(parcel), actor, { sampleIds: idsOf(added) }));
      await this.steps.send(added, sendingOf(parcel), actor);
      return this.parcels.get(id, actor);
    });
  }

  /**
   * This sample was not in it after all: it waits to be sent again, and its gate stands as before.
   * @throws LastInParcel 409, ParcelArrived 409, SampleNotWithBuyer 409, SampleAlreadyReceived 409, ParcelOfColleagues 403,
   *   ResourceNotFound 404, StaleVersion 412
   */
  unpack(id: string, sampleId: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const { parcel, samples } = await this.whole(id, actor, expected);
      const sample = samples.find((each) => each.id === sampleId);
      if (!sample) throw new ResourceNotFound('sample in this parcel');
      parcel.refuseOnceArrived();
      if (samples.length === 1) throw new LastInParcel();
      await this.parcels.save(parcel);
      await this.outbox.record(new ParcelUnpacked(subjectOf(parcel), actor, { sampleIds: [sampleId] }));
      await this.steps.unsend([sample], actor);
    });
  }

  /**
   * It was never sent: to the trash, and what was in it waits to be sent again.
   * @throws ParcelArrived 409, SampleNotWithBuyer 409, SampleAlreadyReceived 409, ParcelOfColleagues 403, ResourceNotFound 404,
   *   StaleVersion 412
   */
  delete(id: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const { parcel, samples } = await this.whole(id, actor, expected);
      parcel.refuseOnceArrived();
      parcel.trashedSampleIds = idsOf(samples);
      await this.parcels.trash(parcel);
      const { before } = changesBetween(parcel, new Parcel(), OF_PARCEL);
      const told = { before, after: {}, sampleIds: parcel.trashedSampleIds };
      await this.outbox.record(new ParcelDeleted(subjectOf(parcel), actor, told));
      await this.steps.unsend(samples, actor);
    });
  }

  /**
   * From the trash, with all that was in it and still waits to be sent: that is sent again, as it was.
   * @throws NothingToPack 409, ResourceNotFound 404
   */
  restore(id: string, actor: Actor): Promise<Parcel> {
    return this.transaction.run(async () => {
      const parcel = await this.parcels.getTrashed(id, actor);
      const held = parcel.trashedSampleIds;
      const samples = held.length ? await this.samples.manyForUpdate({ id: held }, actor, 'sample.write') : [];
      const waiting = samples.filter(({ status }) => status === 'pending');
      const nothing = !waiting.length && !samples.some(({ parcelId }) => parcelId === id);
      if (held.length && nothing) throw new NothingToPack();
      parcel.trashedSampleIds = [];
      await this.parcels.restore(parcel);
      const told = changesBetween(new Parcel(), parcel, OF_PARCEL);
      await this.outbox.record(new ParcelRestored(subjectOf(parcel), actor, { ...told, sampleIds: idsOf(waiting) }));
      await this.steps.send(waiting, sendingOf(parcel), actor);
      return parcel;
    });
  }

  /**
   * Changes what is sent, on the parcel and on all that it carries.
   * @throws ResourceNotFound 404, ParcelOfColleagues 403, StaleVersion 412, InvalidInput 400, and 422 for days that cannot
   *   follow one another
   */
  update(id: string, body: UpdateParcelDto, actor: Actor, expected?: number): Promise<Parcel> {
    return this.transaction.run(async () => {
      const { parcel, samples } = await this.whole(id, actor, expected);
      const before = { ...parcel };
      if (body.sentOn) pastDay('sentOn', body.sentOn, this.today());
      Object.assign(parcel, body);
      const changes = changesBetween(before, parcel, OF_PARCEL);
      if (isUnchanged(changes)) return parcel;
      parcel.refuseReceiptBeforeSending('sentOn');
      await this.parcels.save(parcel);
      for (const sample of samples) await this.follow(sample, parcel, actor);
      await this.outbox.record(new ParcelUpdated(subjectOf(parcel), actor, changes));
      return this.parcels.get(id, actor);
    });
  }

  /**
   * It arrived: every sample in it that the buyer has not decided on, and that was not received by itself, is received.
   * @throws ParcelAlreadyReceived 409, ReceivedBeforeSent 422, ParcelOfColleagues 403, ResourceNotFound 404, StaleVersion 412,
   *   InvalidInput 400 for a day to come
   */
  receive(id: string, { receivedOn: told }: ReceiveParcelDto, actor: Actor, expected?: number): Promise<Parcel> {
    return this.transaction.run(async () => {
      const { parcel, samples } = await this.whole(id, actor, expected);
      const receivedOn = pastDay('receivedOn', told, this.today());
      parcel.receive(receivedOn);
      await this.parcels.save(parcel);
      const changes = { before: { receivedOn: null }, after: { receivedOn } };
      const at = momentOn(receivedOn, this.today());
      await this.outbox.record(new ParcelReceived(subjectOf(parcel), actor, changes, at));
      const waiting = samples.filter(({ status, receivedOn: on }) => status === 'submitted' && !on);
      await this.steps.receiveAll(waiting, receivedOn, actor);
      return this.parcels.get(id, actor);
    });
  }

  /** It did not arrive after all. What of it was received stays so: each is taken back by itself. @throws ResourceNotFound 404 */
  takeReceiptBack(id: string, actor: Actor): Promise<void> {
    return this.transaction.run(async () => {
      const { parcel } = await this.whole(id, actor);
      const receivedOn = parcel.takeReceiptBack();
      if (!receivedOn) return;
      await this.parcels.save(parcel);
      const changes = { before: { receivedOn }, after: { receivedOn: null } };
      await this.outbox.record(new ParcelReceiptTakenBack(subjectOf(parcel), actor, changes));
    });
  }

  /**
   * Samples that were not sent yet, locked.
   * @throws NoSuchReference 400, SampleSentBefore 409, InvalidInput 400 for none
   */
  private async toSend(sampleIds: readonly string[], actor: Actor): Promise<Sample[]> {
    const ids = [...new Set(sampleIds)];
    if (!ids.length) throw new InvalidInput({ sampleIds: ['Choose at least one sample.'] });
    const samples = await this.samples.manyForUpdate({ id: ids }, actor, 'sample.write');
    const missing = sampleIds.findIndex((id) => !samples.some((sample) => sample.id === id));
    if (missing >= 0) throw new NoSuchReference(`sampleIds.${missing}`, 'sample');
    const sent = samples.find(({ status }) => status !== 'pending');
    if (sent) throw new SampleSentBefore(nameOf(sent), sent.id);
    return samples;
  }

  /** The parcel with all that it carries, locked: orders, then samples, then the parcel. */
  private async whole(id: string, actor: Actor, expected?: number): Promise<{ parcel: Parcel; samples: Sample[] }> {
    const samples = await this.samples.manyForUpdate({ parcelId: id }, actor, 'sample.write');
    const parcel = await this.parcels.getForUpdate(id, actor, expected);
    if (parcel.contents.length > samples.length) throw new ParcelOfColleagues();
    return { parcel, samples };
  }

  private async follow(sample: Sample, parcel: Parcel, actor: Actor): Promise<void> {
    const before = { ...sample };
    const { courierName, awbNumber, recipient, sentOn } = parcel;
    Object.assign(sample, { courierName, awbNumber, recipient, submissionDate: sentOn });
    sample.refuseImpossibleDays();
    const changes = changesBetween(before, sample, TOLD);
    if (isUnchanged(changes)) return;
    await this.samples.save(sample);
    await this.outbox.record(new SampleUpdated(subject(sample), actor, withRound(sample, changes)));
  }

  private today(): Day {
    return today(this.config.TZ_HOUSE);
  }
}

const idsOf = (samples: readonly Sample[]): string[] => samples.map(({ id }) => id);

const subjectOf = ({ id, rowVersion }: Parcel): EventSubject => ({ id, rowVersion });

/** How whatever is in it goes. */
const sendingOf = ({ id, sentOn, courierName, awbNumber, recipient }: Parcel): Sending => ({
  submissionDate: sentOn,
  courierName,
  awbNumber,
  recipient,
  parcelId: id,
});

/** `lab dip, round 2 of MT-2291 · White` */
function nameOf({ type, version, order, orderLine }: Sample): string {
  const what = orderLine ? lineLabel(orderLine, orderLine.style.styleNumber) : order.orderNumber;
  return `${type.replaceAll('_', ' ').replace(/^pp /, 'PP ')}, round ${version} of ${what}`;
}
