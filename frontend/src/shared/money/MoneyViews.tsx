import { paths } from '../lib/paths';
import { Views } from '../ui/Views';

const views = [
  { to: paths.money, label: 'PIs and LCs' },
  { to: paths.backToBack, label: 'Back-to-back' },
  { to: paths.payments, label: 'Payments' },
  { to: paths.profit, label: 'Profit' },
] as const;

/** What is asked for and promised, and what it is worth. */
export function MoneyViews() {
  return <Views label="Views of money" views={views} />;
}
