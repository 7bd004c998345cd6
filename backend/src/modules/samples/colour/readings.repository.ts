import { Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/base.entity';
import { Transaction } from '../../../platform/database/transaction';
import { VersionedRepository } from '../../../platform/database/versioned.repository';
import type { SampleOption } from '../option/sample-option.entity';
import type { LabText } from '../round-rows';
import { ColourMeasurement } from './colour-measurement.entity';
import { ColourStandard } from './colour-standard.entity';
import type { Light } from './verdict';

/** Standards and measurements of samples that the caller has shown to be visible. */
@Injectable()
export class ReadingsRepository extends VersionedRepository<ColourStandard> {
  constructor(transaction: Transaction) {
    super(transaction, ColourStandard);
  }

  ofSample(sampleId: string): Promise<ColourStandard[]> {
    return this.rows.findBy({ sampleId });
  }

  find(sampleId: string, { illuminant, observer }: Light): Promise<ColourStandard | null> {
    return this.rows.findOneBy({ sampleId, illuminant, observer });
  }

  /** In place of all that was measured against this standard. */
  async replaceMeasurements(
    { id }: ColourStandard,
    measured: readonly { option: SampleOption; lab: LabText }[],
  ): Promise<void> {
    const measurements = this.transaction.manager.getRepository(ColourMeasurement);
    await measurements.delete({ standardId: id });
    await measurements.insert(
      measured.map(({ option, lab: { l, a, b } }) => ({ id: newId(), standardId: id, optionId: option.id, l, a, b })),
    );
  }
}
