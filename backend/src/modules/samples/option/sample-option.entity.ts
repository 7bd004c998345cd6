import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { attachmentCheck, WithAttachment } from '../../../platform/storage/with-attachment';
import { sqlList } from '../../orders/vocabulary';
import { Sample } from '../sample/sample.entity';
import { OPTION_LABELS, OPTION_VERDICTS, type OptionLabel, type OptionVerdict } from '../vocabulary';

/** One of several swatches of a round, A, B or C: the buyer approves one of them at most. Its attachment is its picture. */
@Entity('sample_options')
@Index('ix_sample_options_picture_key', { synchronize: false })
@Check('ck_sample_options_label', `label IN (${sqlList(OPTION_LABELS)})`)
@Check('ck_sample_options_verdict', `verdict IN (${sqlList(OPTION_VERDICTS)})`)
@Check('ck_sample_options_picture', attachmentCheck('picture'))
@Index('uq_sample_options_label', ['sampleId', 'label'], { unique: true, where: 'deleted_at IS NULL' })
@Index('uq_sample_options_approved', ['sampleId'], {
  unique: true,
  where: `verdict = 'approved' AND deleted_at IS NULL`,
})
export class SampleOption extends WithAttachment('picture') {
  @ManyToOne(() => Sample, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  sample: Sample;

  @Column('uuid')
  sampleId: string;

  @Column('varchar', { length: 1 })
  label: OptionLabel;

  /** How it was made: recipe, base, dye lot. */
  @Column('text', { nullable: true })
  notes: string | null;

  /** What the buyer said of it. */
  @Column('text', { nullable: true })
  remarks: string | null;

  /** Null while the buyer has not judged it. */
  @Column('varchar', { length: 20, nullable: true })
  verdict: OptionVerdict | null;
}
