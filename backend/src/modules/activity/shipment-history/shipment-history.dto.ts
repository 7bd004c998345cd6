import { Id, Instant, Nested, Text } from '../../../platform/http/fields';
import { PersonDto } from '../../orders/order/orders.dto';
import type { ActivityRow } from '../activity.repository';
import { sentenceOf } from '../sentences';
import { reasonOf, toldOfRow } from '../told';

/** Of no order: whoever has one on the shipment reads it, and of a colleague's they see the number alone. */
export class ShipmentHistoryEntryDto {
  @Id() id: string;
  @Text({ max: 100, example: 'shipment.departed' }) name: string;
  @Nested(() => PersonDto, { nullable: true, description: 'Null: the house itself.' }) actor: PersonDto | null;
  @Text({
    max: 20000,
    description: 'What they did; it follows their name.',
    example: 'recorded that shipment 176-12345675 with Biman left on 20 Nov 2026',
  })
  sentence: string;
  @Text({ max: 20000, nullable: true, example: 'The buyer refused the shade.' }) reason: string | null;
  @Instant({ description: 'When it happened.' }) occurredAt: string;

  static from(row: ActivityRow): ShipmentHistoryEntryDto {
    return {
      id: row.id,
      name: row.name,
      actor: PersonDto.from(row.actor),
      sentence: sentenceOf(toldOfRow(row)),
      reason: reasonOf(row.data),
      occurredAt: row.occurredAt.toISOString(),
    };
  }
}
