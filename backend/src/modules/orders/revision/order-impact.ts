import { Injectable } from '@nestjs/common';
import type { Changes } from '../../../platform/events/domain-event';
import type { OrderLine } from '../line/line.entity';
import type { Order } from '../order/order.entity';

export const AFFECTED_KINDS = ['proforma_invoice', 'letter_of_credit', 'yarn', 'milestone', 'shipment'] as const;

/** Something that was made to the figures as they were, and that somebody has to look at when they change. */
export interface Affected {
  kind: (typeof AFFECTED_KINDS)[number];
  /** Of the PI, the LC, the shipment; null where there is no one row. */
  id: string | null;
  /** `PI-00042` */
  title: string;
  /** What no longer fits, and by how much. */
  sentence: string;
}

/** A change of agreed figures: the order with its lines as they are, and as they are to be. */
export interface FigureChange {
  before: { order: Order; lines: readonly OrderLine[] };
  after: { order: Order; lines: readonly OrderLine[] };
  /** The line that changes, as it is to be; null when it is the order's own figures. */
  line: OrderLine | null;
  /** Only what was agreed and changes. */
  figures: Changes;
}

/** What stands on the figures of an order, in a module above it. */
export interface OrderImpact {
  /** What has made the order's figures binding, e.g. `PI-00042 is confirmed`; null when nothing here has. */
  agreed?(orderId: string): Promise<string | null>;
  affectedBy(change: FigureChange): Promise<Affected[]>;
}

/** Higher modules register here, on start, what a change to an order breaks. */
@Injectable()
export class OrderImpacts {
  private readonly registered: OrderImpact[] = [];

  register(impact: OrderImpact): void {
    this.registered.push(impact);
  }

  /** The first that binds the order's figures; null when they are still free. */
  async agreed(orderId: string): Promise<string | null> {
    for (const impact of this.registered) {
      const reason = await impact.agreed?.(orderId);
      if (reason) return reason;
    }
    return null;
  }

  async affectedBy(change: FigureChange): Promise<Affected[]> {
    const affected: Affected[] = [];
    for (const impact of this.registered) affected.push(...(await impact.affectedBy(change)));
    return affected;
  }
}
