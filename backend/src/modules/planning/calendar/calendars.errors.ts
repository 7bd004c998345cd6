import { Conflict, InvalidInput } from '../../../platform/errors/domain-error';
import { HOLDER_WORDS, type StepHolder } from './calendar.vocabulary';

/** Every step needs a calendar, so the one of all mills (buyers, banks …) stays. */
export class CalendarOfAll extends Conflict {
  readonly code = 'calendar.of_all';

  constructor(holder: StepHolder) {
    super(`This calendar is for ${HOLDER_WORDS[holder]} wherever no other is: it can be changed, but not go.`);
  }
}

/** Nobody writes the name of a bank or a laboratory on a line, so none could be found by it. */
export class PartyWithoutName extends InvalidInput {
  constructor() {
    super({ partyName: ['Only a mill or a buyer has a calendar of its own: lines and orders name them.'] });
  }
}
