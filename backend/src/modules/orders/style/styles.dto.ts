import { OmitType, PartialType } from '@nestjs/swagger';
import {
  DayField,
  DecimalField,
  Id,
  Instant,
  ListOf,
  OneOf,
  QuantityField,
  Text,
  Whole,
} from '../../../platform/http/fields';
import { CreateLineDto, decimal, LineDto } from '../line/lines.dto';
import type { OrderLine } from '../line/line.entity';
import { CONSUMPTION_UNITS, ROLL_UNITS } from '../quantity/fabric';
import type { OrderStyle } from './style.entity';

const may = { optional: true, nullable: true } as const;

const consumption = {
  min: '0.0001',
  max: '9999',
  scale: 4,
  example: '0.21',
  description: 'Fabric that one piece takes, in `consumptionUnit`.',
};
const roll = { example: '25', description: 'Fabric on one roll, in `rollUnit`.' };

export class CreateStyleDto {
  @Text({ max: 150, example: 'MT-2291' }) styleNumber: string;
  @Text({ ...may, max: 2000, example: 'Mens tubular' }) description?: string | null;
  @Text({ ...may, max: 255, example: 'Single jersey' }) fabricType?: string | null;
  @Text({ ...may, max: 2000, example: 'Bio-washed' }) fabricSpecifications?: string | null;
  @Text({ ...may, max: 255, example: '100% cotton' }) fabricComposition?: string | null;
  @DecimalField({ ...may, description: 'g/m²', min: '1', max: '99999', scale: 2, example: '160' }) gsm?: string | null;
  @Text({ ...may, max: 100, example: 'Enzyme' }) finishType?: string | null;
  @Text({ ...may, max: 1000, example: '30/1 combed' }) construction?: string | null;
  @Text({ ...may, max: 100, description: 'What can be cut, with its unit.', example: '58 in' })
  cuttableWidth?: string | null;
  @Text({ ...may, max: 100, description: 'The full width, with its unit: weight goes by it.', example: '60 in' })
  finishingWidth?: string | null;
  @DecimalField({ ...may, ...consumption }) consumptionPerPiece?: string | null;
  @OneOf(CONSUMPTION_UNITS, { optional: true, name: 'ConsumptionUnit' }) consumptionUnit?: string;
  @QuantityField({ ...may, ...roll }) rollQuantity?: string | null;
  @OneOf(ROLL_UNITS, { optional: true, name: 'RollUnit' }) rollUnit?: string;
  @DayField({ ...may }) etd?: string | null;
  @DayField({ ...may }) eta?: string | null;
  @DayField({ ...may }) submissionDate?: string | null;
  @Text({ ...may, max: 5000, example: 'Repeat of last season.' }) notes?: string | null;
  @ListOf(() => CreateLineDto, { min: 1, max: 200 }) lines: CreateLineDto[];
}

export class UpdateStyleDto extends PartialType(OmitType(CreateStyleDto, ['lines']), { skipNullProperties: false }) {}

export class CopyStyleDto {
  @Text({
    optional: true,
    max: 150,
    description: 'Its number; the same as the copied, unless told.',
    example: 'MT-2292',
  })
  styleNumber?: string;
}

export class StyleDto {
  @Id() id: string;
  @Id() orderId: string;
  @Whole({ min: 0, max: 100000, example: 1 }) sequenceNumber: number;
  @Text({ max: 150, example: 'MT-2291' }) styleNumber: string;
  @Text({ max: 2000, nullable: true, example: 'Mens tubular' }) description: string | null;
  @Text({ max: 255, nullable: true, example: 'Single jersey' }) fabricType: string | null;
  @Text({ max: 2000, nullable: true, example: 'Bio-washed' }) fabricSpecifications: string | null;
  @Text({ max: 255, nullable: true, example: '100% cotton' }) fabricComposition: string | null;
  @DecimalField({ nullable: true, description: 'g/m²', min: '1', max: '99999', scale: 2, example: '160' }) gsm:
    | string
    | null;
  @Text({ max: 100, nullable: true, example: 'Enzyme' }) finishType: string | null;
  @Text({ max: 1000, nullable: true, example: '30/1 combed' }) construction: string | null;
  @Text({ max: 100, nullable: true, example: '58 in' }) cuttableWidth: string | null;
  @Text({ max: 100, nullable: true, example: '60 in' }) finishingWidth: string | null;
  @DecimalField({ nullable: true, ...consumption }) consumptionPerPiece: string | null;
  @OneOf(CONSUMPTION_UNITS, { name: 'ConsumptionUnit' }) consumptionUnit: string;
  @QuantityField({ nullable: true, ...roll }) rollQuantity: string | null;
  @OneOf(ROLL_UNITS, { name: 'RollUnit' }) rollUnit: string;
  @DayField({ nullable: true }) etd: string | null;
  @DayField({ nullable: true }) eta: string | null;
  @DayField({ nullable: true }) submissionDate: string | null;
  @Text({ max: 5000, nullable: true, example: 'Repeat of last season.' }) notes: string | null;
  @ListOf(() => LineDto, { max: 1000 }) lines: LineDto[];
  @Instant() createdAt: string;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from(style: OrderStyle, lines: readonly OrderLine[]): StyleDto {
    return {
      id: style.id,
      orderId: style.orderId,
      sequenceNumber: style.sequenceNumber,
      styleNumber: style.styleNumber,
      description: style.description,
      fabricType: style.fabricType,
      fabricSpecifications: style.fabricSpecifications,
      fabricComposition: style.fabricComposition,
      gsm: decimal(style.gsm),
      finishType: style.finishType,
      construction: style.construction,
      cuttableWidth: style.cuttableWidth,
      finishingWidth: style.finishingWidth,
      consumptionPerPiece: decimal(style.consumptionPerPiece),
      consumptionUnit: style.consumptionUnit,
      rollQuantity: decimal(style.rollQuantity),
      rollUnit: style.rollUnit,
      etd: style.etd,
      eta: style.eta,
      submissionDate: style.submissionDate,
      notes: style.notes,
      lines: lines.filter((line) => line.styleId === style.id).map((line) => LineDto.from(line, style)),
      createdAt: style.createdAt.toISOString(),
      updatedAt: style.updatedAt.toISOString(),
      rowVersion: style.rowVersion,
    };
  }
}
