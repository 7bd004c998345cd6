import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { newId } from '../../../platform/database/base.entity';
import { Conflict, ResourceNotFound } from '../../../platform/errors/domain-error';
import { Outbox } from '../../../platform/events/outbox';
import { today, type Day } from '../../../platform/values/day';
import { momentOn, pastDay } from '../../../platform/values/past-day';
import type { Actor } from '../../auth/access/actor';
import { asStanding, untouchedGate } from '../gates/gate-laying';
import { gateRounds, isOut, standingAfter, type GateEntry } from '../gates/gate.rules';
import { gateName, USUAL_DAYS } from '../gates/gate.vocabulary';
import {
  ConditionWithoutApproval,
  GateApprovedAlready,
  GateRoundWaits,
  GatesCannotFollow,
  type RefusingLine,
} from '../gates/gates.errors';
import type { LineGate } from '../gates/line-gate.entity';
import { LineGatesRepository } from '../gates/line-gates.repository';
import type { OrderLine } from '../line/line.entity';
import { lineLabel } from '../line/lines.dto';
import { LinesRepository } from '../line/lines.repository';
import type { Order } from '../order/order.entity';
import { OrdersService } from '../order/orders.service';
import { ApprovalRecorded } from '../orders.events';
import { APPROVAL_TYPES, type Approvals, type ApprovalStatus, type GateKey } from '../vocabulary';
import type { ApprovalHistory } from './approval-history.entity';
import { ApprovalHistoryRepository } from './approval-history.repository';
import { entriesOf, firstApproval, inForce, takenBack } from './gate-entries';

/** A decision on a gate: what, when it happened if not today, why, and on what condition. */
export interface ApprovalDecision {
  approvalType: GateKey;
  status: ApprovalStatus;
  notes?: string | null;
  occurredOn?: Day;
  /** Only of an approval: what must be seen to before the line is complete. */
  condition?: string | null;
  /** Of a sending: it is meant, although the round before has no answer yet. */
  again?: boolean;
}

type Entry = Pick<
  ApprovalHistory,
  | 'id'
  | 'orderId'
  | 'orderLineId'
  | 'approvalType'
  | 'status'
  | 'changedById'
  | 'notes'
  | 'condition'
  | 'occurredAt'
  | 'undoesId'
>;

/** An entry as its event tells of it. */
export interface RecordedApproval {
  gateKey: GateKey;
  status: ApprovalStatus;
  occurredAt: Date;
}

/** An entry that is being recorded, and what it did to its gate. */
interface Recorded {
  line: OrderLine;
  gate: LineGate;
  entry: Entry;
  before: LineGate['status'];
}

/**
 * What is recorded on the gates of lines. Each entry is kept for ever; where a gate stands follows from its entries in the
 * order in which things happened, so one that is recorded late finds its place among the others. The line shows the
 * latest, the order its least advanced line. Callers hold the lock of the lines (LinesRepository.getForUpdate).
 */
