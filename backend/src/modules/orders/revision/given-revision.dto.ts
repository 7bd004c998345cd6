import { DayField, Text } from '../../../platform/http/fields';

/** With whom and why a change of what was agreed was agreed. */
export class GivenRevisionDto {
  @Text({ max: 1000, example: 'The buyer cut the order.' }) reason: string;
  @Text({ max: 255, description: 'Who agreed to it, at the buyer’s or the mill’s.', example: 'Anna Berg, ANABIA' })
  agreedBy: string;
  @DayField({ optional: true, description: 'Today, unless told.' }) agreedOn?: string;
}
