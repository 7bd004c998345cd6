import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { changesBetween, isUnchanged } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { Actor } from '../../auth/access/actor';
import { subject, withRound } from '../sample/sample-told';
import type { Sample } from '../sample/sample.entity';
import { SampleOptionAdded, SampleOptionRemoved, SampleOptionUpdated } from '../sample/sample.events';
import { SamplesRepository } from '../sample/samples.repository';
import { OPTION_LABELS, type OptionLabel } from '../vocabulary';
import { OptionNotFound, OptionNotSent, OptionsDecided, OptionsFull, OptionTaken } from './option.errors';
import { SampleOption } from './sample-option.entity';
import type { CreateSampleOptionDto, UpdateSampleOptionDto } from './sample-options.dto';
import { SampleOptionsRepository } from './sample-options.repository';

const TOLD = ['label', 'notes', 'remarks', 'verdict'] as const satisfies readonly (keyof SampleOption)[];
type Told = Pick<SampleOption, (typeof TOLD)[number]>;

/** The options of a round. They are parts of their sample: each change moves its version on. */
@Injectable()
export class SampleOptionsService {
  constructor(
    private readonly samples: SamplesRepository,
    private readonly options: SampleOptionsRepository,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  /** @throws OptionTaken 409, OptionsFull 409, OptionsDecided 409, ResourceNotFound 404, StaleVersion 412 */
  add(id: string, body: CreateSampleOptionDto, actor: Actor, expected?: number): Promise<Sample> {
    return this.transaction.run(async () => {
      const sample = await this.open(id, actor, expected);
      const taken = (await this.options.ofSample(id)).map(({ label }) => label);
      if (body.label && taken.includes(body.label)) throw new OptionTaken(body.label);
      const label = body.label ?? OPTION_LABELS.find((free) => !taken.includes(free));
      if (!label) throw new OptionsFull();
      const option = Object.assign(new SampleOption(), { sampleId: id, label, notes: body.notes ?? null });
      await this.options.insert(option);
      return this.told(SampleOptionAdded, sample, new SampleOption(), option, actor);
    });
  }

  /**
   * Changes what is sent. Once the round is decided only what was said of it may still be written.
   * @throws OptionNotFound 404, OptionsDecided 409, OptionNotSent 409, StaleVersion 412
   */
  update(
    id: string,
    label: OptionLabel,
    body: UpdateSampleOptionDto,
    actor: Actor,
    expected?: number,
  ): Promise<Sample> {
    return this.transaction.run(async () => {
      const sample = await this.samples.getForUpdate(id, actor, 'sample.write', expected);
      const option = await this.labelled(id, label);
      const before = { ...option };
      if (sample.decidedOn && (body.notes !== undefined || body.verdict !== undefined)) throw new OptionsDecided();
      if (body.verdict && sample.status === 'pending') throw new OptionNotSent();
      Object.assign(option, body);
      if (isUnchanged(changesBetween(before, option, TOLD))) return sample;
      await this.options.save(option);
      return this.told(SampleOptionUpdated, sample, before, option, actor);
    });
  }

  /** To the trash, with what was measured of it. @throws OptionNotFound 404, OptionsDecided 409, StaleVersion 412 */
  remove(id: string, label: OptionLabel, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const sample = await this.open(id, actor, expected);
      const option = await this.labelled(id, label);
      await this.options.trash(option);
      await this.told(SampleOptionRemoved, sample, option, new SampleOption(), actor);
    });
  }

  /** Out of the trash, with what was measured of it. @throws OptionNotFound 404, OptionTaken 409, OptionsDecided 409 */
  restore(id: string, label: OptionLabel, actor: Actor): Promise<Sample> {
    return this.transaction.run(async () => {
      const sample = await this.open(id, actor);
      const taken = (await this.options.ofSample(id)).some((each) => each.label === label);
      if (taken) throw new OptionTaken(label);
      const option = await this.options.findTrashed(id, label);
      if (!option) throw new OptionNotFound();
      await this.options.restore(option);
      return this.told(SampleOptionAdded, sample, new SampleOption(), option, actor);
    });
  }

  /** Locked, and not decided. */
  private async open(id: string, actor: Actor, expected?: number): Promise<Sample> {
    const sample = await this.samples.getForUpdate(id, actor, 'sample.write', expected);
    if (sample.decidedOn) throw new OptionsDecided();
    return sample;
  }

  private async labelled(id: string, label: OptionLabel): Promise<SampleOption> {
    const option = (await this.options.ofSample(id)).find((each) => each.label === label);
    if (!option) throw new OptionNotFound();
    return option;
  }

  private async told(
    Happened: typeof SampleOptionAdded | typeof SampleOptionUpdated | typeof SampleOptionRemoved,
    sample: Sample,
    before: Told,
    after: Told,
    actor: Actor,
  ): Promise<Sample> {
    await this.samples.save(sample);
    const option = after.label ?? before.label;
    const changes = withRound(sample, changesBetween(before, after, TOLD));
    await this.outbox.record(new Happened(subject(sample), actor, { ...changes, option }));
    return this.samples.get(sample.id, actor);
  }
}
