import { Id, Instant, JsonObject, Nested, Text } from '../../../platform/http/fields';
import { PersonDto } from '../../orders/order/orders.dto';
import type { ActivityRow } from '../activity.repository';
import { sentenceOfRow } from '../sentences';

export class AuditEntryDto {
  @Id() id: string;
  @Text({ max: 30, description: 'Its place among all that ever happened.', example: '4711' }) sequence: string;
  @Text({ max: 100, example: 'user.updated' }) name: string;
  @Text({ max: 100, description: 'What it happened to.', example: 'user' }) kind: string;
  @Id() subjectId: string;
  @Id({ nullable: true }) orderId: string | null;
  @Text({ max: 50, nullable: true, example: 'PO-1182' }) orderNumber: string | null;
  @Nested(() => PersonDto, { nullable: true, description: 'Null: the house itself.' }) actor: PersonDto | null;
  @Text({ max: 20000, description: 'What they did; it follows their name.', example: 'changed the user' })
  sentence: string;
  @JsonObject({
    description: 'As it was recorded.',
    example: { before: { role: 'merchandiser' }, after: { role: 'manager' } },
  })
  data: Record<string, unknown>;
  @Instant({ description: 'When it happened.' }) occurredAt: string;
  @Instant({ description: 'When it was recorded.' }) recordedAt: string;
  @Text({ max: 200, nullable: true, description: 'The request that did it.', example: null }) requestId: string | null;

  static from(row: ActivityRow): AuditEntryDto {
    const { id, sequence, name, subjectType: kind, subjectId, data, requestId } = row;
    return {
      ...{ id, sequence, name, kind, subjectId, data, requestId },
      orderId: row.orderId ?? null,
      orderNumber: row.order?.orderNumber ?? null,
      actor: PersonDto.from(row.actor),
      sentence: sentenceOfRow(row),
      occurredAt: row.occurredAt.toISOString(),
      recordedAt: row.recordedAt.toISOString(),
    };
  }
}
