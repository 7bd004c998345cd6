import { DayField, Flag, ListOf, OneOf, Text } from '../../../platform/http/fields';
import { CLOCKS, type ClockKey } from '../../financials/letter-of-credit/ucp/clocks';
import type { ClocksOfCredit } from './credit-clocks.service';

export class CreditClockDto {
  @OneOf(CLOCKS, { name: 'CreditClockKey' }) clock: ClockKey;
  @DayField({ description: 'The last day for it.', example: '2027-01-20' }) day: string;
  @DayField({ description: 'Before it was moved to a day on which the bank works.', example: '2027-01-20' })
  stated: string;
  @Text({ max: 100, example: 'art. 14(c), field 48' }) article: string;
  @Text({ max: 1000, example: '15 calendar days after the goods left on 5 Jan 2027.' }) rule: string;
  @Text({
    max: 300,
    nullable: true,
    description: 'Whose days of work count: of one bank, of the banks in its country, or of all; null where none do.',
    example: 'banks in Bangladesh',
  })
  bankingDays: string | null;
  @Flag({ description: 'Reckoned from a day that is only planned.' }) expected: boolean;
  @Flag({ description: 'Of the presentation period and the expiry the one that is first: documents are due by it.' })
  binding: boolean;
}

export class CreditClocksDto {
  @ListOf(() => CreditClockDto, { max: 5 }) clocks: CreditClockDto[];
  @OneOf(CLOCKS, { name: 'CreditClockKey', nullable: true, description: 'What is to be met next.' })
  next: ClockKey | null;
  @DayField({ nullable: true, description: 'When the goods left.' }) shippedOn: string | null;
  @DayField({ nullable: true, description: 'When they are to leave, while they have not.' }) plannedShipment:
    | string
    | null;
  @DayField({ nullable: true }) presentedOn: string | null;

  static from({ clocks, presentBy, next, happened }: ClocksOfCredit): CreditClocksDto {
    const { shippedOn, plannedShipment, presentedOn } = happened;
    return {
      clocks: clocks.map((clock) => ({ ...clock, binding: clock.clock === presentBy?.clock })),
      ...{ next, shippedOn, plannedShipment, presentedOn },
    };
  }
}
