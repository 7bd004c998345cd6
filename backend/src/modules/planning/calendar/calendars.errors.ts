import { Conflict, InvalidInput } from '../../../platform/errors/domain-error';
import { HOLDER_WORDS, type StepHolder } from './calendar.vocabulary';

/** Every step needs a calendar, so the one of all mills (buyers, banks …) stays. */
export class CalendarOfAll extends Conflict {
  readonly code = 'calendar.of_all';

  constructor(holder: StepHolder) {
    super(`This calendar is for ${HOLDER_WORDS[holder]} wherever no other is: it can be changed, but not go.`);
  }
}

/** Nobody writes the name of a laboratory on a line, so none could be found by it. */
export class PartyWithoutName extends InvalidInput {
  constructor() {
    super({
      partyName: ['Only a mill, a buyer or a bank has a calendar of its own: lines, orders and LCs name them.'],
    });
  }
}

/** Days of a country are those of its banks. */
export class NoCalendarOfCountry extends InvalidInput {
  constructor(sentence: string) {
    super({ country: [sentence] });
  }
}
