import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { Day } from '../../../platform/values/day';
import { User } from '../../auth/users/user.entity';
import { OfOrder } from '../../orders/line/of-line.entity';
import { sqlList } from '../../orders/vocabulary';
import { SLIP_PARTIES, type SlipParty } from '../delays/delay.vocabulary';
import { MAX_STEP_KEY, type StepKey } from '../milestone.vocabulary';
import { INCIDENT_STATUSES, incidentLifecycle, type IncidentStatus } from './incident.lifecycle';
import { INCIDENT_SEVERITIES, INCIDENT_TYPES, type IncidentSeverity, type IncidentType } from './incident.vocabulary';

/** How an incident was settled. */
export interface Resolution {
  resolution: string;
  on: Day;
}

/** Something that went wrong with an order or one of its lines: what, through whom, what is done about it, what it cost. */
@Entity('incidents')
@Check('ck_incidents_type', `type IN (${sqlList(INCIDENT_TYPES)})`)
@Check('ck_incidents_severity', `severity IN (${sqlList(INCIDENT_SEVERITIES)})`)
@Check(
  'ck_incidents_severity_rank',
  `severity_rank = CASE severity ${INCIDENT_SEVERITIES.map((each, rank) => `WHEN '${each}' THEN ${rank}`).join(' ')} END`,
)
@Check('ck_incidents_status', `status IN (${sqlList(INCIDENT_STATUSES)})`)
@Check('ck_incidents_party', `party IN (${sqlList(SLIP_PARTIES)})`)
@Check('ck_incidents_resolved', `(status IN ('resolved', 'closed')) = (actual_resolution_date IS NOT NULL)`)
@Check('ck_incidents_cost', '(cost_amount IS NULL) = (cost_currency IS NULL) AND cost_amount > 0')
@Check('ck_incidents_days_lost', 'days_lost > 0 AND (days_lost IS NULL OR party IS NOT NULL)')
@Check('ck_incidents_step', 'step IS NULL OR order_line_id IS NOT NULL')
@Index('ix_incidents_order', ['orderId', 'createdAt'])
@Index('ix_incidents_line', ['orderLineId'])
@Index('ix_incidents_date', { synchronize: false })
@Index('ix_incidents_severity', { synchronize: false })
export class Incident extends OfOrder {
  /** The step of the line's plan that it held up. */
  @Column('varchar', { length: MAX_STEP_KEY, nullable: true })
  step: StepKey | null;

  @Column('varchar', { length: 255 })
  title: string;

  @Column('text', { nullable: true })
  description: string | null;

  @Column('varchar', { length: 20 })
  type: IncidentType;

  @Column('varchar', { length: 10, default: 'medium' })
  severity: IncidentSeverity;

  /** The severity as a number, for ordering. */
  @Column('smallint', { default: 1 })
  severityRank: number;

  @Column('varchar', { length: 20, default: 'open' })
  status: IncidentStatus;

  @Column('date')
  incidentDate: Day;

  @Column('text', { nullable: true })
  cause: string | null;

  /** Through whom it came about. */
  @Column('varchar', { length: 10, nullable: true })
  party: SlipParty | null;

  @Column('varchar', { length: 255, nullable: true })
  partyName: string | null;

  @Column('text', { nullable: true })
  actionPlan: string | null;

  /** Who sees to it: of the house, of the mill, of whomever. */
  @Column('varchar', { length: 255, nullable: true })
  responsiblePerson: string | null;

  @Column('date', { nullable: true })
  targetResolutionDate: Day | null;

  @Column('date', { nullable: true })
  actualResolutionDate: Day | null;

  @Column('text', { nullable: true })
  resolution: string | null;

  /** Working days; they are in the delay ledger from when it is resolved. */
  @Column('integer', { nullable: true })
  daysLost: number | null;

  @Column('numeric', { precision: 16, scale: 3, nullable: true })
  costAmount: string | null;

  @Column('varchar', { length: 3, nullable: true })
  costCurrency: string | null;

  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  reportedBy: User | null;

  @Column('uuid', { nullable: true })
  reportedById: string | null;

  grade(severity: IncidentSeverity): void {
    this.severity = severity;
    this.severityRank = INCIDENT_SEVERITIES.indexOf(severity);
  }

  /** @throws IllegalTransition 409 */
  start(): void {
    this.status = incidentLifecycle.step(this.status, 'in_progress');
    this.actualResolutionDate = null;
  }

  /** @throws IllegalTransition 409 */
  resolve({ resolution, on }: Resolution): void {
    this.status = incidentLifecycle.step(this.status, 'resolved');
    this.resolution = resolution;
    this.actualResolutionDate = on;
  }

  /** @throws IllegalTransition 409 */
  close(): void {
    this.status = incidentLifecycle.step(this.status, 'closed');
  }

  /** To where it stood before a move that was a slip, so the lifecycle is not asked. */
  takeBack(
    before: Partial<
      Pick<Incident, 'status' | 'resolution' | 'actualResolutionDate' | 'daysLost' | 'party' | 'partyName'>
    >,
  ): void {
    Object.assign(this, before);
  }

  /** What it lost is booked from its resolution on, until it comes back. */
  get isSettled(): boolean {
    return this.actualResolutionDate !== null;
  }
}
