import { Injectable } from '@nestjs/common';
import { Outbox } from '../../../platform/events/outbox';
import type { Actor } from '../../auth/access/actor';
import type { OrderLine } from '../line/line.entity';
import { lineLabel } from '../line/lines.dto';
import type { Order } from '../order/order.entity';
import { GateOverride } from './gate-override.entity';
import { GateOverridesRepository } from './gate-overrides.repository';
import { GateNotPassed } from './gates.errors';
import { GateOverridden } from './gates.events';
import {
  gatesBefore,
  openConditions,
  WAITS_FOR,
  type BlockingGate,
  type GuardedLine,
  type GuardedStep,
} from './interlocks';

/** Why somebody goes on although a gate says no. */
export interface Override {
  reason: string;
}

type OfOrder = Pick<Order, 'id'>;

/**
 * What a step of an order has to ask before it begins (docs/domain/gates.md). Modules above ask for dyeing and cutting,
 * this one for completion and delivery. Always inside the caller's transaction, with the order locked.
 */
@Injectable()
export class OrderGate {
  constructor(
    private readonly overrides: GateOverridesRepository,
    private readonly outbox: Outbox,
  ) {}

  /** These lines of an order begin; who goes on with several of them does so once. @throws GateNotPassed 409 unless overridden */
  async linesBegin(
    step: keyof typeof WAITS_FOR,
    order: OfOrder,
    lines: readonly OrderLine[],
    override: Override | undefined,
    actor: Actor,
  ): Promise<void> {
    await this.pass(step, order, gatesBefore(step, lines.map(guarded), false), override, actor);
  }

  /**
   * The order begins, nobody says with which line: it may once one of the lines that have the gate has it approved.
   * @throws GateNotPassed 409 unless overridden
   */
  async orderBegins(
    step: keyof typeof WAITS_FOR,
    order: OfOrder,
    lines: readonly OrderLine[],
    override: Override | undefined,
    actor: Actor,
  ): Promise<void> {
    await this.pass(step, order, gatesBefore(step, lines.map(guarded), true), override, actor);
  }

  /** Lines are completed, or the order is delivered. @throws GateNotPassed 409 while a condition is open, unless overridden */
  async ends(
    step: 'completion' | 'delivery',
    order: OfOrder,
    lines: readonly OrderLine[],
    override: Override | undefined,
    actor: Actor,
  ): Promise<void> {
    await this.pass(step, order, openConditions(lines.map(guarded)), override, actor);
  }

  private async pass(
    step: GuardedStep,
    order: OfOrder,
    gates: BlockingGate[],
    override: Override | undefined,
    actor: Actor,
  ): Promise<void> {
    if (!gates.length) return;
    if (!override) throw new GateNotPassed(step, gates);
    const { reason } = override;
    const row = Object.assign(new GateOverride(), { orderId: order.id, step, gates, reason, overriddenById: actor.id });
    await this.overrides.append(row);
    const [only, ...others] = new Set(gates.map(({ orderLineId }) => orderLineId));
    await this.outbox.record(
      new GateOverridden(
        { id: order.id, orderId: order.id, orderLineId: others.length ? null : (only ?? null) },
        actor,
        {
          before: {},
          after: {},
          step,
          gates: gates.map(({ gateName }) => gateName),
          lines: others.length + 1,
          reason,
          overrideId: row.id,
        },
      ),
    );
  }
}

const guarded = (line: OrderLine): GuardedLine => ({
  id: line.id,
  label: lineLabel(line, line.style.styleNumber),
  gates: line.gates ?? [],
});
