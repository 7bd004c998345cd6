import { AmountField, CurrencyField, DayField, ListOf, Nested, OneOf, Text, Whole } from '../../platform/http/fields';
import { HOLDERS, type Holder } from '../orders/gates/gate.vocabulary';
import { PersonDto } from '../orders/order/orders.dto';
import { URGENCIES, type Urgency } from '../planning/schedule/forecast';
import { WINDOWS, type WindowName } from './figures.rules';

const count = (description: string) => Whole({ min: 0, max: 2147483647, description, example: 12 });

export class StageFigureDto {
  @Text({ max: 50, example: 'Production' }) stage: string;
  @count('Open orders in this stage.') count: number;
}

export class MerchandiserFigureDto {
  @Nested(() => PersonDto, { nullable: true, description: 'Null: the orders that nobody has.' })
  merchandiser: PersonDto | null;
  @count('Their open orders.') open: number;
  @count('Of these, with a first ETD before today.') overdue: number;
}

export class MonthFigureDto {
  @DayField({ description: 'The first day of the month.', example: '2026-11-01' }) from: string;
  @DayField({ description: 'The last day of the month.', example: '2026-11-30' }) to: string;
  @count('Orders with an order date in this month.') placed: number;
  @count('Orders that were marked delivered on a day of this month.') delivered: number;
}

export class WindowFigureDto {
  @OneOf(WINDOWS, { name: 'EtdWindow', example: 'next7' }) window: WindowName;
  @DayField({ nullable: true, description: 'The first day that counts.' }) from: string | null;
  @DayField({ nullable: true, description: 'The last day that counts.' }) to: string | null;
  @count('Open orders whose first ETD is one of these days.') count: number;
}

export class ValueFigureDto {
  @CurrencyField() currency: string;
  @AmountField({ example: '158466.00' }) amount: string;
  @count('Open orders with a value in this currency.') orders: number;
}

export class UrgencyFigureDto {
  @OneOf(URGENCIES, { name: 'Urgency', example: 'late' }) urgency: Urgency;
  @count('Lines that are still to leave.') count: number;
}

export class HolderFigureDto {
  @OneOf(HOLDERS, { name: 'Holder', example: 'buyer' }) holder: Holder;
  @count('Approvals of open lines that wait for them.') count: number;
}

/** What the house, or a merchandiser, has on hand. Each number counts what the list of the same filters counts. */
export class FiguresDto {
  @DayField({ description: "The house's today." }) today: string;
  @count('Orders that are neither completed nor archived.') open: number;
  @ListOf(() => StageFigureDto, { max: 20, description: 'In the order of the stages.' }) stages: StageFigureDto[];
  @ListOf(() => MerchandiserFigureDto, {
    max: 1000,
    description: 'Most open orders first. Empty for who sees only their own.',
  })
  merchandisers: MerchandiserFigureDto[];
  @ListOf(() => MonthFigureDto, { max: 12, description: 'The last twelve months, this one last.' })
  months: MonthFigureDto[];
  @ListOf(() => WindowFigureDto, { max: 6 }) windows: WindowFigureDto[];
  @ListOf(() => ValueFigureDto, {
    max: 200,
    description: 'Quantity × our price of every line of open orders, per currency. Currencies are not added.',
  })
  values: ValueFigureDto[];
  @ListOf(() => UrgencyFigureDto, { max: 4, description: 'Lines with a plan, by their slack.' })
  lines: UrgencyFigureDto[];
  @ListOf(() => HolderFigureDto, { max: 4 }) approvals: HolderFigureDto[];
}
