import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { BaseEntity } from '../../../platform/database/base.entity';
import { User } from '../../auth/users/user.entity';
import { sqlList } from '../../orders/vocabulary';

/** The lists that views are kept of. */
export const VIEWED_LISTS = ['orders'] as const;
export type ViewedList = (typeof VIEWED_LISTS)[number];

/** What a person asks of a list again and again, under a name: its filters, search and ordering. */
@Entity('saved_views')
@Check('ck_saved_views_list', `list IN (${sqlList(VIEWED_LISTS)})`)
@Index('ix_saved_views_owner', ['ownerId'])
@Index('uq_saved_views_name', { synchronize: false })
@Index('uq_saved_views_default', { synchronize: false })
export class SavedView extends BaseEntity {
  @ManyToOne(() => User, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  owner: User;

  @Column('uuid')
  ownerId: string;

  @Column('varchar', { length: 20 })
  list: ViewedList;

  @Column('varchar', { length: 60 })
  name: string;

  /** As in an address, in the words of the list: `status=running&ordering=-etd`. */
  @Column('varchar', { length: 2000, default: '' })
  query: string;

  /** Offered to the whole house; it is still its owner's to change. */
  @Column('boolean', { default: false })
  isShared: boolean;

  /** What its owner's list begins with; one of theirs at most. */
  @Column('boolean', { default: false })
  isDefault: boolean;
}
