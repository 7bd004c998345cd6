import type { Option } from '../ui/Input';
import type { DecimalRange } from './decimals';

/** One field of a form: what it is called, and what may be typed. */
export interface FieldSpec {
  label: string;
  kind: 'text' | 'long' | 'decimal' | 'day' | 'unit' | 'currency' | 'choice' | 'scan';
  /** What may be chosen. */
  options?: readonly Option[];
  max?: number;
  range?: DecimalRange;
  required?: string;
  /** Where it depends on others whether it must be filled in. */
  requiredWhen?: () => boolean;
  hint?: string;
  /** Printed inside, at the end. */
  end?: string;
  placeholder?: string;
}

export const text = (label: string, max: number, more: Partial<FieldSpec> = {}): FieldSpec => ({
  label,
  kind: 'text',
  max,
  ...more,
});
/** A number from a label: typed, or scanned once. */
export const scan = (label: string, max: number): FieldSpec => ({ label, kind: 'scan', max });
export const decimal = (label: string, range: DecimalRange, more: Partial<FieldSpec> = {}): FieldSpec => ({
  label,
  kind: 'decimal',
  range,
  ...more,
});
export const day = (label: string, hint?: string): FieldSpec => ({ label, kind: 'day', hint });
export const long = (label: string, max: number): FieldSpec => ({ label, kind: 'long', max });

export const choice = (label: string, options: readonly Option[], more: Partial<FieldSpec> = {}): FieldSpec => ({
  label,
  kind: 'choice',
  options,
  ...more,
});
