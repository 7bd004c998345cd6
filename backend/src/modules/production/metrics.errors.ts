import { Conflict } from '../../platform/errors/domain-error';
import type { Day } from '../../platform/values/day';
import { dayWords } from '../../platform/values/words';

/** The sentence is the same whether the service or the unique index finds the other row. */
export const DAY_TAKEN = 'This order already has the output of this day: open that day and edit it.';

export class DayAlreadyRecorded extends Conflict {
  readonly code = 'production_metric.day_already_recorded';

  constructor(date: Day, metricId: string) {
    super(DAY_TAKEN, { errors: { date: [DAY_TAKEN] }, date, metricId });
  }
}

/** The figures of such a day are the sums of its entries; nobody types over them. */
export class DayHasEntries extends Conflict {
  readonly code = 'production_metric.day_has_entries';

  /** @param entryIds those that the day is made of */
  constructor(date: Day, entryIds: readonly string[]) {
    const made = entryIds.length === 1 ? 'one entry' : `${entryIds.length} entries`;
    const sentence = `The output of ${dayWords(date)} is the sum of ${made}: correct what was entered instead.`;
    super(sentence, { errors: { date: [sentence] }, date, entryIds: [...entryIds] });
  }
}
