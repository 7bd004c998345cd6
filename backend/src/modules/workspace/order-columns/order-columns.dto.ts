import { Transform } from 'class-transformer';
import { DayField, Id, Ids, ListOf, Nested, Text } from '../../../platform/http/fields';
import { MAX_PAGE_SIZE } from '../../../platform/listing/list-definition';

export class OrderColumnsQueryDto {
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))
  @Ids({ min: 1, max: MAX_PAGE_SIZE, description: 'The orders of a page.' })
  orderId: string[];
}

/** A small picture of a sample or of an artwork. */
export class SmallPictureDto {
  @Id({ description: 'The document that it shows.' }) documentId: string;
  @Text({ max: 255, example: 'lab-dip-white.jpg' }) fileName: string;
  @Text({ max: 4000, description: 'The link lives five minutes.' }) url: string;
}

export class LinePictureDto {
  @Id() lineId: string;
  @Nested(() => SmallPictureDto) photo: SmallPictureDto;
}

/** What the order list may show of an order that orders themselves do not know. */
export class OrderColumnsDto {
  @Id() orderId: string;
  @DayField({
    nullable: true,
    description: 'When the first PI that still counts was sent; where none was, the day on the first PI in its files.',
  })
  piSentOn: string | null;
  @DayField({
    nullable: true,
    description: 'When its first LC was issued; where none was, the day on the first LC in its files.',
  })
  lcIssuedOn: string | null;
  @Nested(() => SmallPictureDto, { nullable: true, description: 'The newest of all its samples and artworks.' })
  photo: SmallPictureDto | null;
  @ListOf(() => LinePictureDto, { max: 1000, description: 'The newest of each line that has one.' })
  lines: LinePictureDto[];
}

export class OrderColumnsListDto {
  @ListOf(() => OrderColumnsDto, { max: MAX_PAGE_SIZE, description: 'In no order.' }) results: OrderColumnsDto[];
}
