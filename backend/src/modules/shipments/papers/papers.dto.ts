import { OmitType, PartialType } from '@nestjs/swagger';
import { Flag, Id, Instant, ListOf, Nested, OneOf, Text, Whole } from '../../../platform/http/fields';
import { StoredFileDto } from '../../../platform/storage/attachment.dto';
import { PAPER_KINDS, PAPER_STATES, type PaperKind, type PaperState } from './paper.vocabulary';
import type { ShipmentPaper } from './shipment-paper.entity';

const may = { optional: true, nullable: true } as const;
const KIND = { name: 'ShipmentPaperKind' } as const;
const STATE = { name: 'ShipmentPaperState' } as const;

export class AddPaperDto {
  @OneOf(PAPER_KINDS, KIND) kind: PaperKind;
  @Text({ ...may, max: 150, description: 'What it is called; needed where the kind is other.', example: null })
  title?: string | null;
  @Flag({ optional: true, example: true }) required?: boolean;
  @OneOf(PAPER_STATES, { ...STATE, optional: true }) state?: PaperState;
  @Id({ ...may, description: 'Whose work it is: a person of the house.', example: null }) ownerId?: string | null;
  @Whole({ ...may, min: 0, max: 99, example: 3 }) originals?: number | null;
  @Whole({ ...may, min: 0, max: 99, example: 2 }) copies?: number | null;
  @Text({ ...may, max: 5000, description: 'What is asked of it, in the words of the LC or the buyer.', example: null })
  wording?: string | null;
}

export class AddPapersDto {
  @ListOf(() => AddPaperDto, { min: 1, max: 30 }) papers: AddPaperDto[];
}

export class UpdatePaperDto extends PartialType(OmitType(AddPaperDto, ['kind']), { skipNullProperties: false }) {}

export class ShipmentPaperDto {
  @Id() id: string;
  @Id() shipmentId: string;
  @OneOf(PAPER_KINDS, KIND) kind: PaperKind;
  @Text({ max: 150, nullable: true, example: null }) title: string | null;
  @Flag({ example: true }) required: boolean;
  @OneOf(PAPER_STATES, STATE) state: PaperState;
  @Id({ nullable: true }) ownerId: string | null;
  @Text({ max: 255, nullable: true, example: 'Rina Akter' }) ownerName: string | null;
  @Whole({ min: 0, max: 99, nullable: true, example: 3 }) originals: number | null;
  @Whole({ min: 0, max: 99, nullable: true, example: 2 }) copies: number | null;
  @Text({ max: 5000, nullable: true, example: null }) wording: string | null;
  @Nested(() => StoredFileDto, { nullable: true }) file: StoredFileDto | null;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from(paper: ShipmentPaper): ShipmentPaperDto {
    const { id, shipmentId, kind, title, required, state, ownerId, originals, copies, wording, rowVersion } = paper;
    return {
      ...{ id, shipmentId, kind, title, required, state, ownerId, originals, copies, wording, rowVersion },
      ownerName: paper.owner?.fullName ?? null,
      file: StoredFileDto.from(paper.attachment),
      updatedAt: paper.updatedAt.toISOString(),
    };
  }
}

export class ShipmentPapersDto {
  @ListOf(() => ShipmentPaperDto, { max: 1000 }) papers: ShipmentPaperDto[];
}
