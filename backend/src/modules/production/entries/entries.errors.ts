import { Conflict, type FieldErrors } from '../../../platform/errors/domain-error';
import type { Day } from '../../../platform/values/day';
import { quantityText, type Unit } from '../../../platform/values/quantity';
import { dayWords, quantityWords } from '../../../platform/values/words';
import { STAGE_DONE, type ProductionStage } from './entry.vocabulary';

/** An entry that stands where another is about to be made. */
export interface StandingEntry {
  /** Of the item that was sent. */
  index: number;
  /** Null where it is another item of the same request. */
  entryId: string | null;
  lineLabel: string;
  stage: ProductionStage;
  entryDate: Day;
  quantity: string;
  unit: Unit;
}

/** The same stage of the same line has output of that day already: it may be the same, or another lot. */
export class AlreadyEntered extends Conflict {
  readonly code = 'production_entry.already_entered';

  constructor(standing: readonly StandingEntry[]) {
    const errors: FieldErrors = {};
    for (const each of standing) errors[`entries.${each.index}.quantity`] = [sentence(each)];
    const [first] = standing;
    super(
      standing.length === 1 && first
        ? sentence(first)
        : `${standing.length} of these may be entered already. Nothing was saved; look at each of them.`,
      { errors, standing: standing.map((each) => ({ ...each, quantity: quantityText(each.quantity) })) },
    );
  }
}

const sentence = ({ lineLabel, stage, entryDate, quantity, unit }: StandingEntry): string =>
  `${quantityWords(quantity, unit)} of ${lineLabel} are ${STAGE_DONE[stage]} on ${dayWords(entryDate)} already. Enter this as another lot, or correct that one.`;

/** A key belongs to one number of one device. */
export class DeviceKeyTaken extends Conflict {
  readonly code = 'production_entry.device_key_taken';

  constructor(index: number) {
    const sentence = 'This key belongs to another entry: take a new one for each number.';
    super(sentence, { errors: { [`entries.${index}.deviceKey`]: [sentence] } });
  }
}

/** What was corrected counts no more; the row that took its place is named. */
export class EntryCorrected extends Conflict {
  readonly code = 'production_entry.corrected_since';

  constructor(currentId: string | null) {
    super('This entry was corrected since. Open the one that counts now, and change that.', { currentId });
  }
}
