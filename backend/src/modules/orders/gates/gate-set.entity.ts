import { Column, Entity, Index } from 'typeorm';
import { BaseEntity } from '../../../platform/database/base.entity';
import type { GateKey } from '../vocabulary';
import type { GateDays } from './gate.vocabulary';

/** A gate as a set lays it on a line. */
export interface GateOfSet {
  key: GateKey;
  name: string;
  days: GateDays;
}

/** The gates that a line of some kind of fabric has to pass. */
@Entity('gate_sets')
@Index('uq_gate_sets_name', { synchronize: false })
@Index('uq_gate_sets_default', { synchronize: false })
export class GateSet extends BaseEntity {
  @Column('varchar', { length: 100 })
  name: string;

  /** In lower case; one of them in the fabric type, or in the CAD of the line, makes it this set's. */
  @Column('jsonb', { default: () => "'[]'" })
  words: string[];

  @Column('jsonb')
  gates: GateOfSet[];

  /** Sets are tried in this order; the first that fits counts. */
  @Column('integer', { default: 0 })
  position: number;

  /** Taken where no set's words fit; there is one such set. */
  @Column('boolean', { default: false })
  isDefault: boolean;
}
