import { sumMoney, type Money } from '../../../platform/values/money';

/** What one status amounts to in one currency, as the database adds it up. */
export interface CountedAmount {
  status: string;
  currency: string;
  count: string;
  amount: string;
}

export interface StatusTotal<Status> {
  status: Status;
  count: number;
  totals: Money[];
}

/** One total per status, in the order given; a status that nothing has counts 0. Currencies stand side by side. */
export function totalsByStatus<Status extends string>(
  statuses: readonly Status[],
  rows: readonly CountedAmount[],
): StatusTotal<Status>[] {
  return statuses.map((status) => {
    const own = rows.filter((row) => row.status === status);
    return { status, count: own.reduce((sum, { count }) => sum + Number(count), 0), totals: sumMoney([...own]) };
  });
}
