import { InvalidInput } from '../errors/domain-error';
import type { Day } from './day';

/** The day something happened: as told, else today. @throws InvalidInput 400 on `field` for a day to come */
export function pastDay(field: string, told: Day | undefined, today: Day): Day {
  if (told !== undefined && told > today) throw new InvalidInput({ [field]: ['This day is still to come.'] });
  return told ?? today;
}

/** When something of that day happened: now if the day is today, else its noon, which is the same day in every house. */
export const momentOn = (day: Day, today: Day): Date => (day === today ? new Date() : new Date(`${day}T12:00:00Z`));
