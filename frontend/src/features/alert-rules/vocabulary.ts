import type { AlertRuleDto } from '@/shared/api/generated';
import { plural } from '@/shared/lib/format';

const units: Record<AlertRuleDto['unit'], readonly [one: string, many: string]> = {
  days: ['day', 'days'],
  working_days: ['working day', 'working days'],
  points: ['point', 'points'],
};

/** `7 days` */
export const thresholdWords = (threshold: number, unit: AlertRuleDto['unit']): string =>
  plural(threshold, ...units[unit]);

export const unitWords = (unit: AlertRuleDto['unit']): string => units[unit][1];

/** The description with the threshold in the place of its `n`. */
export const described = ({ description, threshold }: Pick<AlertRuleDto, 'description' | 'threshold'>): string =>
  description.replace(/\bn\b/g, String(threshold)).replace(/\b1 ((?:more |working )*)(day|point)s\b/g, '1 $1$2');
