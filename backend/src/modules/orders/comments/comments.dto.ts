import { Id, Ids, Instant, ListOf, Nested, Text, Whole } from '../../../platform/http/fields';
import { lineLabel } from '../line/lines.dto';
import { PersonDto } from '../order/orders.dto';
import type { OrderComment } from './comment.entity';

const may = { optional: true, nullable: true } as const;

export const MOST_MENTIONS = 20;

/** The text, and whom it mentions. */
export class UpdateCommentDto {
  @Text({ max: 5000, example: '@Nasrin Sultana dip R2 couriered, AWB 020-12345675.' }) body: string;
  @Ids({
    max: MOST_MENTIONS,
    optional: true,
    description: 'Who is told of it: the text names each as @ and the full name, and each sees the order.',
    example: [],
  })
  mentionedIds?: string[];
}

/** A place of a picture that a note is about. */
export class PinDto {
  @Id({ description: 'As the sample, or its option, gives its picture.' }) pictureId: string;
  @Text({ max: 1, nullable: true, pattern: /^[A-F]$/, description: 'The option looked at, if any.', example: 'B' })
  option: string | null;
  @Whole({ min: 0, max: 1000, description: 'Thousandths of its width, from the left.', example: 412 }) x: number;
  @Whole({ min: 0, max: 1000, description: 'Thousandths of its height, from the top.', example: 655 }) y: number;
}

export class CreateCommentDto extends UpdateCommentDto {
  @Id() orderId: string;
  @Id({ ...may, description: 'The line it is about; none: the order as a whole, or a sample.' }) orderLineId?:
    | string
    | null;
  @Id({ ...may, description: 'The sample it is about.' }) sampleId?: string | null;
  @Nested(() => PinDto, { ...may, description: 'Pins it to a place of the picture of its sample.' })
  pin?: PinDto | null;
}

/** The sample that a comment is about, as people name it: its type and round. */
export class CommentedSampleDto {
  @Id() id: string;
  @Text({ max: 20, example: 'lab_dip' }) type: string;
  @Whole({ min: 1, max: 2147483647, description: 'The round.', example: 2 }) version: number;
}

/** A comment, and the people whom it mentions. */
export interface WrittenComment {
  comment: OrderComment;
  mentions: PersonDto[];
}

export class CommentDto {
  @Id() id: string;
  @Id() orderId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Id({ nullable: true }) orderLineId: string | null;
  @Text({ max: 600, nullable: true, description: 'How people name the line.', example: 'MT-2291 · White' })
  lineLabel: string | null;
  @Nested(() => CommentedSampleDto, { nullable: true }) sample: CommentedSampleDto | null;
  @Text({ max: 5000, example: '@Nasrin Sultana dip R2 couriered, AWB 020-12345675.' }) body: string;
  @Nested(() => PinDto, { nullable: true, description: 'Where on a picture it is pinned.', example: null })
  pin: PinDto | null;
  @ListOf(() => PersonDto, { max: MOST_MENTIONS, description: 'Whom it mentions.' }) mentions: PersonDto[];
  @Nested(() => PersonDto, { nullable: true }) author: PersonDto | null;
  @Instant({ nullable: true, description: 'When its author last changed it.', example: null }) editedAt: string | null;
  @Instant() createdAt: string;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from({ comment, mentions }: WrittenComment): CommentDto {
    const { orderLine } = comment;
    const sample = comment.sample as CommentedSampleDto | null;
    return {
      id: comment.id,
      orderId: comment.orderId,
      orderNumber: comment.order.orderNumber,
      orderLineId: comment.orderLineId,
      lineLabel: orderLine ? lineLabel(orderLine, orderLine.style.styleNumber) : null,
      sample: sample && { id: sample.id, type: sample.type, version: sample.version },
      body: comment.body,
      pin: pinOf(comment),
      mentions,
      author: PersonDto.from(comment.author),
      editedAt: comment.editedAt?.toISOString() ?? null,
      createdAt: comment.createdAt.toISOString(),
      updatedAt: comment.updatedAt.toISOString(),
      rowVersion: comment.rowVersion,
    };
  }
}

function pinOf({ pinPictureId: pictureId, pinOption: option, pinX: x, pinY: y }: OrderComment): PinDto | null {
  return pictureId !== null && x !== null && y !== null ? { pictureId, option, x, y } : null;
}
