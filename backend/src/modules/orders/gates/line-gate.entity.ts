import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { Day } from '../../../platform/values/day';
import { User } from '../../auth/users/user.entity';
import { OfLine } from '../line/of-line.entity';
import { GATE_STATUSES, sqlList, type GateKey, type GateStatus } from '../vocabulary';
import { dueOn, type Standing } from './gate.rules';
import { HOLDERS, MAX_GATE_KEY, MAX_GATE_NAME, type GateDays, type Holder } from './gate.vocabulary';

/** A gate of a line: where it stands now and who holds it since when. `approval_history` says how it came there. */
@Entity('line_gates')
@Check('ck_line_gates_status', `status IN (${sqlList(GATE_STATUSES)})`)
@Check('ck_line_gates_holder', `holder IN (${sqlList(HOLDERS)})`)
@Check('ck_line_gates_held', '(holder IS NULL) = (held_since IS NULL)')
@Check('ck_line_gates_condition', `condition IS NULL OR status = 'approved'`)
@Check('ck_line_gates_condition_met', 'condition_met_on IS NULL OR condition IS NOT NULL')
@Index('uq_line_gates_key', ['orderLineId', 'gateKey'], { unique: true })
@Index('ix_line_gates_order', ['orderId'])
@Index('ix_line_gates_held', { synchronize: false })
@Index('ix_line_gates_due', { synchronize: false })
@Index('ix_line_gates_condition', { synchronize: false })
export class LineGate extends OfLine {
  @Column('varchar', { length: MAX_GATE_KEY })
  gateKey: GateKey;

  @Column('varchar', { length: MAX_GATE_NAME })
  name: string;

  /** Its place among the gates of the line. */
  @Column('integer', { default: 0 })
  position: number;

  @Column('varchar', { length: 20, nullable: true })
  status: GateStatus | null;

  /** 0 while nothing was sent. */
  @Column('integer', { default: 0 })
  round: number;

  @Column('varchar', { length: 10, nullable: true })
  holder: Holder | null;

  @Column('date', { nullable: true })
  heldSince: Day | null;

  /** The last day on which the holder is on time. */
  @Column('date', { nullable: true })
  dueOn: Day | null;

  /** Set while the holder was named by hand: the day from which that holds. */
  @Column('date', { nullable: true })
  handedOverOn: Day | null;

  /** The last day on which its holder was reminded, since they hold it. */
  @Column('date', { nullable: true })
  remindedOn: Day | null;

  @Column('jsonb')
  days: GateDays;

  /** Of an approval with a condition: what must be seen to before the line is complete. */
  @Column('text', { nullable: true })
  condition: string | null;

  @Column('date', { nullable: true })
  conditionMetOn: Day | null;

  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  conditionMetBy: User | null;

  @Column('uuid', { nullable: true })
  conditionMetById: string | null;

  /** Brings the gate to where its history says it stands. A hand-over of a later day stays in force. */
  stand(standing: Standing): void {
    const handedOver = this.handedOverOn && standing.heldSince && this.handedOverOn > standing.heldSince;
    const held = handedOver
      ? { holder: this.holder, heldSince: this.heldSince }
      : { holder: standing.holder, heldSince: standing.heldSince, handedOverOn: null };
    if (held.holder !== this.holder || held.heldSince !== this.heldSince) this.remindedOn = null;
    Object.assign(this, standing, held, { conditionMetOn: null, conditionMetById: null, conditionMetBy: null });
    this.dueOn = dueOn(this, this.days);
  }

  /** Names the holder by hand. */
  handOver(holder: Holder, since: Day): void {
    Object.assign(this, { holder, heldSince: since, handedOverOn: since, remindedOn: null });
    this.dueOn = dueOn(this, this.days);
  }

  get conditionOpen(): boolean {
    return this.condition !== null && this.conditionMetOn === null;
  }
}
