import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { InvalidInput } from '../../../platform/errors/domain-error';
import {
  changesBetween,
  isUnchanged,
  type Changes,
  type DomainEvent,
  type EventSubject,
} from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import { today } from '../../../platform/values/day';
import { pastDay } from '../../../platform/values/past-day';
import type { Actor } from '../../auth/access/actor';
import { User } from '../../auth/users/user.entity';
import { OrderReferences } from '../../orders/order-references';
import { DelaysService, type Booked } from '../delays/delays.service';
import type { StepKey } from '../milestone.vocabulary';
import { MilestonesRepository } from '../milestones.repository';
import { Incident } from './incident.entity';
import { DaysLostThroughNobody, IncidentSettled, IncompleteIncident } from './incident.errors';
import {
  IncidentClosed,
  IncidentDeleted,
  IncidentReopened,
  IncidentReported,
  IncidentResolved,
  IncidentRestored,
  IncidentStarted,
  IncidentUpdated,
} from './incident.events';
import type { ReportIncidentDto, ResolveIncidentDto, UpdateIncidentDto } from './incidents.dto';
import { IncidentsRepository } from './incidents.repository';

const PLACE = ['orderLineId', 'step'] as const;
const LOSS = ['party', 'partyName', 'daysLost'] as const;
const TOLD = [
  ...PLACE,
  ...LOSS,
  'title',
  'description',
  'type',
  'severity',
  'incidentDate',
  'cause',
  'actionPlan',
  'responsiblePerson',
  'targetResolutionDate',
  'resolution',
  'costAmount',
  'costCurrency',
] as const satisfies readonly (keyof Incident)[];
const MOVED = ['status', 'resolution', 'actualResolutionDate', ...LOSS] as const satisfies readonly (keyof Incident)[];

type IncidentEventClass = new (
  subject: EventSubject,
  actor: { id: string } | null,
  data: Changes & Record<string, unknown>,
) => DomainEvent;

