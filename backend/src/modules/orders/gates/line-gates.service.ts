import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { changesBetween, isUnchanged } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import { daysBetween, today, type Day } from '../../../platform/values/day';
import { pastDay } from '../../../platform/values/past-day';
import type { Actor } from '../../auth/access/actor';
import { ApprovalHistoryRepository } from '../approvals/approval-history.repository';
import type { ApprovalHistory } from '../approvals/approval-history.entity';
import type { OrderLine } from '../line/line.entity';
import { LinesRepository } from '../line/lines.repository';
import type { GateKey } from '../vocabulary';
import { untouchedGate } from './gate-laying';
import { customKey, gateName, USUAL_DAYS, type Holder } from './gate.vocabulary';
import {
  GateHeldAlready,
  GateNotWaiting,
  GateTaken,
  GateTouched,
  NobodyToRemind,
  NoOpenCondition,
  RemindedToday,
} from './gates.errors';
import { GateAdded, GateConditionMet, GateHandedOver, GateReminded, GateRemoved } from './gates.events';
import { HandOversRepository, type HandOver } from './hand-overs.repository';
import { LineGate } from './line-gate.entity';
import { LineGatesRepository } from './line-gates.repository';

/** A gate with everything recorded on it, newest first, and who was named its holder by hand. */
export interface GateWithHistory {
  gate: LineGate;
  history: ApprovalHistory[];
  handOvers: HandOver[];
}

