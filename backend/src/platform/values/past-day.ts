import { InvalidInput } from '../errors/domain-error';
import type { Day } from './day';

/** A day longer ago than anything in the house is a slip of the year. */
const YEARS_BACK = 10;

/** The day something happened: as told, else today. @throws InvalidInput 400 on `field` for a day to come, or ten years past */
export function pastDay(field: string, told: Day | undefined, today: Day): Day {
  if (told === undefined) return today;
  if (told > today) throw new InvalidInput({ [field]: ['This day is still to come.'] });
  if (told < `${Number(today.slice(0, 4)) - YEARS_BACK}${today.slice(4)}`)
    throw new InvalidInput({ [field]: [`This day is more than ${YEARS_BACK} years past. Look at its year.`] });
  return told;
}

/** When something of that day happened: now if the day is today, else its noon, which is the same day in every house. */
export const momentOn = (day: Day, today: Day): Date => (day === today ? new Date() : new Date(`${day}T12:00:00Z`));
