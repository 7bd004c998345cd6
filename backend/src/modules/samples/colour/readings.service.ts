import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { InvalidInput, ResourceNotFound, type FieldErrors } from '../../../platform/errors/domain-error';
import { changesBetween } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { Actor } from '../../auth/access/actor';
import type { SampleOption } from '../option/sample-option.entity';
import { SampleOptionsRepository } from '../option/sample-options.repository';
import type { ReadingRow } from '../round-rows';
import { subject, withRound } from '../sample/sample-told';
import type { Sample } from '../sample/sample.entity';
import { SampleMeasured, SampleReadingRemoved } from '../sample/sample.events';
import { SamplesRepository } from '../sample/samples.repository';
import { ColourStandard } from './colour-standard.entity';
import { ReadingDto, type MeasureSampleDto, type ToleranceDto } from './readings.dto';
import { ReadingsRepository } from './readings.repository';
import type { Light } from './verdict';

/** What a spectrophotometer read of a round, light by light. Readings are parts of their sample and move its version on. */
@Injectable()
export class ReadingsService {
  constructor(
    private readonly samples: SamplesRepository,
    private readonly options: SampleOptionsRepository,
    private readonly readings: ReadingsRepository,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Writes down all that was read under one light, in place of what was there for it; the other lights stay. Also once
   * the round is decided: a report may come late.
   * @throws InvalidInput 400 for an option that the round has not, or twice; ResourceNotFound 404, StaleVersion 412
   */
  measure(id: string, light: Light, body: MeasureSampleDto, actor: Actor, expected?: number): Promise<Sample> {
    return this.transaction.run(async () => {
      const sample = await this.locked(id, actor, expected);
      const measured = measuredOf(body, await this.options.ofSample(id));
      const known = await this.readings.find(id, light);
      const standard = Object.assign(known ?? new ColourStandard(), {
        sampleId: id,
        ...light,
        ...labOf(body.standard),
        ...toleranceOf(body.tolerance),
      });
      if (known) await this.readings.save(standard);
      else await this.readings.insert(standard);
      await this.readings.replaceMeasurements(standard, measured);
      return this.told(SampleMeasured, sample, light, actor);
    });
  }

  /** As it was before a change: what the change did not touch stays as it is now. @throws ResourceNotFound 404 */
  putBack(id: string, light: Light, before: Partial<ReadingDto>, actor: Actor): Promise<Sample> {
    return this.transaction.run(async () => {
      const sample = await this.locked(id, actor);
      const { standard, tolerance, options } = { ...toldOf(sample.readings, light), ...before };
      if (!standard || !tolerance || !options) throw new ResourceNotFound('reading');
      const measured = options.map(({ label, ...lab }) => ({ label, ...labOf(lab) }));
      return this.measure(id, light, { standard, tolerance, options: measured }, actor);
    });
  }

  /** @throws ResourceNotFound 404, StaleVersion 412 */
  remove(id: string, light: Light, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const sample = await this.locked(id, actor, expected);
      const standard = await this.readings.find(id, light);
      if (!standard) throw new ResourceNotFound('reading');
      await this.readings.trash(standard);
      await this.told(SampleReadingRemoved, sample, light, actor);
    });
  }

  /** The next round aims at the same standards, by the same tolerances. Inside the caller's transaction. */
  async carryStandards(fromId: string, toId: string): Promise<void> {
    const standards = await this.readings.ofSample(fromId);
    await this.readings.insert(
      ...standards.map(
        ({ id: _id, createdAt: _createdAt, updatedAt: _updatedAt, rowVersion: _rowVersion, ...standard }) =>
          Object.assign(new ColourStandard(), standard, { sampleId: toId }),
      ),
    );
  }

  /** Read once it is locked, as whoever held the lock before left its readings. */
  private async locked(id: string, actor: Actor, expected?: number): Promise<Sample> {
    await this.samples.getForUpdate(id, actor, 'sample.write', expected);
    return this.samples.get(id, actor);
  }

  private async told(
    Happened: typeof SampleMeasured | typeof SampleReadingRemoved,
    sample: Sample,
    light: Light,
    actor: Actor,
  ): Promise<Sample> {
    await this.samples.save(sample);
    const now = await this.samples.get(sample.id, actor);
    const [before, after] = [toldOf(sample.readings, light), toldOf(now.readings, light)];
    const changes = changesBetween(before, after, ['standard', 'tolerance', 'options']);
    const verdicts = after.options?.map(({ label, passes }) => ({ label, passes }));
    await this.outbox.record(
      new Happened(subject(sample), actor, { ...withRound(sample, changes), ...light, verdicts: verdicts ?? [] }),
    );
    return now;
  }
}

const toldOf = (readings: readonly ReadingRow[], { illuminant, observer }: Light): Partial<ReadingDto> => {
  const row = readings.find((each) => each.illuminant === illuminant && each.observer === observer);
  return row ? ReadingDto.from(row) : {};
};

const labOf = ({ l, a, b }: { l: string; a: string; b: string }) => ({ l, a, b });

const toleranceOf = ({ formula, lightness, chroma, limit }: ToleranceDto) => ({
  formula,
  cmcLightness: formula === 'cmc' ? (lightness ?? '2') : null,
  cmcChroma: formula === 'cmc' ? (chroma ?? '1') : null,
  toleranceLimit: limit,
});

function measuredOf({ options }: MeasureSampleDto, known: readonly SampleOption[]) {
  const errors: FieldErrors = {};
  const measured = options.flatMap(({ label, ...lab }, index) => {
    const option = known.find((each) => each.label === label);
    const twice = options.findIndex((each) => each.label === label) < index;
    if (!option) errors[`options.${index}.label`] = ['There is no such option in this round.'];
    else if (twice) errors[`options.${index}.label`] = ['This option is measured twice here.'];
    return option ? [{ option, lab: labOf(lab) }] : [];
  });
  if (Object.keys(errors).length) throw new InvalidInput(errors);
  return measured;
}
