import { CurrencyField, DecimalField, ListOf, Whole } from '../../../platform/http/fields';
import { amountText } from '../../../platform/values/money';

const sum = { min: '0', max: '999999999999999', scale: 3 };
const count = { min: 0, max: 2147483647 };

/** What papers of a list come to in one currency, on all its pages. */
export interface PaperTotal {
  currency: string;
  count: number;
  amount: string;
  /** Of PIs those that were cancelled, of LCs those that expired or were closed: counted, and not added up. */
  over: number;
}

export interface CreditTotal extends PaperTotal {
  drawn: string;
}

export class PaperTotalDto {
  @CurrencyField() currency: string;
  @Whole({ ...count, description: 'All that are listed.', example: 12 }) count: number;
  @Whole({ ...count, description: 'Of these cancelled, expired or closed; not in the sum.', example: 2 }) over: number;
  @DecimalField({ ...sum, example: '158616.30' }) amount: string;

  static from({ currency, count, over, amount }: PaperTotal): PaperTotalDto {
    return { currency, count, over, amount: amountText(amount, currency) };
  }
}

export class CreditTotalDto extends PaperTotalDto {
  @DecimalField({ ...sum, description: 'What was drawn of that amount.', example: '58616.30' }) drawn: string;

  static override from(total: CreditTotal): CreditTotalDto {
    return { ...PaperTotalDto.from(total), drawn: amountText(total.drawn, total.currency) };
  }
}

export class PaperTotalsDto {
  @ListOf(() => PaperTotalDto, { max: 200, description: 'One a currency: they never add up.' }) totals: PaperTotalDto[];
}

export class CreditTotalsDto {
  @ListOf(() => CreditTotalDto, { max: 200, description: 'One a currency: they never add up.' })
  totals: CreditTotalDto[];
}
