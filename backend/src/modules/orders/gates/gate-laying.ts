import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { today, type Day } from '../../../platform/values/day';
import type { OrderLine } from '../line/line.entity';
import type { GateKey } from '../vocabulary';
import { dueOn, standingAfter } from './gate.rules';
import type { GateOfSet } from './gate-set.entity';
import { setFor } from './gate-sets.rules';
import { GateSetsRepository } from './gate-sets.repository';
import { allowedDays } from './gate.rules';
import type { GateStanding } from './gate-standing';
import { LineGate } from './line-gate.entity';
import { LineGatesRepository } from './line-gates.repository';

/** Gives new lines the gates of their fabric. */
@Injectable()
export class GateLaying {
  constructor(
    private readonly sets: GateSetsRepository,
    private readonly gates: LineGatesRepository,
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