/** What went wrong with orders and their lines. From its resolution on, the days that it lost are in the delay ledger. */
@Injectable()
export class IncidentsService {
  constructor(
    private readonly incidents: IncidentsRepository,
    private readonly milestones: MilestonesRepository,
    private readonly references: OrderReferences,
    private readonly delays: DelaysService,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(asked: ListQuery, actor: Actor): Promise<Page<Incident>> {
    return this.incidents.list(asked, actor);
  }

  /** @throws ResourceNotFound 404 */
  get(id: string, actor: Actor): Promise<Incident> {
    return this.incidents.get(id, actor);
  }

  /** @throws NoSuchReference 400, InvalidInput 400, DaysLostThroughNobody 422 */
  report({ orderId, severity = 'medium', incidentDate, ...body }: ReportIncidentDto, actor: Actor): Promise<Incident> {
    return this.transaction.run(async () => {
      const order = await this.references.lockOrder(orderId, actor, 'incident.write');
      const incident = Object.assign(new Incident(), EMPTY, body, {
        order,
        orderId,
        status: 'open' as const,
        incidentDate: pastDay('incidentDate', incidentDate, this.today),
        reportedById: actor.id,
        reportedBy: Object.assign(new User(), { id: actor.id, fullName: actor.fullName }),
      });
      incident.grade(severity);
      await this.place(incident);
      complete(incident);
      await this.incidents.insert(incident);
      await this.record(IncidentReported, incident, changesBetween(new Incident(), incident, TOLD), actor, {
        delays: [],
      });
      return incident;
    });
  }

  /** @throws ResourceNotFound 404, StaleVersion 412, NoSuchReference 400, InvalidInput 400, IncidentSettled 409, DaysLostThroughNobody 422 */
  update(id: string, { severity, ...body }: UpdateIncidentDto, actor: Actor, expected?: number): Promise<Incident> {
    return this.change(id, actor, expected, async (incident, before) => {
      Object.assign(incident, body);
      if (severity) incident.grade(severity);
      incident.incidentDate = pastDay('incidentDate', incident.incidentDate, this.today);
      if (body.party !== undefined && body.partyName === undefined) incident.partyName = null;
      const moved = PLACE.some((field) => incident[field] !== before[field]);
      if (moved && incident.isSettled) throw new IncidentSettled();
      if (moved) await this.place(incident);
      complete(incident);
      return { event: IncidentUpdated, fields: TOLD };
    });
  }

  /** Somebody sees to it. @throws IllegalTransition 409, ResourceNotFound 404, StaleVersion 412 */
  start(id: string, actor: Actor, expected?: number): Promise<Incident> {
    return this.change(id, actor, expected, (incident) => {
      incident.start();
      return { event: IncidentStarted, fields: MOVED };
    });
  }

  /** @throws IllegalTransition 409, DaysLostThroughNobody 422, InvalidInput 400, ResourceNotFound 404, StaleVersion 412 */
  resolve(
    id: string,
    { resolution, resolvedOn, ...loss }: ResolveIncidentDto,
    actor: Actor,
    expected?: number,
  ): Promise<Incident> {
    return this.change(id, actor, expected, (incident) => {
      const on = pastDay('resolvedOn', resolvedOn, this.today);
      if (on < incident.incidentDate) throw new InvalidInput({ resolvedOn: ['That is before it happened.'] });
      if (loss.party !== undefined && loss.party !== incident.party) incident.partyName = null;
      Object.assign(incident, loss);
      incident.resolve({ resolution, on });
      complete(incident);
      return { event: IncidentResolved, fields: MOVED };
    });
  }

  /** @throws IllegalTransition 409, ResourceNotFound 404, StaleVersion 412 */
  close(id: string, actor: Actor, expected?: number): Promise<Incident> {
    return this.change(id, actor, expected, (incident) => {
      incident.close();
      return { event: IncidentClosed, fields: MOVED };
    });
  }

  /** It is not settled after all; what was booked of it is taken back. @throws IllegalTransition 409, ResourceNotFound 404, StaleVersion 412 */
  reopen(id: string, reason: string, actor: Actor, expected?: number): Promise<Incident> {
    return this.change(id, actor, expected, (incident) => {
      incident.start();
      return { event: IncidentReopened, fields: MOVED, beside: { reason } };
    });
  }

  /** To where it stood before a move that was a slip. @throws ResourceNotFound 404 */
  takeBack(id: string, before: Parameters<Incident['takeBack']>[0], actor: Actor): Promise<Incident> {
    return this.change(id, actor, undefined, (incident) => {
      incident.takeBack(before);
      return { event: IncidentUpdated, fields: MOVED };
    });
  }

  /** To the trash; what was booked of it is taken back. @throws ResourceNotFound 404, StaleVersion 412 */
  delete(id: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const incident = await this.incidents.getForUpdate(id, actor, expected);
      await this.incidents.trash(incident);
      const delays = await this.delays.settleIncident(id, incident, null, actor);
      const { before } = changesBetween(incident, new Incident(), TOLD);
      await this.record(IncidentDeleted, incident, { before, after: {} }, actor, { delays });
    });
  }

  /** From the trash. @throws ResourceNotFound 404 */
  restore(id: string, actor: Actor): Promise<Incident> {
    return this.transaction.run(async () => {
      const incident = await this.incidents.getTrashed(id, actor);
      await this.incidents.restore(incident);
      const delays = await this.settle(incident, actor);
      await this.record(IncidentRestored, incident, changesBetween(new Incident(), incident, TOLD), actor, { delays });
      return incident;
    });
  }

  private change(
    id: string,
    actor: Actor,
    expected: number | undefined,
    apply: (incident: Incident, before: Readonly<Incident>) => Applied | Promise<Applied>,
  ): Promise<Incident> {
    return this.transaction.run(async () => {
      const incident = await this.incidents.getForUpdate(id, actor, expected);
      const before = Object.assign(new Incident(), incident);
      const { event, fields, beside = {} } = await apply(incident, before);
      const changes = changesBetween(before, incident, fields);
      if (isUnchanged(changes)) return incident;
      await this.incidents.save(incident);
      const delays = await this.settle(incident, actor);
      await this.record(event, incident, changes, actor, { ...beside, delays });
      return incident;
    });
  }

  private settle(incident: Incident, actor: Actor): Promise<Booked[]> {
    const { id, title, party, partyName, daysLost, isSettled, actualResolutionDate } = incident;
    const loss =
      isSettled && party && daysLost && actualResolutionDate
        ? { id, title, party, partyName, workingDays: daysLost, happenedOn: actualResolutionDate }
        : null;
    return this.delays.settleIncident(id, incident, loss, actor);
  }

  /** Finds the line and the step that are named. @throws NoSuchReference 400, IncompleteIncident 400 */
  private async place(incident: Incident): Promise<void> {
    const { orderId, orderLineId, step } = incident;
    incident.orderLine = orderLineId ? await this.references.lineOf(orderId, orderLineId) : null;
    if (!step) return;
    if (!orderLineId || !(await this.milestones.findOf(orderLineId, step))) throw new IncompleteIncident('step');
  }

  private record(
    Event: IncidentEventClass,
    incident: Incident,
    changes: Changes,
    actor: Actor,
    beside: Record<string, unknown>,
  ): Promise<void> {
    const { title, severity, type } = incident;
    return this.outbox.record(new Event(subject(incident), actor, { ...changes, title, severity, type, ...beside }));
  }

  private get today() {
    return today(this.config.TZ_HOUSE);
  }
}

interface Applied {
  event: IncidentEventClass;
  fields: readonly (keyof Incident)[];
  beside?: Record<string, unknown>;
}

const EMPTY = {
  orderLineId: null,
  orderLine: null,
  step: null as StepKey | null,
  description: null,
  cause: null,
  party: null,
  partyName: null,
  actionPlan: null,
  responsiblePerson: null,
  targetResolutionDate: null,
  actualResolutionDate: null,
  resolution: null,
  daysLost: null,
  costAmount: null,
  costCurrency: null,
};

/** Names the party as the order does, where nobody did. @throws IncompleteIncident 400, DaysLostThroughNobody 422 */
function complete(incident: Incident): void {
  const { party, partyName, order, orderLine, costAmount, costCurrency, daysLost } = incident;
  if (Boolean(costAmount) !== Boolean(costCurrency))
    throw new IncompleteIncident(costAmount ? 'costCurrency' : 'costAmount');
  const { incidentDate, targetResolutionDate } = incident;
  if (targetResolutionDate && targetResolutionDate < incidentDate) throw new IncompleteIncident('targetResolutionDate');
  if (daysLost && !party) throw new DaysLostThroughNobody();
  if (party === 'other' && !partyName?.trim()) throw new IncompleteIncident('partyName');
  if (party === 'mill') incident.partyName ??= orderLine?.millName ?? order.millName;
  if (party === 'buyer') incident.partyName ??= order.buyerName ?? order.customerName;
  if (!party) incident.partyName = null;
}

const subject = ({ id, rowVersion, orderId, orderLineId }: Incident): EventSubject => ({
  id,
  rowVersion,
  orderId,
  orderLineId,
});
