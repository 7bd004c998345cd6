import { DecimalField, OneOf, Text, Whole } from '../../../platform/http/fields';
import { SAMPLE_TYPES, type SampleType } from '../vocabulary';

/** What the rounds of one type came to, of one colour at one mill. */
export class RoundCostDto {
  @OneOf(SAMPLE_TYPES, { name: 'SampleType' }) type: SampleType;
  @Text({ max: 255, nullable: true, example: 'Mill A' }) millName: string | null;
  @Text({ max: 255, nullable: true, example: 'Navy' }) colorName: string | null;
  @Whole({ min: 1, max: 2147483647, description: 'Lines for which rounds went.', example: 8 }) lines: number;
  @Whole({ min: 1, max: 2147483647, example: 19 }) rounds: number;
  @Whole({ min: 0, max: 2147483647, description: 'Rounds that the buyer refused.', example: 11 }) refused: number;
  @DecimalField({ min: '0', max: '9999', scale: 1, description: 'Rounds a line.', example: '2.4' })
  roundsPerLine: string;
  @Whole({ min: 0, max: 2147483647, description: 'Days that refused rounds cost, to today.', example: 62 })
  lostDays: number;
  @DecimalField({
    min: '0',
    max: '99999',
    scale: 1,
    nullable: true,
    description: 'Days a refused round.',
    example: '5.6',
  })
  daysPerRefusal: string | null;
}
