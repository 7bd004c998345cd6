import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Transaction } from '../../../platform/database/transaction';
import { VersionedRepository } from '../../../platform/database/versioned.repository';
import type { OptionLabel } from '../vocabulary';
import { SampleOption } from './sample-option.entity';

/** Options of samples that the caller has shown to be visible. */
@Injectable()
export class SampleOptionsRepository extends VersionedRepository<SampleOption> {
  constructor(transaction: Transaction) {
    super(transaction, SampleOption);
  }

  ofSample(sampleId: string): Promise<SampleOption[]> {
    return this.rows.find({ where: { sampleId }, order: { label: 'ASC' } });
  }

  /** The last of this label that went to the trash. */
  findTrashed(sampleId: string, label: OptionLabel): Promise<SampleOption | null> {
    return this.rows.findOne({
      where: { sampleId, label, deletedAt: Not(IsNull()) },
      order: { deletedAt: 'DESC' },
      withDeleted: true,
    });
  }
}
