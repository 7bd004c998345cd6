import { Injectable } from '@nestjs/common';
import { OrderReferences } from './order-references';
import { NoSuchReference } from './orders.errors';

/** Where in an order a file or a comment belongs: the order as a whole, one of its lines, or a sample (of a line, or not). */
export interface OrderPart {
  orderLineId: string | null;
  sampleId: string | null;
}

/** The line that a sample is of, null for one of the whole order; undefined when the order has no such sample. */
export type FindSampleLine = (sampleId: string, orderId: string) => Promise<string | null | undefined>;

/** What whoever looks at a sample, or at one of its options, sees now; null where there is nothing to see. */
export type FindPicture = (sampleId: string, option: string | null) => Promise<string | null>;

/**
 * Finds the part of an order that a request names. Samples are of a higher rank: their module tells here how to find one.
 */
@Injectable()
export class OrderParts {
  private sampleLine: FindSampleLine = () => Promise.resolve(undefined);
  private picture: FindPicture = () => Promise.resolve(null);

  constructor(private readonly references: OrderReferences) {}

  registerSamples(findLine: FindSampleLine, findPicture: FindPicture): void {
    this.sampleLine = findLine;
    this.picture = findPicture;
  }

  /** The picture of a sample that `of` has found. */
  pictureOf(sampleId: string, option: string | null): Promise<string | null> {
    return this.picture(sampleId, option);
  }

  /** @throws NoSuchReference 400 on `sampleId` or `orderLineId` when it is none of this order's */
  async of(orderId: string, { orderLineId = null, sampleId = null }: Partial<OrderPart>): Promise<OrderPart> {
    if (orderLineId) await this.references.lineOf(orderId, orderLineId);
    if (!sampleId) return { orderLineId, sampleId: null };
    const ofLine = await this.sampleLine(sampleId, orderId);
    const elsewhere = orderLineId !== null && ofLine !== orderLineId;
    if (ofLine === undefined || elsewhere) throw new NoSuchReference('sampleId', 'sample in this order');
    return { orderLineId: ofLine, sampleId };
  }
}
