import { plain } from '../../../platform/values/firms';

export const squashed = (text: string): string => plain(text).replace(/ /g, '');

const OF_NO_PLACE =
  /^(?:ANY|SEA|AIR|PORTS?|SEAPORTS?|AIRPORTS?|MAIN|OF|IN|THE|AND|OR|BY|VIA|FROM|TO|INTERNATIONAL|INTL)$/;

const placeWords = (place: string): string[] =>
  plain(place)
    .split(' ')
    .filter((word) => word && !OF_NO_PLACE.test(word));

/** Whether two names may be of one place: `CHATTOGRAM PORT, BANGLADESH` and `Chittagong`. "Any port" in a country is every one. */
export function samePlace(one: string, other: string): boolean {
  if (/\bANY\b/i.test(one) || /\bANY\b/i.test(other)) return true;
  const [ours, theirs] = [placeWords(one), placeWords(other)];
  const [first, second] = [ours[0], theirs[0]];
  if (!first || !second) return true;
  return theirs.includes(first) || ours.includes(second);
}
