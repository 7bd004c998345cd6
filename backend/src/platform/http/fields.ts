import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  IsUUID,
  isEmail,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  registerDecorator,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import Decimal from 'decimal.js';
import { isCurrency, NO_CURRENCY } from '../values/currencies';
import { UNITS } from '../values/quantity';
import { isDay } from '../values/day';

/**
 * The kinds of field a DTO has. Each says once what the OpenAPI document shows and what the validator enforces, with
 * ranges that fit the column. `optional`: may be left out. `nullable`: may be null, which clears it.
 */
interface FieldOptions {
  description?: string;
  example?: unknown;
  optional?: boolean;
  nullable?: boolean;
  /** The example of a body leaves it out: it is sent instead of another field, or names what the example has not. */
  alternative?: boolean;
}

function field(options: FieldOptions, api: ApiPropertyOptions, ...validators: PropertyDecorator[]) {
  const { description, example, optional, nullable, alternative } = options;
  return applyDecorators(
    ApiProperty({
      ...api,
      ...(description ? { description } : {}),
      ...(example !== undefined ? { example } : {}),
      required: !optional,
      ...(nullable ? { nullable: true } : {}),
      ...(alternative ? { 'x-alternative': true } : {}),
    } as ApiPropertyOptions),
    ...(optional ? [ValidateIf((_, value) => value !== undefined)] : []),
    ...(nullable ? [ValidateIf((_, value) => value !== null)] : []),
    ...validators,
  );
}

/** No NUL bytes and no lone surrogates: Postgres cannot store them. */
const STORABLE = /^(?:[^\u0000\uD800-\uDFFF]|[\uD800-\uDBFF][\uDC00-\uDFFF])*$/;
const NOT_BLANK = /\S/;

interface TextOptions extends FieldOptions {
  max: number;
  min?: number;
  pattern?: RegExp;
  hint?: string;
  /** Blanks at its ends belong to it: a password. */
  verbatim?: boolean;
}

/** What is no longer than this is a name: one line. */
const LINE_LENGTH = 255;
const BREAKS = /\s*[\t\n\v\f\r\u0085\u2028\u2029]\s*/g;

/** Blanks at its ends cut off, and in a name what a cell of a sheet breaks it with: `PO-1182 ` is `PO-1182`. */
const tidied = (value: unknown, max: number): unknown =>
  typeof value === 'string' ? (max > LINE_LENGTH ? value.trim() : value.trim().replace(BREAKS, ' ')) : value;

/**
 * Text of `min` (1 unless told) to `max` characters, not only blanks unless `min` is 0. Blanks at its ends are cut off, and
 * a line break or a tab in a text of at most 255 characters becomes a blank.
 */
export function Text(options: TextOptions) {
  const { max, min = 1, pattern, hint, verbatim } = options;
  return field(
    options,
    {
      type: String,
      maxLength: max,
      ...(min ? { minLength: min } : {}),
      ...(pattern ? { pattern: pattern.source } : {}),
    },
    ...(pattern ? [Matches(pattern, { message: hint ?? '$property is not written as it should be' })] : []),
    ...(min ? [Matches(NOT_BLANK, { message: '$property should not be blank' })] : []),
    ...(min > 1 ? [MinLength(min)] : []),
    MaxLength(max),
    Matches(STORABLE, { message: '$property holds characters that cannot be stored' }),
    IsString({ message: 'This is needed, as text.' }),
    ...(verbatim ? [] : [Transform(({ value }: { value: unknown }) => tidied(value, max))]),
  );
}

/** A list of sentences or names; for answers. */
export function Texts(options: FieldOptions = {}) {
  return field(options, { type: String, isArray: true }, IsArray(), IsString({ each: true }));
}

/** At most `max` texts of at most `each` characters, none blank. */
export function TextList(options: FieldOptions & { max: number; each: number }) {
  const { max, each } = options;
  return field(
    options,
    { type: 'array', maxItems: max, items: { type: 'string', minLength: 1, maxLength: each } },
    MaxLength(each, { each: true, message: `Each is at most ${each} characters long.` }),
    Matches(NOT_BLANK, { each: true, message: 'None may be blank.' }),
    Matches(STORABLE, { each: true, message: 'One holds characters that cannot be stored.' }),
    IsString({ each: true, message: 'Each must be text.' }),
    ArrayMaxSize(max),
    IsArray(),
  );
}

/** The library's own check throws at half of a surrogate pair. */
const isAddress = (value: unknown) => typeof value === 'string' && STORABLE.test(value) && isEmail(value);

export function Email(options: FieldOptions = {}) {
  return field(
    options,
    { type: String, format: 'email', maxLength: 254 },
    check('isEmail', isAddress, 'This is not an e-mail address.'),
    MaxLength(254),
  );
}

export function Id(options: FieldOptions = {}) {
  return field(options, { type: String, format: 'uuid' }, IsUUID('all', { message: 'This is not an id.' }));
}

/** A calendar day, `2025-11-13`. */
export function DayField(options: FieldOptions = {}) {
  return field(
    { example: '2026-11-13', ...options },
    { type: String, format: 'date' },
    check('isDay', isDay, 'Write the day as YYYY-MM-DD; it must be a real day of the calendar.'),
  );
}

/** An instant in UTC, `2025-11-13T08:30:00.000Z`; for answers. */
export function Instant(options: FieldOptions = {}) {
  return field({ example: '2026-11-13T08:30:00.000Z', ...options }, { type: String, format: 'date-time' }, IsString());
}

export function OneOf<T extends string>(values: readonly T[], options: FieldOptions & { name?: string } = {}) {
  return field(
    { example: values[0], ...options },
    { type: String, enum: [...values], ...(options.name ? { enumName: options.name } : {}) },
    IsIn([...values], { message: `Choose one of: ${values.join(', ')}.` }),
  );
}

