import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, getSchemaPath, type ApiPropertyOptions } from '@nestjs/swagger';
import { plainToInstance } from 'class-transformer';
import { registerDecorator, ValidateIf, validateSync } from 'class-validator';
import { DayField, Nested, OneOf, Text, Whole } from '../../../platform/http/fields';
import type { CellDecision, WorkbookDecisions } from '../workbook/dry-run.types';
import { isWorkbookField, type WorkbookField } from '../workbook/workbook.fields';

export const CELL_DECISIONS = ['actual', 'planned', 'ignore', 'not_applicable', 'rejected', 'note', 'value'] as const;
export const DAY_KINDS = ['actual', 'planned'] as const;
const ROW_DECISIONS = ['include', 'exclude'] as const;
const MOST_ENTRIES = 10_000;

/** An object whose keys the caller chooses; each value is checked, and the first that does not fit is named. */
function Entries(options: {
  description: string;
  example: object;
  schema: object;
  key: RegExp;
  /** What is wrong with a value, as a sentence. */
  refusal: (value: unknown) => string | null;
}): PropertyDecorator {
  const { key, refusal, schema, description, example } = options;
  const complaint = (entries: unknown): string | null => {
    if (typeof entries !== 'object' || entries === null || Array.isArray(entries)) return 'This must be an object.';
    const list = Object.entries(entries);
    if (list.length > MOST_ENTRIES) return `At most ${MOST_ENTRIES} entries are taken.`;
    for (const [name, value] of list) {
      const wrong = key.test(name) ? refusal(value) : 'There is no such place in a sheet.';
      if (wrong) return `${name.slice(0, 20)}: ${wrong}`;
    }
    return null;
  };
  const api: object = { type: 'object', additionalProperties: schema, required: false, description, example };
  return applyDecorators(
    ApiProperty(api as ApiPropertyOptions),
    ValidateIf((_, value) => value !== undefined),
    (target: object, propertyName: string | symbol) =>
      registerDecorator({
        name: 'entries',
        target: target.constructor,
        propertyName: String(propertyName),
        validator: {
          validate: (value: unknown) => complaint(value) === null,
          defaultMessage: (context) => complaint(context?.value) ?? '',
        },
      }),
  );
}

export class CellDecisionDto {
  @OneOf(CELL_DECISIONS, { name: 'CellDecisionAs', description: 'What the cell is to become.' })
  as: (typeof CELL_DECISIONS)[number];
  @Text({
    optional: true,
    min: 0,
    max: 4000,
    description: 'With `value`: read as if this stood in the cell.',
    example: '2026-12-10',
  })
  value?: string;
  @OneOf(DAY_KINDS, { optional: true, name: 'DayKind', description: 'With `value`, for a date.' })
  kind?: (typeof DAY_KINDS)[number];
}

function cellRefusal(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'This must be an object.';
  const decision = plainToInstance(CellDecisionDto, value);
  const [error] = validateSync(decision, { whitelist: true, forbidNonWhitelisted: true });
  if (error) return `${error.property}: ${Object.values(error.constraints ?? {})[0] ?? 'This does not fit.'}`;
  return decision.as === 'value' && decision.value === undefined ? 'Say which value.' : null;
}

export class WorkbookMappingDto {
  @Text({ optional: true, max: 255, description: 'The sheet to read.', example: 'Plan' }) sheet?: string;
  @Whole({ optional: true, min: 1, max: 20_000, description: 'Counted from 1.', example: 5 }) headingRow?: number;
  @Entries({
    description: 'Column letter → field; null leaves the column out. Others keep what their heading says.',
    example: { H: 'labDipApproved', AC: null },
    schema: { anyOf: [{ $ref: '#/components/schemas/WorkbookField' }, { type: 'null' }] },
    key: /^[A-Z]{1,3}$/,
    refusal: (field) =>
      field === null || (typeof field === 'string' && isWorkbookField(field)) ? null : 'There is no such field.',
  })
  columns?: Record<string, WorkbookField | null>;
}

/** What a person changed about a dry run; all of it each time. */
@ApiExtraModels(CellDecisionDto)
export class WorkbookDecisionsDto {
  @Nested(() => WorkbookMappingDto, { optional: true }) mapping?: WorkbookMappingDto;
  @Text({ optional: true, max: 255, example: 'ANABIA' }) buyer?: string;
  @Text({ optional: true, max: 255, example: 'Harbour Line Sourcing Ltd' }) company?: string;
  @DayField({ optional: true, description: 'Up to this day dates have happened.', example: '2025-11-10' })
  sheetDate?: string;
  @Entries({
    description: 'Row number → whether it becomes a line.',
    example: { 12: 'exclude' },
    schema: { type: 'string', enum: [...ROW_DECISIONS] },
    key: /^[1-9]\d{0,6}$/,
    refusal: (value) =>
      (ROW_DECISIONS as readonly unknown[]).includes(value) ? null : `Choose one of: ${ROW_DECISIONS.join(', ')}.`,
  })
  rows?: Record<string, (typeof ROW_DECISIONS)[number]>;
  @Entries({
    description: 'Cell → what it is to become.',
    example: { M11: { as: 'actual' } },
    schema: { $ref: getSchemaPath(CellDecisionDto) },
    key: /^[A-Z]{1,3}[1-9]\d{0,6}$/,
    refusal: cellRefusal,
  })
  cells?: Record<string, CellDecisionDto>;
}

export class UpdateImportDto {
  @Nested(() => WorkbookDecisionsDto, { description: 'Takes the place of the earlier ones.' })
  decisions: WorkbookDecisionsDto;
}

/** The decisions as the reader takes them, member by member. */
export function decisionsFrom(body: WorkbookDecisionsDto): WorkbookDecisions {
  const { mapping, buyer, company, sheetDate, rows, cells } = body;
  return {
    ...(mapping && { mapping: { ...mapping } }),
    ...(buyer !== undefined && { buyer }),
    ...(company !== undefined && { company }),
    ...(sheetDate !== undefined && { sheetDate }),
    ...(rows && { rows }),
    ...(cells && {
      cells: Object.fromEntries(Object.entries(cells).map(([address, decision]) => [address, cellDecision(decision)])),
    }),
  };
}

function cellDecision({ as, value, kind }: CellDecisionDto): CellDecision {
  return as === 'value' ? { as, value: value ?? '', ...(kind && { kind }) } : { as };
}
