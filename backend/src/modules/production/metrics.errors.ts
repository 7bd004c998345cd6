import { Conflict } from '../../platform/errors/domain-error';
import type { Day } from '../../platform/values/day';

/** The sentence is the same whether the service or the unique index finds the other row. */
export const DAY_TAKEN = 'This order already has the output of this day: open that day and edit it.';

export class DayAlreadyRecorded extends Conflict {
  readonly code = 'production_metric.day_already_recorded';

  constructor(date: Day, metricId: string) {
    super(DAY_TAKEN, { errors: { date: [DAY_TAKEN] }, date, metricId });
  }
}