/** Which gates a line has, who holds them, and the conditions of approvals. Decisions: ApprovalsService. */
@Injectable()
export class LineGatesService {
  constructor(
    private readonly gates: LineGatesRepository,
    private readonly lines: LinesRepository,
    private readonly history: ApprovalHistoryRepository,
    private readonly handOvers: HandOversRepository,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(asked: ListQuery, actor: Actor): Promise<Page<LineGate>> {
    return this.gates.list(asked, actor, this.today);
  }

  /** @throws ResourceNotFound 404 for the line or the gate */
  async get(lineId: string, key: GateKey, actor: Actor): Promise<GateWithHistory> {
    const line = await this.lines.get(lineId, actor);
    return this.whole(await this.gates.getOf(line.id, key));
  }

  /**
   * One of the nine, or one of the line's own by its name.
   * @throws GateTaken 409 on the field when the line has it already, ResourceNotFound 404 for the line
   */
  add(lineId: string, body: { gateKey: GateKey } | { name: string }, actor: Actor): Promise<GateWithHistory> {
    return this.transaction.run(async () => {
      const line = await this.lines.getForUpdate(lineId, actor, 'approval.record');
      const own = await this.gates.ofLines([lineId]);
      const [field, key, name] =
        'name' in body
          ? (['name', customKey(body.name), body.name.trim()] as const)
          : (['gateKey', body.gateKey, gateName(body.gateKey)] as const);
      const alike = own.find((gate) => gate.gateKey === key || gate.name.toLowerCase() === name.toLowerCase());
      if (alike) throw new GateTaken(field, alike.name);
      const position = Math.max(0, ...own.map((gate) => gate.position)) + 1;
      const gate = untouchedGate(line, { key, name, days: USUAL_DAYS }, position, this.today);
      await this.gates.insert(gate);
      await this.lines.save(line);
      await this.outbox.record(
        new GateAdded(subject(gate), actor, { before: {}, after: { gate: name, gateKey: key } }),
      );
      return this.whole(gate);
    });
  }

  /** Only what nothing was recorded on. @throws GateTouched 409, ResourceNotFound 404, StaleVersion 412 */
  remove(lineId: string, key: GateKey, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const { line, gate } = await this.getForUpdate(lineId, key, actor, expected);
      if (gate.status !== null) throw new GateTouched(gate.name);
      await this.gates.remove(gate);
      await this.lines.save(line);
      await this.outbox.record(
        new GateRemoved(subject(gate), actor, { before: { gate: gate.name, gateKey: key }, after: {} }),
      );
    });
  }

  /** Says whose turn it is. @throws GateNotWaiting 409 once approved, GateHeldAlready 409, InvalidInput 400 for a day to come, StaleVersion 412 */
  handOver(
    lineId: string,
    key: GateKey,
    { holder, since, notes = null }: { holder: Holder; since?: Day; notes?: string | null },
    actor: Actor,
    expected?: number,
  ): Promise<GateWithHistory> {
    return this.change(lineId, key, actor, expected, (gate) => {
      if (gate.status === 'approved') throw new GateNotWaiting(gate.name);
      const before = { ...gate };
      gate.handOver(holder, pastDay('since', since, this.today));
      const changes = changesBetween(before, gate, ['holder', 'heldSince']);
      if (isUnchanged(changes) && !notes) throw new GateHeldAlready(gate.name);
      return new GateHandedOver(subject(gate), actor, {
        ...changes,
        gate: gate.name,
        holder,
        since: gate.heldSince,
        notes,
      });
    });
  }

  /**
   * Whoever holds it is asked for it: the merchandiser by a notice, anybody outside in the words that were sent to them.
   * @throws GateNotWaiting 409 once approved, NobodyToRemind 409, RemindedToday 409 unless `again`, StaleVersion 412
   */
  remind(
    lineId: string,
    key: GateKey,
    { notes = null, again = false }: { notes?: string | null; again?: boolean },
    actor: Actor,
    expected?: number,
  ): Promise<GateWithHistory> {
    return this.change(lineId, key, actor, expected, (gate, { order }) => {
      const { name, holder, heldSince, round } = gate;
      if (!holder || !heldSince) throw new GateNotWaiting(name);
      const yours = order.merchandiserId === actor.id;
      if (holder === 'us' && (yours || !order.merchandiserId)) throw new NobodyToRemind(name, yours);
      if (gate.remindedOn === this.today && !again) throw new RemindedToday(name);
      const before = { ...gate };
      gate.remindedOn = this.today;
      const changes = changesBetween(before, gate, ['remindedOn']);
      const daysHeld = Math.max(0, daysBetween(heldSince, this.today));
      return new GateReminded(subject(gate), actor, { ...changes, gate: name, round, holder, daysHeld, notes });
    });
  }

  /** Ticks the condition of an approval. @throws NoOpenCondition 409, InvalidInput 400 for a day to come, StaleVersion 412 */
  fulfilCondition(
    lineId: string,
    key: GateKey,
    { metOn, notes = null }: { metOn?: Day; notes?: string | null },
    actor: Actor,
    expected?: number,
  ): Promise<GateWithHistory> {
    return this.change(lineId, key, actor, expected, (gate) => {
      if (!gate.conditionOpen) throw new NoOpenCondition(gate.name);
      const before = { ...gate };
      gate.conditionMetOn = pastDay('metOn', metOn, this.today);
      gate.conditionMetById = actor.id;
      const changes = changesBetween(before, gate, ['conditionMetOn']);
      const { condition } = gate;
      return new GateConditionMet(subject(gate), actor, { ...changes, gate: gate.name, condition, notes });
    });
  }

  private change(
    lineId: string,
    key: GateKey,
    actor: Actor,
    expected: number | undefined,
    apply: (gate: LineGate, line: OrderLine) => GateHandedOver | GateReminded | GateConditionMet,
  ): Promise<GateWithHistory> {
    return this.transaction.run(async () => {
      const { line, gate } = await this.getForUpdate(lineId, key, actor, expected);
      const event = apply(gate, line);
      await this.gates.save(gate);
      await this.lines.save(line); // the line shows its gates: whoever has read it has read an older one
      await this.outbox.record(event);
      return this.whole(await this.gates.getOf(lineId, key));
    });
  }

  /** Locks the line, and with it its gates. */
  private async getForUpdate(
    lineId: string,
    key: GateKey,
    actor: Actor,
    expected?: number,
  ): Promise<{ line: OrderLine; gate: LineGate }> {
    const line = await this.lines.getForUpdate(lineId, actor, 'approval.record');
    return { line, gate: await this.gates.getOf(lineId, key, expected) };
  }

  private async whole(gate: LineGate): Promise<GateWithHistory> {
    const history = await this.history.ofGate(gate.orderLineId, gate.gateKey);
    return { gate, history, handOvers: await this.handOvers.ofGate(gate.id) };
  }

  private get today(): Day {
    return today(this.config.TZ_HOUSE);
  }
}

const subject = ({ id, rowVersion, orderId, orderLineId }: LineGate) => ({ id, rowVersion, orderId, orderLineId });
