import type { PackageDto, WritePackageDto } from '@/shared/api/generated';
import { readDecimal } from '@/shared/forms/decimals';
import { filled, textOf } from '@/shared/forms/values';
import { packageSpecs } from './specs';
import type { PackageKind } from './vocabulary';

export type ContentValues = Record<'orderLineId' | 'quantity', string>;
export type PackageValues = Record<Exclude<keyof typeof packageSpecs, 'orderLineId' | 'quantity'>, string> & {
  contents: ContentValues[];
};

const { orderLineId, quantity, ...rowSpecs } = packageSpecs;
const contentSpecs = { orderLineId, quantity };

/** A row as its form begins. */
export const packageValues = (row: Partial<PackageDto> = {}): PackageValues => ({
  ...textOf<keyof typeof rowSpecs>(rowSpecs, {
    ...row,
    firstNumber: row.firstNumber?.toString(),
    lastNumber: row.lastNumber?.toString(),
  }),
  contents: (row.contents ?? [{ orderLineId: '', quantity: '' }]).map((content) => textOf(contentSpecs, content)),
});

/** A row as the API takes it. */
export function writtenPackage({ contents, ...row }: PackageValues): WritePackageDto {
  const { firstNumber, lastNumber, ...rest } = filled(rowSpecs, row);
  return {
    ...(rest as Pick<WritePackageDto, 'kind'>),
    firstNumber: Number(firstNumber),
    lastNumber: Number(lastNumber),
    contents: contents.map((content) => filled(contentSpecs, content) as unknown as ContentValues),
  };
}

/** The number after the last of this kind. */
export const nextNumber = (rows: readonly Pick<PackageValues, 'kind' | 'lastNumber'>[], kind: PackageKind): number =>
  Math.max(0, ...rows.filter((row) => row.kind === kind).map(({ lastNumber }) => Number(lastNumber) || 0)) + 1;

const columns = ['netKg', 'grossKg', 'lengthCm', 'widthCm', 'heightCm'] as const;

/**
 * Packages out of a sheet, one a row: the quantity in it, then net and gross kg, length, width and height, as far as they
 * are there. A row that does not begin with a number, such as the heading, is left out.
 */
export function pastedPackages(
  text: string,
  { kind, orderLineId: line, from }: { kind: PackageKind; orderLineId: string; from: number },
): PackageValues[] {
  const rows = text.split(/\r?\n/).map((row) => row.split(/\t|;/).map((cell) => readDecimal(cell)));
  return rows
    .filter((cells) => cells[0] !== null && cells[0] !== undefined && Number(cells[0]) > 0)
    .map((cells, index) => {
      const number = String(from + index);
      const measures = Object.fromEntries(columns.map((column, at) => [column, cells[at + 1] ?? '']));
      return {
        ...packageValues(),
        ...measures,
        ...{ kind, firstNumber: number, lastNumber: number },
        contents: [{ orderLineId: line, quantity: cells[0] ?? '' }],
      };
    });
}
