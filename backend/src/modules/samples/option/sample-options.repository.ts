import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { VersionedRepository } from '../../../platform/database/versioned.repository';
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
}
