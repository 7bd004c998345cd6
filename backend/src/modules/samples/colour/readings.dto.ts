import Decimal from 'decimal.js';
import { DecimalField, Flag, ListOf, Nested, OneOf, Text, Texts } from '../../../platform/http/fields';
import type { LabText, ReadingRow } from '../round-rows';
import { OPTION_LABELS, type OptionLabel } from '../vocabulary';
import {
  differenceAb,
  differenceCiede2000Of,
  differenceCmcOf,
  screenColourOf,
  shiftOf,
  type Lab,
  type Shift,
} from './difference';
import { formulaName, judgedDifference, shiftWords, verdictSentence, type Tolerance } from './verdict';
import {
  ILLUMINANTS,
  OBSERVERS,
  TOLERANCE_FORMULAS,
  type Illuminant,
  type Observer,
  type ToleranceFormula,
} from './vocabulary';

const axis = (example: string) => DecimalField({ min: '-200', max: '200', scale: 4, example });
const weight = (description: string, example: string) =>
  DecimalField({ optional: true, nullable: true, min: '0.1', max: '9.9', scale: 1, description, example });

/** A colour as a spectrophotometer reads it. Never from a photo. */
export class LabDto {
  @DecimalField({ min: '0', max: '100', scale: 4, description: 'L*, from black (0) to white (100).', example: '24.10' })
  l: string;
  @axis('1.32') a: string;
  @axis('-14.85') b: string;
}

/** How far from the standard is still accepted, and by which formula. */
export class ToleranceDto {
  @OneOf(TOLERANCE_FORMULAS, { name: 'ToleranceFormula' }) formula: ToleranceFormula;
  @weight('l of CMC(l:c), 2 unless told; none for CIEDE2000.', '2') lightness?: string | null;
  @weight('c of CMC(l:c), 1 unless told; none for CIEDE2000.', '1') chroma?: string | null;
  @DecimalField({ min: '0.01', max: '20', scale: 2, example: '1.00' }) limit: string;
}

export class MeasuredOptionDto extends LabDto {
  @OneOf(OPTION_LABELS, { name: 'OptionLabel' }) label: OptionLabel;
}

/** All that was read under one light; what was there for this light before is replaced. */
export class MeasureSampleDto {
  @Nested(() => LabDto) standard: LabDto;
  @Nested(() => ToleranceDto) tolerance: ToleranceDto;
  @ListOf(() => MeasuredOptionDto, { max: OPTION_LABELS.length }) options: MeasuredOptionDto[];
}

const figure = (description: string, example: string) =>
  DecimalField({ min: '-999', max: '999', scale: 2, description, example });

/** An option beside the standard. `dL` and so on: what it has more of. */
export class ComparedOptionDto extends MeasuredOptionDto {
  @figure('Lighter when above zero.', '-0.42') dL: string;
  @figure('Redder when above zero, greener below.', '0.61') da: string;
  @figure('Yellower when above zero, bluer below.', '0.10') db: string;
  @figure('Stronger when above zero.', '0.05') dC: string;
  @figure('Turned in hue.', '0.62') dH: string;
  @figure('ΔE*ab.', '0.75') deltaEAb: string;
  @figure('ΔE CMC(2:1), whatever the tolerance says.', '0.58') deltaECmc: string;
  @figure('CIEDE2000.', '0.66') deltaE2000: string;
  @figure('By the formula of the tolerance: the figure that is judged.', '0.58') judged: string;
  @Flag({ description: 'Whether it is within the limit.' }) passes: boolean;
  @Texts({ description: 'The largest shift first.', example: ['redder', 'darker'] }) words: string[];
  @Text({ max: 300, example: 'Passes by CMC(2:1) under D65, 10°: 0.58 of 1.00 allowed; redder, darker.' })
  verdict: string;
  @Text({ max: 7, description: 'The nearest colour of a screen. It is no evidence.', example: '#2b2f4d' })
  screenColour: string;

  static from(option: LabText & { label: OptionLabel }, row: ReadingRow): ComparedOptionDto {
    const [standard, sample, tolerance] = [labOf(row), labOf(option), toleranceOf(row)];
    const shift = shiftOf(standard, sample);
    const judged = judgedDifference(standard, sample, tolerance);
    const words = shiftWords(shift);
    return {
      ...labText(option),
      label: option.label,
      ...(Object.fromEntries(Object.entries(shift).map(([name, by]) => [name, figureText(by)])) as Record<
        keyof Shift,
        string
      >),
      deltaEAb: figureText(differenceAb(standard, sample)),
      deltaECmc: figureText(differenceCmcOf(standard, sample)),
      deltaE2000: figureText(differenceCiede2000Of(standard, sample)),
      judged: figureText(judged),
      passes: judged <= tolerance.limit,
      words,
      verdict: verdictSentence(judged, words, tolerance, row),
      screenColour: screenColourOf(sample),
    };
  }
}

/** What was measured under one light. */
export class ReadingDto {
  @OneOf(ILLUMINANTS, { name: 'Illuminant' }) illuminant: Illuminant;
  @OneOf(OBSERVERS, { name: 'Observer', description: 'Degrees of the field of view.' }) observer: Observer;
  @Nested(() => LabDto) standard: LabDto;
  @Text({ max: 7, description: 'The standard, as near as a screen can show it.', example: '#2b2e4c' })
  screenColour: string;
  @Nested(() => ToleranceDto) tolerance: ToleranceDto;
  @Text({ max: 20, example: 'CMC(2:1)' }) formulaName: string;
  @ListOf(() => ComparedOptionDto, { max: OPTION_LABELS.length }) options: ComparedOptionDto[];

  static from(row: ReadingRow): ReadingDto {
    const tolerance = toleranceOf(row);
    return {
      illuminant: row.illuminant,
      observer: row.observer,
      standard: labText(row),
      screenColour: screenColourOf(labOf(row)),
      tolerance: toleranceText(row),
      formulaName: formulaName(tolerance),
      options: row.options.map((option) => ComparedOptionDto.from(option, row)),
    };
  }
}

const labOf = ({ l, a, b }: LabText): Lab => ({ l: Number(l), a: Number(a), b: Number(b) });

/** Two decimals at least, four where they were measured. */
const axisText = (value: string): string => new Decimal(value).toFixed(Math.max(2, new Decimal(value).decimalPlaces()));

const labText = ({ l, a, b }: LabText): LabText => ({ l: axisText(l), a: axisText(a), b: axisText(b) });

const numberOrNull = (value: string | null): number | null => (value === null ? null : Number(value));

const toleranceOf = (row: ReadingRow): Tolerance => ({
  formula: row.formula,
  lightness: numberOrNull(row.cmcLightness),
  chroma: numberOrNull(row.cmcChroma),
  limit: Number(row.toleranceLimit),
});

const toleranceText = (row: ReadingRow) => ({
  formula: row.formula,
  lightness: row.cmcLightness && new Decimal(row.cmcLightness).toString(),
  chroma: row.cmcChroma && new Decimal(row.cmcChroma).toString(),
  limit: new Decimal(row.toleranceLimit).toFixed(2),
});

/** Half up to two decimals; no minus before a zero. */
const figureText = (value: number): string =>
  new Decimal(value)
    .toDecimalPlaces(2)
    .plus(0)
    .toFixed(2)
    .replace(/^-(0\.00)$/, '$1');
