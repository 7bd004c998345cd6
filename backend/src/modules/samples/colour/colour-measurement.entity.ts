import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { BaseEntity } from '../../../platform/database/base.entity';
import { SampleOption } from '../option/sample-option.entity';
import { ColourStandard } from './colour-standard.entity';

/** An option as measured, under the light of the standard that it is held against. */
@Entity('colour_measurements')
@Check('ck_colour_measurements_l', 'l BETWEEN 0 AND 100')
@Index('uq_colour_measurements_option', ['standardId', 'optionId'], { unique: true })
@Index('ix_colour_measurements_option_id', ['optionId'])
export class ColourMeasurement extends BaseEntity {
  @ManyToOne(() => ColourStandard, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  standard: ColourStandard;

  @Column('uuid')
  standardId: string;

  @ManyToOne(() => SampleOption, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  option: SampleOption;

  @Column('uuid')
  optionId: string;

  @Column('numeric', { precision: 7, scale: 4 })
  l: string;

  @Column('numeric', { precision: 7, scale: 4 })
  a: string;

  @Column('numeric', { precision: 7, scale: 4 })
  b: string;
}
