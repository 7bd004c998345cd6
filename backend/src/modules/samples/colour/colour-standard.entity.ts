import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { BaseEntity } from '../../../platform/database/base.entity';
import { sqlList } from '../../orders/vocabulary';
import { Sample } from '../sample/sample.entity';
import {
  ILLUMINANTS,
  OBSERVERS,
  TOLERANCE_FORMULAS,
  type Illuminant,
  type Observer,
  type ToleranceFormula,
} from './vocabulary';

/** What a round aims at under one light: the buyer's standard as measured, and how far from it is still accepted. */
@Entity('colour_standards')
@Check('ck_colour_standards_illuminant', `illuminant IN (${sqlList(ILLUMINANTS)})`)
@Check('ck_colour_standards_observer', `observer IN (${sqlList(OBSERVERS)})`)
@Check('ck_colour_standards_l', 'l BETWEEN 0 AND 100')
@Check('ck_colour_standards_formula', `formula IN (${sqlList(TOLERANCE_FORMULAS)})`)
@Check(
  'ck_colour_standards_weights',
  `num_nulls(cmc_lightness, cmc_chroma) = CASE formula WHEN 'cmc' THEN 0 ELSE 2 END`,
)
@Check('ck_colour_standards_positive', 'cmc_lightness > 0 AND cmc_chroma > 0 AND tolerance_limit > 0')
@Index('uq_colour_standards_light', ['sampleId', 'illuminant', 'observer'], {
  unique: true,
  where: 'deleted_at IS NULL',
})
export class ColourStandard extends BaseEntity {
  @ManyToOne(() => Sample, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  sample: Sample;

  @Column('uuid')
  sampleId: string;

  @Column('varchar', { length: 4 })
  illuminant: Illuminant;

  @Column('varchar', { length: 2 })
  observer: Observer;

  @Column('numeric', { precision: 7, scale: 4 })
  l: string;

  @Column('numeric', { precision: 7, scale: 4 })
  a: string;

  @Column('numeric', { precision: 7, scale: 4 })
  b: string;

  @Column('varchar', { length: 10 })
  formula: ToleranceFormula;

  /** l and c of CMC(l:c); null for CIEDE2000. */
  @Column('numeric', { precision: 3, scale: 1, nullable: true })
  cmcLightness: string | null;

  @Column('numeric', { precision: 3, scale: 1, nullable: true })
  cmcChroma: string | null;

  @Column('numeric', { precision: 4, scale: 2 })
  toleranceLimit: string;
}
