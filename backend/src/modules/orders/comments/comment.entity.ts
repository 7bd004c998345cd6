import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { User } from '../../auth/users/user.entity';
import { OfOrder } from '../line/of-line.entity';

/** What somebody of the house wrote on an order, on one of its lines or on a sample. Nobody outside reads it. */
@Entity('order_comments')
@Check('ck_order_comments_body', `btrim(body) <> ''`)
@Check(
  'ck_order_comments_pin',
  `num_nulls(pin_picture_id, pin_x, pin_y) IN (0, 3) AND (pin_picture_id IS NULL OR sample_id IS NOT NULL)`,
)
@Check('ck_order_comments_pin_place', 'pin_x BETWEEN 0 AND 1000 AND pin_y BETWEEN 0 AND 1000')
@Check('ck_order_comments_pin_option', 'pin_option IS NULL OR pin_picture_id IS NOT NULL')
@Index('ix_order_comments_order', { synchronize: false })
@Index('ix_order_comments_line', { synchronize: false })
@Index('ix_order_comments_sample', { synchronize: false })
@Index('ix_order_comments_created', { synchronize: false })
@Index('ix_order_comments_search', { synchronize: false })
export class OrderComment extends OfOrder {
  /** Samples are of a higher rank: known by name here. */
  @ManyToOne('Sample', { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn()
  sample: unknown;

  @Column('uuid', { nullable: true })
  sampleId: string | null;

  /** As typed; a mention stands in it as `@` and the full name. */
  @Column('text')
  body: string;

  /** Whom it mentions, in the order of the text. */
  @Column('uuid', { array: true, default: '{}' })
  mentionedIds: string[];

  /** Pinned to a place of this picture of its sample; when another took its place, the note stays. */
  @Column('uuid', { nullable: true })
  pinPictureId: string | null;

  /** The option that was looked at. */
  @Column('varchar', { length: 1, nullable: true })
  pinOption: string | null;

  /** Thousandths of the picture's width, from the left. */
  @Column('smallint', { nullable: true })
  pinX: number | null;

  /** Thousandths of its height, from the top. */
  @Column('smallint', { nullable: true })
  pinY: number | null;

  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  author: User | null;

  @Column('uuid', { nullable: true })
  authorId: string | null;

  /** When its author last changed the text; what it said before is in the history. */
  @Column('timestamptz', { nullable: true })
  editedAt: Date | null;
}
