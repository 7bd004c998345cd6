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

/** The first line of what stands for a firm, without an address behind its name: `KANTO CO., LTD., TOKYO` is `KANTO CO LTD`. */
const nameOf = (party: string): string =>
  plain(party.trim().split(/\n|,(?!\s*(?:LTD|LIMITED|INC|LLC|CORP|PVT|GMBH)\b)/i)[0] ?? '');

/** Whether a party as the LC has it, name and address, is the firm that ours names; a bank may break a name over two lines. */
export function sameFirm(named: string, ours: string): boolean {
  const name = nameOf(ours);
  return plain(named) === name || plain(named).startsWith(`${name} `);
}
