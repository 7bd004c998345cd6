import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Outbox } from '../../../platform/events/outbox';
import { today, type Day } from '../../../platform/values/day';
import type { Actor } from '../../auth/access/actor';
import type { OrderLine } from '../line/line.entity';
import { LinesRepository } from '../line/lines.repository';
import type { GateKey } from '../vocabulary';
import { dueOn, standingAfter } from './gate.rules';
import type { GateOfSet } from './gate-set.entity';
import type { GateSet } from './gate-set.entity';
import { inOrderOf, relaying, type Relaying } from './gate-relaying';
import { setFor, type Fabric } from './gate-sets.rules';
import { LineGatesRelaid } from './gates.events';
import { GateSetsRepository } from './gate-sets.repository';
import { allowedDays } from './gate.rules';
import type { GateStanding } from './gate-standing';
import { LineGate } from './line-gate.entity';
import { LineGatesRepository } from './line-gates.repository';

/** Gives lines the gates of their fabric: when they are made, and when it changes. */
@Injectable()
export class GateLaying {
  constructor(
    private readonly sets: GateSetsRepository,
    private readonly gates: LineGatesRepository,
    private readonly lines: LinesRepository,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** In the caller's transaction: one statement reads the sets, one writes the gates of all lines. */
  async lay(lines: readonly OrderLine[], order: { fabricType: string }): Promise<void> {
    if (!lines.length) return;
    const sets = await this.sets.all();
    const day = today(this.config.TZ_HOUSE);
    const laid = lines.map((line) => {
      const fabricType = line.style.fabricType ?? order.fabricType;
      const set = setFor({ fabricType, cadName: line.cadName ?? null }, sets);
      return { line, rows: (set?.gates ?? []).map((gate, index) => untouchedGate(line, gate, index + 1, day)) };
    });
    await this.gates.insert(...laid.flatMap(({ rows }) => rows));
    for (const { line, rows } of laid) line.gates = rows.map(asStanding);
  }

  /**
   * Lays the gates of lines anew whose fabric has become one of another set; what was decided stays. In the caller's
   * transaction, with the order locked; the order is rolled up by the caller.
   * @returns whether any line has other gates now
   */
  async layAnew(changed: readonly Refabricated[], actor: Actor): Promise<boolean> {
    if (!changed.length) return false;
    const sets = await this.sets.all();
    const own = await this.gates.ofLines(changed.map(({ line }) => line.id));
    let any = false;
    for (const { line, from, to } of changed) {
      const gates = own.filter(({ orderLineId }) => orderLineId === line.id);
      const set = setFor(to, sets);
      const become = relaying(setFor(from, sets), set, gates);
      if (!become) continue;
      any = true;
      await this.write(line, gates, set, become);
      await this.outbox.record(
        new LineGatesRelaid(
          { id: line.id, rowVersion: line.rowVersion, orderId: line.orderId, orderLineId: line.id },
          actor,
          {
            before: {},
            after: {},
            set: set?.name ?? null,
            gone: become.gone.map(({ name }) => name),
            come: become.come.map(({ name }) => name),
            kept: become.kept.map(({ name }) => name),
          },
        ),
      );
    }
    return any;
  }

  private async write(line: OrderLine, own: readonly LineGate[], set: GateSet | null, become: Relaying): Promise<void> {
    const day = today(this.config.TZ_HOUSE);
    for (const gate of become.gone) await this.gates.remove(gate);
    const come = become.come.map((gate) => untouchedGate(line, gate, 0, day));
    const all = inOrderOf(set, [...own.filter((gate) => !become.gone.includes(gate)), ...come]);
    const moved = all.filter((gate, index) => gate.position !== index + 1);
    all.forEach((gate, index) => (gate.position = index + 1));
    await this.gates.insert(...come);
    for (const gate of moved) if (!come.includes(gate)) await this.gates.save(gate);
    line.gates = all.map(asStanding);
    await this.lines.save(line); // the line shows its gates: whoever has read it has read an older one
  }
}

/** A line whose fabric has changed. */
export interface Refabricated {
  line: OrderLine;
  from: Fabric;
  to: Fabric;
}

/** A gate on which nothing was recorded yet: it waits for us from that day on. */
export function untouchedGate(
  line: Pick<OrderLine, 'id' | 'orderId'>,
  { key, name, days }: GateOfSet,
  position: number,
  madeOn: Day,
): LineGate {
  const standing = standingAfter(key, [], madeOn);
  return Object.assign(new LineGate(), {
    orderId: line.orderId,
    orderLineId: line.id,
    gateKey: key,
    name,
    position,
    days,
    ...standing,
    dueOn: dueOn(standing, days),
    handedOverOn: null,
    remindedOn: null,
    conditionMetOn: null,
    conditionMetById: null,
  });
}

/** A gate as its line carries it. */
export function asStanding(gate: LineGate): GateStanding {
  const { id, name, status, round, holder, heldSince, condition, conditionOpen, rowVersion } = gate;
  return {
    id,
    key: gate.gateKey,
    name,
    status,
    round,
    holder,
    heldSince,
    dueOn: gate.dueOn,
    allowedDays: allowedDays(gate, gate.days),
    condition,
    conditionOpen,
    rowVersion,
  };
}

/** Key → gate of a line. */
export const keyed = (gates: readonly LineGate[], lineId: string): Map<GateKey, LineGate> =>
  new Map(gates.filter(({ orderLineId }) => orderLineId === lineId).map((gate) => [gate.gateKey, gate]));
