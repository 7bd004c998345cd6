import { Check, Column, Entity, Index } from 'typeorm';
import { BaseEntity } from '../../../platform/database/base.entity';
import { ORDER_TYPES, sqlList, type OrderType } from '../../orders/vocabulary';
import type { StepHolder } from '../calendar/calendar.vocabulary';
import type { StepKey } from '../milestone.vocabulary';

/** A step waits for another, and `lag` calendar days more. */
export interface Wait {
  key: StepKey;
  lag: number;
}

/** A step as a template lays it on a line. */
export interface TemplateStep {
  key: StepKey;
  label: string;
  holder: StepHolder;
  /** Working days of its holder. */
  days: number;
  after: Wait[];
}

/** The time and action of a kind of order: which steps, how long each takes, and what it waits for. */
@Entity('tna_templates')
@Check('ck_tna_templates_order_type', `order_type IN (${sqlList(ORDER_TYPES)})`)
@Index('uq_tna_templates_name', { synchronize: false })
export class PlanTemplate extends BaseEntity {
  @Column('varchar', { length: 100 })
  name: string;

  /** Null: of either. */
  @Column('varchar', { length: 20, nullable: true })
  orderType: OrderType | null;

  /** As orders name them, in any case; empty: of every buyer. */
  @Column('jsonb', { default: () => "'[]'" })
  buyers: string[];

  /** One of them in the fabric type, or in the CAD of the line; empty: of any fabric. */
  @Column('jsonb', { default: () => "'[]'" })
  words: string[];

  @Column('jsonb')
  steps: TemplateStep[];

  /** Of two that are as particular, the smaller number counts. */
  @Column('integer', { default: 0 })
  position: number;
}
