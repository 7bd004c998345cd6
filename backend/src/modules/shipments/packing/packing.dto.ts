import { DecimalField, Id, ListOf, OneOf, QuantityField, Text, Whole } from '../../../platform/http/fields';
import { PACKAGE_KINDS, type PackageKind } from '../shipment.vocabulary';

const may = { optional: true, nullable: true } as const;
const Kilos = (example: string, more: object = may) =>
  DecimalField({ ...more, min: '0.001', max: '9999999', scale: 3, example, description: 'kg, of one package.' });
const Centimetres = (example: string, more: object = may) =>
  DecimalField({ ...more, min: '0.1', max: '99999', scale: 1, example, description: 'cm, of one package.' });
const OF_CONTAINER = { description: 'Of the shipment’s container that they go in.', example: 'CSQU3054383' };
const sum = { min: '0', max: '99999999999', scale: 3 };

export class PackageContentDto {
  @Id({ description: 'A line that goes with the shipment.' }) orderLineId: string;
  @QuantityField({ description: 'In one package, in the unit of the shipment’s line.', example: '50' })
  quantity: string;
}

export class WritePackageDto {
  @OneOf(PACKAGE_KINDS, { name: 'PackageKind' }) kind: PackageKind;
  @Whole({ min: 1, max: 99_999, example: 1 }) firstNumber: number;
  @Whole({ min: 1, max: 99_999, example: 10 }) lastNumber: number;
  @ListOf(() => PackageContentDto, { min: 1, max: 20 }) contents: PackageContentDto[];
  @Kilos('11.5') netKg?: string | null;
  @Kilos('12.4') grossKg?: string | null;
  @Centimetres('60') lengthCm?: string | null;
  @Centimetres('40') widthCm?: string | null;
  @Centimetres('35.5') heightCm?: string | null;
  @Text({ ...may, max: 20, ...OF_CONTAINER }) containerNumber?: string | null;
}

export class WritePackingListDto {
  @ListOf(() => WritePackageDto, { max: 1000 }) packages: WritePackageDto[];
}

const known = { nullable: true } as const;

export class PackageDto {
  @OneOf(PACKAGE_KINDS, { name: 'PackageKind' }) kind: PackageKind;
  @Whole({ min: 1, max: 99_999, example: 1 }) firstNumber: number;
  @Whole({ min: 1, max: 99_999, example: 10 }) lastNumber: number;
  @ListOf(() => PackageContentDto, { max: 20 }) contents: PackageContentDto[];
  @Kilos('11.5', known) netKg: string | null;
  @Kilos('12.4', known) grossKg: string | null;
  @Centimetres('60', known) lengthCm: string | null;
  @Centimetres('40', known) widthCm: string | null;
  @Centimetres('35.5', known) heightCm: string | null;
  @Text({ ...known, max: 20, ...OF_CONTAINER }) containerNumber: string | null;
}

export class PackageCountDto {
  @OneOf(PACKAGE_KINDS, { name: 'PackageKind' }) kind: PackageKind;
  @Whole({ min: 1, max: 99_999_999, example: 11 }) count: number;
}

export class PackingTotalsDto {
  @ListOf(() => PackageCountDto, { max: PACKAGE_KINDS.length }) packages: PackageCountDto[];
  @DecimalField({ ...sum, example: '149.5' }) netKg: string;
  @DecimalField({ ...sum, example: '161.2' }) grossKg: string;
  @DecimalField({ ...sum, example: '1.022' }) volumeM3: string;
  @Whole({ min: 0, max: 99_999_999, description: 'Packages that were not weighed.', example: 0 }) unweighed: number;
  @Whole({ min: 0, max: 99_999_999, description: 'Packages that were not measured.', example: 0 }) unmeasured: number;
}
