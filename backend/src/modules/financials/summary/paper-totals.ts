import Decimal from 'decimal.js';
import { CurrencyField, DecimalField, ListOf, Whole } from '../../../platform/http/fields';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { amountText } from '../../../platform/values/money';
import type { KeptPapers } from '../../orders/kept-totals';

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

/** Whether what is kept can answer a list: it is told apart by status and currency alone. */
export const askedOfKept = ({ search, filters }: ListQuery): boolean =>
  !search.length && Object.keys(filters).every((name) => name === 'status' || name === 'currency');

/** Those of what is kept that a list shows. */
export const keptFor = (
  papers: readonly KeptPapers[],
  { filters: { status, currency } }: Pick<ListQuery, 'filters'>,
): KeptPapers[] =>
  papers.filter(
    (paper) => (!status || status.includes(paper.status)) && (!currency || currency.includes(paper.currency)),
  );

/** A total of each currency, in the order of their names. @param isOver those that are counted, and not added up */
export function totalsOfKept(papers: readonly KeptPapers[], isOver: (paper: KeptPapers) => boolean): PaperTotal[] {
  const totals = new Map<string, PaperTotal>();
  for (const paper of papers) {
    const { currency, count } = paper;
    const total = totals.get(currency) ?? { currency, count: 0, over: 0, amount: '0' };
    total.count += Number(count);
    if (isOver(paper)) total.over += Number(count);
    else total.amount = new Decimal(total.amount).plus(paper.amount).toFixed();
    totals.set(currency, total);
  }
  return [...totals.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
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