/** A list of some of these values. */
export function SomeOf<T extends string>(values: readonly T[], options: FieldOptions & { name?: string } = {}) {
  return field(
    { example: values.slice(0, 1), ...options },
    { type: String, enum: [...values], isArray: true, ...(options.name ? { enumName: options.name } : {}) },
    IsArray(),
    ArrayMaxSize(values.length),
    IsIn([...values], { each: true, message: `Choose some of: ${values.join(', ')}.` }),
  );
}

/** Ids, from `min` (none unless told) to `max`. */
export function Ids(options: FieldOptions & { max: number; min?: number }) {
  const { max, min = 0 } = options;
  return field(
    options,
    { type: String, format: 'uuid', isArray: true, maxItems: max, ...(min ? { minItems: min } : {}) },
    IsArray(),
    ArrayMaxSize(max),
    ArrayMinSize(min),
    IsUUID('all', { each: true, message: 'Each must be an id.' }),
  );
}

/** Whole number from `min` to `max`. */
export function Whole(options: FieldOptions & { min: number; max: number }) {
  return field(
    options,
    { type: 'integer', minimum: options.min, maximum: options.max },
    IsInt({ message: 'This must be a whole number.' }),
    Min(options.min),
    Max(options.max),
  );
}

/** Whole numbers from `min` to `max`, at most `atMost` of them. */
export function Wholes(options: FieldOptions & { min: number; max: number; atMost: number }) {
  const { min, max, atMost } = options;
  return field(
    options,
    { type: 'array', maxItems: atMost, items: { type: 'integer', minimum: min, maximum: max } },
    Max(max, { each: true, message: `Each is at most ${max}.` }),
    Min(min, { each: true, message: `Each is at least ${min}.` }),
    IsInt({ each: true, message: 'Each must be a whole number.' }),
    ArrayMaxSize(atMost),
    IsArray(),
  );
}

export function Flag(options: FieldOptions = {}) {
  return field(options, { type: Boolean }, IsBoolean());
}

/** A decimal number as a string, between `min` and `max`, with at most `scale` decimals. Fits numeric(p, scale). */
export function DecimalField(options: FieldOptions & { min: string; max: string; scale: number }) {
  const { min, max, scale } = options;
  return field(
    options,
    {
      type: String,
      pattern: DECIMAL.source,
      description: options.description ?? `Decimal string from ${min} to ${max}.`,
    },
    check(
      'isDecimal',
      (value) => isDecimal(value, min, max, scale),
      `Write a number from ${min} to ${max} with at most ${scale} decimals, as text: "12.5".`,
    ),
  );
}

/** A quantity above zero for numeric(14,3); its unit stands beside it. */
export const QuantityField = (options: FieldOptions & { zero?: boolean } = {}) =>
  DecimalField({ example: '5000', ...options, min: options.zero ? '0' : '0.001', max: '99999999999', scale: 3 });

/** A unit price for numeric(14,4); its currency stands beside it. */
export const PriceField = (options: FieldOptions = {}) =>
  DecimalField({ example: '2.45', ...options, min: '0', max: '9999999999', scale: 4 });

/** An amount above zero for numeric(16,3); its currency stands beside it. */
export const AmountField = (options: FieldOptions = {}) =>
  DecimalField({ example: '96400.00', ...options, min: '0.001', max: '9999999999999', scale: 3 });

/** A percentage from 0 to below 100 for numeric(5,2). */
export const PercentField = (options: FieldOptions = {}) =>
  DecimalField({ example: '12.5', ...options, min: '0', max: '99.99', scale: 2 });

/** ISO 4217, three capitals: one that people pay in. */
export const CurrencyField = (options: FieldOptions = {}) =>
  field(
    { example: 'USD', ...options },
    { type: String, maxLength: 3, minLength: 3, pattern: '^[A-Z]{3}$' },
    check('isCurrency', isCurrency, NO_CURRENCY),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
  );

export const UnitField = (options: FieldOptions = {}) => OneOf(UNITS, { example: 'kg', ...options, name: 'Unit' });

/** Free-form JSON of the caller's own, kept as it is. */
export function JsonObject(options: FieldOptions = {}) {
  return field(options, { type: 'object', additionalProperties: true }, IsObject());
}

/** An object of another DTO. */
export function Nested(type: () => new () => object, options: FieldOptions = {}) {
  return applyDecorators(
    field(options, { type: () => type() as never }, ValidateNested(), IsObject({ message: 'This must be an object.' })),
    Type(type),
  );
}

/** A list of another DTO, of `min` to `max` members. */
export function ListOf(type: () => new () => object, options: FieldOptions & { min?: number; max: number }) {
  return applyDecorators(
    field(
      options,
      {
        type: () => type() as never,
        isArray: true,
        maxItems: options.max,
        ...(options.min ? { minItems: options.min } : {}),
      },
      IsArray(),
      ArrayMaxSize(options.max),
      ...(options.min ? [ArrayMinSize(options.min)] : []),
      ValidateNested({ each: true }),
      IsObject({ each: true, message: 'Each must be an object.' }),
    ),
    Type(type),
  );
}

const DECIMAL = /^-?\d{1,15}(\.\d{1,6})?$/;

function isDecimal(value: unknown, min: string, max: string, scale: number): boolean {
  if (typeof value !== 'string' || !DECIMAL.test(value)) return false;
  const number = new Decimal(value);
  return number.gte(min) && number.lte(max) && number.decimalPlaces() <= scale;
}

/** A rule of its own on a field. */
export function check(name: string, validate: (value: unknown) => boolean, message: string): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(propertyName),
      options: { message },
      validator: { validate },
    });
}
