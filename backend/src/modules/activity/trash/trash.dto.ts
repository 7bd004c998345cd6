import { Flag, Id, Instant, Nested, Text, Whole } from '../../../platform/http/fields';
import { PersonDto } from '../../orders/order/orders.dto';
import { thingOf } from '../sentences';
import { toldOfRow } from '../told';
import { TRASH_DAYS, type TrashRow } from './trash.repository';

const DAY_MS = 86_400_000;

export class TrashEntryDto {
  @Id({ description: 'The event of its deletion.' }) id: string;
  @Text({ max: 100, example: 'line' }) kind: string;
  @Id() subjectId: string;
  @Text({ max: 1000, description: 'What it is.', example: 'MT-2291 · Black' }) label: string;
  @Id({ nullable: true }) orderId: string | null;
  @Text({ max: 50, nullable: true, example: 'PO-1182' }) orderNumber: string | null;
  @Text({ max: 255, nullable: true, example: 'ANABIA' }) customerName: string | null;
  @Nested(() => PersonDto, { nullable: true }) deletedBy: PersonDto | null;
  @Instant() deletedAt: string;
  @Instant({ nullable: true, description: 'It is kept until then; null: for good, since it belongs to the books.' })
  keptUntil: string | null;
  @Whole({ min: 0, max: 30, nullable: true, description: 'Begun days until then.', example: 12 }) daysLeft:
    | number
    | null;
  @Flag({ description: 'It is the order itself, with everything under it.', example: false }) isOrder: boolean;

  static from(row: TrashRow, now = Date.now()): TrashEntryDto {
    const keptUntil = row.book ? null : row.recordedAt.getTime() + TRASH_DAYS * DAY_MS;
    return {
      id: row.id,
      kind: row.subjectType,
      subjectId: row.subjectId,
      label: thingOf(toldOfRow(row)),
      orderId: row.orderId,
      orderNumber: row.order?.orderNumber ?? null,
      customerName: row.order?.customerName ?? null,
      deletedBy: PersonDto.from(row.actor),
      deletedAt: row.recordedAt.toISOString(),
      keptUntil: keptUntil === null ? null : new Date(keptUntil).toISOString(),
      daysLeft: keptUntil === null ? null : Math.max(0, Math.ceil((keptUntil - now) / DAY_MS)),
      isOrder: row.subjectType === 'order',
    };
  }
}

export class RestoredDto {
  @Text({ max: 100, example: 'line' }) kind: string;
  @Id() subjectId: string;
  @Id({ nullable: true }) orderId: string | null;
  @Text({ max: 1000, example: 'MT-2291 · Black' }) label: string;
}