@Injectable()
export class ApprovalsService {
  constructor(
    private readonly lines: LinesRepository,
    private readonly gates: LineGatesRepository,
    private readonly orders: OrdersService,
    private readonly history: ApprovalHistoryRepository,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What another part of the house saw happen, e.g. to a sample: recorded as it is. @throws InvalidInput 400 for a day to come */
  record(line: OrderLine, decision: ApprovalDecision, actor: Actor): Promise<void> {
    return this.recordAll(line.order, [{ line, ...decision }], actor);
  }

  /** Several of those on lines of one order; each line is written once, however many gates move. @throws InvalidInput 400 */
  recordAll(order: Order, decisions: readonly (ApprovalDecision & { line: OrderLine })[], actor: Actor): Promise<void> {
    return this.recordDecisions(
      decisions.map((each) => ({ ...each, line: Object.assign(each.line, { order }) })),
      actor,
      false,
    );
  }

  /**
   * What a person records on a gate of these lines: only what may follow where the gate stood on that day.
   * @throws IllegalTransition 409, GateRoundWaits 409 and GateApprovedAlready 409 unless `again`, of several lines
   * GatesCannotFollow 409 with all that refuse; ConditionWithoutApproval 400, InvalidInput 400 for a day to come,
   * ResourceNotFound 404 for a custom gate that a line does not have
   */
  async decide(lines: readonly OrderLine[], decision: ApprovalDecision, actor: Actor): Promise<void> {
    if (decision.condition && decision.status !== 'approved') throw new ConditionWithoutApproval();
    await this.recordDecisions(
      lines.map((line) => ({ line, ...decision })),
      actor,
      true,
    );
  }

  /**
   * Takes back what was recorded by mistake, by a further entry that says where the gate stands without it: a round is
   * counted no longer, a condition holds again. Nothing is erased. @throws ResourceNotFound 404
   */
  takeBack(line: OrderLine, mistake: RecordedApproval, actor: Actor): Promise<void> {
    return this.write([line], actor, (gates, entries) => [
      this.withdraw(line, this.gateOf(line, mistake.gateKey, gates), mistake, entries, actor),
    ]);
  }

  /**
   * The same for a sending that was told of, e.g. of a sample: the last on this gate, of that day if there is one. Nothing
   * where all that went was taken back already.
   */
  takeSendingBack(line: OrderLine, gateKey: GateKey, on: Day | null, actor: Actor): Promise<void> {
    return this.write([line], actor, (gates, entries) => {
      const gate = gates.find((each) => each.orderLineId === line.id && each.gateKey === gateKey);
      const sent = gate ? inForce(entriesOn(gate, entries)).filter(({ status }) => isOut(status)) : [];
      const ofDay = sent.filter(({ occurredAt }) => today(this.config.TZ_HOUSE, occurredAt) === on);
      const mistake = ofDay.at(-1) ?? sent.at(-1);
      return gate && mistake ? [this.withdraw(line, gate, { ...mistake, gateKey }, entries, actor)] : [];
    });
  }

  private recordDecisions(
    decisions: readonly (ApprovalDecision & { line: OrderLine })[],
    actor: Actor,
    strict: boolean,
  ): Promise<void> {
    const lines = [...new Set(decisions.map(({ line }) => line))];
    return this.write(lines, actor, (gates, entries) =>
      allOrNone(decisions, ({ line, ...decision }) =>
        this.apply(line, this.gateOf(line, decision.approvalType, gates), decision, entries, actor, strict),
      ),
    );
  }

  /** @param record adds to the gates and entries of these lines, and says which it added or moved */
  private async write(
    lines: readonly OrderLine[],
    actor: Actor,
    record: (gates: LineGate[], entries: Entry[]) => Recorded[],
  ): Promise<void> {
    if (!lines.length) return;
    const ids = lines.map(({ id }) => id);
    const gates = await this.gates.ofLines(ids);
    const known = new Set(gates);
    const entries: Entry[] = await this.history.ofLines(ids);
    const recorded = record(gates, entries);
    if (!recorded.length) return;
    const moved = [...new Set(recorded.map(({ gate }) => gate))];
    await this.gates.insert(...moved.filter((gate) => !known.has(gate)));
    await this.gates.saveAll(moved.filter((gate) => known.has(gate)));
    for (const line of lines) {
      line.gates = gates.filter(({ orderLineId }) => orderLineId === line.id).map(asStanding);
      line.approvalStatus = approvalsOf(line);
    }
    await this.lines.saveAll(lines);
    await this.history.append(...recorded.map(({ entry }) => entry));
    for (const order of new Set(lines.map((line) => line.order))) await this.orders.rollUp(order);
    await this.outbox.record(...recorded.map((each) => happened(each, actor)));
  }

  /** The line's own, or one of the nine that its set does not name: it is added then. */
  private gateOf(line: OrderLine, key: GateKey, gates: LineGate[]): LineGate {
    const found = gates.find((gate) => gate.orderLineId === line.id && gate.gateKey === key);
    if (found) return found;
    if (!(APPROVAL_TYPES as readonly string[]).includes(key)) throw new ResourceNotFound('gate');
    const position = Math.max(0, ...gates.filter((gate) => gate.orderLineId === line.id).map((gate) => gate.position));
    const gate = untouchedGate(
      line,
      { key, name: gateName(key), days: USUAL_DAYS },
      position + 1,
      today(this.config.TZ_HOUSE),
    );
    gates.push(gate);
    return gate;
  }

  /** Moves the gate, which is not saved yet, and adds the entry to those that are known. */
  private apply(
    line: OrderLine,
    gate: LineGate,
    { status, notes = null, condition = null, again = false, ...decision }: ApprovalDecision,
    entries: Entry[],
    actor: Actor,
    strict: boolean,
  ): Recorded {
    const zone = this.config.TZ_HOUSE;
    const day = today(zone);
    const occurredOn = pastDay('occurredOn', decision.occurredOn, day);
    const own = inForce(entriesOn(gate, entries));
    const entry: Entry = {
      id: newId(),
      orderId: line.orderId,
      orderLineId: line.id,
      approvalType: gate.gateKey,
      status,
      changedById: actor.id,
      notes,
      condition: status === 'approved' ? condition : null,
      occurredAt: momentOn(occurredOn, day),
      undoesId: null,
    };
    const madeOn = gate.heldSince ?? occurredOn;
    const standing = (rows: readonly Entry[]) => standingAfter(gate.gateKey, entriesOf(rows, zone), madeOn);
    const earlier = own.filter((each) => each.occurredAt <= entry.occurredAt);
    if (strict) {
      const stood = standing(earlier);
      gateRounds.step(stood.status ?? 'untouched', status);
      if (!again && isOut(status) && isOut(stood.status))
        throw new GateRoundWaits(gate.name, lineLabel(line, line.style.styleNumber), stood);
      if (!again && isSaidAgain(entry, entriesOf(earlier, zone).at(-1), occurredOn))
        throw new GateApprovedAlready(gate.name, lineLabel(line, line.style.styleNumber));
    }
    const before = gate.status;
    const after = standing([...own, entry]);
    if (earlier.length === own.length) gate.stand(after);
    else gate.round = after.round; // something happened later: it decides where the gate stands
    this.dateApproval(line, entries, entry);
    entries.push(entry);
    return { line, gate, entry, before };
  }

  /** Moves the gate to where it stands without an entry; which is not saved yet either. */
  private withdraw(
    line: OrderLine,
    gate: LineGate,
    { status, occurredAt }: RecordedApproval,
    entries: readonly Entry[],
    actor: Actor,
  ): Recorded {
    const zone = this.config.TZ_HOUSE;
    const own = entriesOn(gate, entries);
    const undone = takenBack(own);
    const [mistake] = own
      .filter((each) => each.status === status && each.occurredAt.getTime() === occurredAt.getTime())
      .filter(({ id }) => !undone.has(id))
      .sort((a, b) => b.id.localeCompare(a.id));
    if (!mistake) throw new ResourceNotFound('entry');
    const entry: Entry = {
      ...mistake,
      id: newId(),
      changedById: actor.id,
      notes: 'Undone: the entry before was a mistake.',
      condition: null,
      occurredAt: new Date(),
      undoesId: mistake.id,
    };
    const before = gate.status;
    gate.stand(standingAfter(gate.gateKey, entriesOf([...own, entry], zone), today(zone, gate.createdAt)));
    entry.status = gate.status ?? 'cleared';
    this.dateApproval(line, entries, entry);
    return { line, gate, entry, before };
  }

  /** The line's own day of approval follows its gates, unless somebody wrote another. */
  private dateApproval(line: OrderLine, entries: readonly Entry[], entry: Entry): void {
    const ofLine = entries.filter(({ orderLineId }) => orderLineId === line.id);
    const [was, is] = [ofLine, [...ofLine, entry]].map((rows) => firstApproval(rows, this.config.TZ_HOUSE));
    if ((line.approvalDate ?? null) === was) line.approvalDate = is ?? null;
  }
}

/** One alone refuses in its own words; of several each is tried, so that all that refuse are named. */
function allOrNone<T extends { line: OrderLine }>(each: readonly T[], apply: (one: T) => Recorded): Recorded[] {
  const refused: RefusingLine[] = [];
  const recorded = each.flatMap((one) => {
    try {
      return [apply(one)];
    } catch (error) {
      if (each.length === 1 || !(error instanceof Conflict)) throw error;
      const { id, style } = one.line;
      refused.push({
        orderLineId: id,
        label: lineLabel(one.line, style.styleNumber),
        reason: error.detail,
        code: error.code,
      });
      return [];
    }
  });
  if (refused.length > 0) throw new GatesCannotFollow(refused, each.length);
  return recorded;
}

const entriesOn = ({ orderLineId, gateKey }: LineGate, entries: readonly Entry[]): Entry[] =>
  entries.filter((each) => each.orderLineId === orderLineId && each.approvalType === gateKey);

/** The approval that stands, of the same day and on the same terms. */
const isSaidAgain = ({ status, condition }: Entry, last: GateEntry | undefined, day: Day): boolean =>
  status === 'approved' && last?.status === status && last.condition === condition && last.occurredOn === day;

/** The decision of a request, whose gate is checked to be one by its pattern. */
export function decisionOf(
  gateKey: string,
  { status, notes, occurredOn, condition, again }: Omit<ApprovalDecision, 'approvalType'>,
): ApprovalDecision {
  return { approvalType: gateKey as GateKey, status, notes, condition, again, ...(occurredOn ? { occurredOn } : {}) };
}

function approvalsOf(line: OrderLine): Approvals {
  return Object.fromEntries((line.gates ?? []).flatMap(({ key, status }) => (status ? [[key, status]] : [])));
}

function happened({ line, gate, entry, before }: Recorded, actor: Actor): ApprovalRecorded {
  const { approvalType, status, notes, condition, occurredAt } = entry;
  return new ApprovalRecorded(
    { id: line.id, rowVersion: line.rowVersion, orderId: line.orderId, orderLineId: line.id },
    actor,
    {
      before: { [approvalType]: before },
      after: { [approvalType]: status === 'cleared' ? null : status },
      gate: gate.name,
      round: gate.round,
      stands: gate.status,
      ...(condition ? { condition } : {}),
      notes,
    },
    occurredAt,
  );
}
