import { addDays, type Day } from '../platform/values/day';
import { newId } from '../platform/database/base.entity';
import type { Row } from './tables';

/** What the house tells its sums by: one rate of each month, and an older one that it has replaced. */
export function rateRows(today: Day): Row[] {
  const rate = (from: string, to: string, value: string, daysAgo: number, source: string): Row => ({
    id: newId(),
    from_currency: from,
    to_currency: to,
    rate: value,
    rated_on: addDays(today, -daysAgo),
    source,
  });
  return [
    rate('EUR', 'USD', '1.09', 33, 'European Central Bank'),
    rate('EUR', 'USD', '1.08', 3, 'European Central Bank'),
    rate('USD', 'BDT', '122.5', 3, 'Bangladesh Bank'),
  ];
}
