import { Flag, Id, Instant, ListOf, Nested, Text, Whole } from '../../platform/http/fields';
import { lineLabel } from '../orders/line/lines.dto';
import { PersonDto } from '../orders/order/orders.dto';
import type { ActivityRow, ChainState } from './activity.repository';
import { sentenceOf } from './sentences';
import { changesOf, reasonOf, toldOfRow, undoesOf } from './told';
import { fact } from './words';

/** Longer between deed and record: somebody wrote it down later. */
const LATE_MS = 60_000;

export class FieldChangeDto {
  @Text({ max: 100, example: 'etd' }) field: string;
  @Text({ max: 20000, min: 0, nullable: true, example: '2027-01-05' }) before: string | null;
  @Text({ max: 20000, min: 0, nullable: true, example: '2027-01-09' }) after: string | null;
  @Text({ max: 100, description: 'The field as people call it.', example: 'ETD' }) label: string;
  @Text({ max: 20000, nullable: true, description: 'With its unit or currency; null: nothing.', example: '5 Jan 2027' })
  beforeText: string | null;
  @Text({ max: 20000, nullable: true, example: '9 Jan 2027' }) afterText: string | null;
}

export class ActivityEntryDto {
  @Id() id: string;
  @Text({ max: 100, example: 'sample.rejected' }) name: string;
  @Text({ max: 100, description: 'What it happened to.', example: 'sample' }) kind: string;
  @Id() subjectId: string;
  @Id() orderId: string;
  @Text({
    max: 50,
    nullable: true,
    description: 'Null: the order is kept no longer, only its history.',
    example: 'PO-1182',
  })
  orderNumber: string | null;
  @Flag({ description: 'The order is in the trash, or not even there.', example: false }) orderGone: boolean;
  @Id({ nullable: true }) orderLineId: string | null;
  @Text({ max: 600, nullable: true, example: 'MT-2291 · Black' }) lineLabel: string | null;
  @Nested(() => PersonDto, { nullable: true, description: 'Null: the house itself.' }) actor: PersonDto | null;
  @Text({
    max: 20000,
    description: 'What they did; it follows their name.',
    example: 'rejected lab dip round 1 for Black: “Too red under D65”',
  })
  sentence: string;
  @ListOf(() => FieldChangeDto, { max: 200 }) changes: FieldChangeDto[];
  @Text({ max: 20000, nullable: true, example: 'Too red under D65' }) reason: string | null;
  @Instant({ description: 'When it happened.' }) occurredAt: string;
  @Instant({ description: 'When it was recorded.' }) recordedAt: string;
  @Id({ nullable: true, description: 'The earlier event that it took back.' }) undoes: string | null;
  @Flag({ description: 'A later event took it back.', example: false }) undone: boolean;
  @Flag({
    description:
      'It is the caller’s own and of a kind that can be taken back; whether something depends on it is asked for.',
    example: true,
  })
  mayUndo: boolean;
  @Flag({ description: 'It was recorded some time after it happened.', example: false }) recordedLate: boolean;

  static from(row: ActivityRow, zone: string, mayUndo: boolean): ActivityEntryDto {
    const { line, style, order } = row;
    const told = toldOfRow(row);
    const undoes = undoesOf(row);
    return {
      id: row.id,
      name: row.name,
      kind: row.subjectType,
      subjectId: row.subjectId,
      orderId: row.orderId,
      orderNumber: order?.orderNumber ?? null,
      orderGone: !order || order.deletedAt !== null,
      orderLineId: row.orderLineId,
      lineLabel: line && lineLabel(line, style?.styleNumber ?? ''),
      actor: PersonDto.from(row.actor),
      sentence: `${undoes ? 'undid a change and ' : ''}${sentenceOf(told)}`,
      changes: changesOf(row.data, {
        unit: fact(told, 'unit') ?? line?.unit ?? order?.unit ?? null,
        currency: fact(told, 'currency') ?? line?.currency ?? order?.currency ?? null,
        people: Object.fromEntries(
          [row.heir, row.holder].flatMap((person) => (person ? [[person.id, person.fullName]] : [])),
        ),
        zone,
      }),
      reason: reasonOf(row.data),
      occurredAt: row.occurredAt.toISOString(),
      recordedAt: row.recordedAt.toISOString(),
      undoes,
      undone: row.undoing !== null,
      mayUndo: mayUndo && row.undoing === null,
      recordedLate: row.recordedAt.getTime() - row.occurredAt.getTime() > LATE_MS,
    };
  }
}

export class ActivityVerificationQueryDto {
  @Id() orderId: string;
}

export class ActivityVerificationDto {
  @Id() orderId: string;
  @Flag({ description: 'Nothing of the history was changed, moved or taken out.' }) intact: boolean;
  @Whole({ min: 0, max: 2147483647, description: 'Events of the order.', example: 14 }) events: number;
  @Id({ nullable: true, description: 'The first event that is not as it was written.' }) firstBroken: string | null;
  @Whole({ min: 0, max: 2147483647, description: 'Events that were written and are gone.', example: 0 })
  missing: number;

  static from(orderId: string, { events, firstBroken, missing, endFits }: ChainState): ActivityVerificationDto {
    return { orderId, intact: firstBroken === null && missing === 0 && endFits, events, firstBroken, missing };
  }
}
