/** Words without what banks and people write differently: case, accents, marks, legal forms, older names of ports. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/&/g, ' AND ')
    .replace(/\bLIMITED\b/g, 'LTD')
    .replace(/\bPRIVATE\b/g, 'PVT')
    .replace(/\bCOMPANY\b/g, 'CO')
    .replace(/\bCORPORATION\b/g, 'CORP')
    .replace(/\bINCORPORATED\b/g, 'INC')
    .replace(/\bCHITTAGONG\b/g, 'CHATTOGRAM')
    .replace(/\bDACCA\b/g, 'DHAKA')
    .replace(/['’.]/g, '')
    .replace(/[^A-Z0-9%]+/g, ' ')
    .trim();

export const squashed = (text: string): string => plain(text).replace(/ /g, '');

/** The first line of what stands for a firm, without an address behind its name: `KANTO CO., LTD., TOKYO` is `KANTO CO LTD`. */
const nameOf = (party: string): string =>
  plain(party.trim().split(/\n|,(?!\s*(?:LTD|LIMITED|INC|LLC|CORP|PVT|GMBH)\b)/i)[0] ?? '');

/** Whether a party as the LC has it, name and address, is the firm that ours names; a bank may break a name over two lines. */
export function sameFirm(named: string, ours: string): boolean {
  const name = nameOf(ours);
  return plain(named) === name || plain(named).startsWith(`${name} `);
}

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
