import {
  DayField,
  Flag,
  Id,
  Instant,
  JsonObject,
  ListOf,
  Nested,
  OneOf,
  Text,
  Whole,
} from '../../../platform/http/fields';
import { PersonDto } from '../order/orders.dto';
import { AFFECTED_KINDS, type Affected } from './order-impact';
import type { OrderRevision } from './revision.entity';
import type { Weighed } from './revisions.service';

const QUANTITY_BEFORE = { quantity: '44640' };
const QUANTITY_AFTER = { quantity: '40000' };

/** What one thing is affected by, as people read it. */
export class AffectedDto {
  @OneOf(AFFECTED_KINDS, { name: 'AffectedKind' }) kind: Affected['kind'];
  @Id({ nullable: true, description: 'Of the PI, the LC or the shipment.' }) id: string | null;
  @Text({ max: 255, example: 'PI-00042' }) title: string;
  @Text({ max: 1000, example: 'Confirmed for USD 158,466.00; the order would come to USD 147,098.00.' })
  sentence: string;
}

/** What a change would break, before anything is written. */
export class ImpactDto {
  @Flag({ description: 'The change needs a `revision` with it.', example: true }) revisionNeeded: boolean;
  @Text({ max: 500, nullable: true, description: 'Why it does.', example: 'The line is running.' }) because:
    | string
    | null;
  @JsonObject({ example: QUANTITY_BEFORE }) before: Record<string, unknown>;
  @JsonObject({ example: QUANTITY_AFTER }) after: Record<string, unknown>;
  @ListOf(() => AffectedDto, { max: 1000 }) affects: AffectedDto[];

  static from({ because, figures, affects }: Weighed): ImpactDto {
    return { revisionNeeded: because !== null, because, before: figures.before, after: figures.after, affects };
  }
}

export class OrderRevisionDto {
  @Id() id: string;
  @Id() orderId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Whole({ min: 1, max: 100000, description: 'Counts the revisions of its order.', example: 2 }) number: number;
  @Id({ nullable: true, description: 'Null for the order’s own figures.' }) orderLineId: string | null;
  @Text({ max: 1000, nullable: true, description: 'How the line was called then.', example: 'MT-2291 · White' })
  lineLabel: string | null;
  @JsonObject({ description: 'Figure → what was agreed before.', example: QUANTITY_BEFORE })
  before: Record<string, unknown>;
  @JsonObject({ description: 'Figure → what is agreed now.', example: QUANTITY_AFTER }) after: Record<string, unknown>;
  @Text({ max: 1000, example: 'The buyer cut the order.' }) reason: string;
  @Text({ max: 255, example: 'Anna Berg, ANABIA' }) agreedBy: string;
  @DayField({ example: '2026-11-20' }) agreedOn: string;
  @ListOf(() => AffectedDto, { max: 1000, description: 'As it was shown when the revision was made.' })
  affects: AffectedDto[];
  @Nested(() => PersonDto, { nullable: true }) revisedBy: PersonDto | null;
  @Instant() createdAt: string;

  static from(revision: OrderRevision): OrderRevisionDto {
    const { id, orderId, number, orderLineId, lineLabel, before, after, reason, agreedBy, agreedOn, affects } =
      revision;
    return {
      id,
      orderId,
      orderNumber: revision.order.orderNumber,
      number,
      orderLineId,
      lineLabel,
      before,
      after,
      reason,
      agreedBy,
      agreedOn,
      affects,
      revisedBy: PersonDto.from(revision.revisedBy),
      createdAt: revision.createdAt.toISOString(),
    };
  }
}
