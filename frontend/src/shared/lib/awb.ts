/**
 * What looks wrong with a transport number while it is typed. Only numbers that carry a check digit and are plainly of
 * that kind are judged: air waybills (IATA: serial modulo 7) and containers (ISO 6346). All others pass.
 * @returns a sentence; undefined where nothing is wrong, or nothing can be said
 */
export function numberDoubt(typed: string): string | undefined {
  const number = typed.trim().toUpperCase();
  const [, airline, serial, airCheck] = /^(\d{3})[- ](\d{7})(\d)$/.exec(number) ?? [];
  if (airline && serial && airCheck) {
    const check = String(Number(serial) % 7);
    return check === airCheck ? undefined : doubt('air waybill', `${airline}-${serial}`, check);
  }
  const [, owner, digits, boxCheck] = /^([A-Z]{3}[UJZ])[- ]?(\d{6})[- ]?(\d)$/.exec(number) ?? [];
  if (owner && digits && boxCheck) {
    const check = String(containerCheck(owner + digits));
    return check === boxCheck ? undefined : doubt('container', owner + digits, check);
  }
  return undefined;
}

const doubt = (what: string, beginning: string, check: string) =>
  `The ${what} that begins ${beginning} ends in ${check}. Please check the number.`;

/** Letters count from A = 10, leaving out the multiples of 11; each place weighs twice the one before. */
function containerCheck(number: string): number {
  const sum = [...number].reduce((total, character, place) => total + valueOf(character) * 2 ** place, 0);
  return (sum % 11) % 10;
}

function valueOf(character: string): number {
  if (character < 'A') return Number(character);
  const rank = character.charCodeAt(0) - 'A'.charCodeAt(0);
  return 10 + rank + Math.ceil(rank / 10);
}

/** What a scanner or a hasty hand puts around a number: blanks at its ends, signs that no label shows. */
export const readLabel = (scanned: string): string =>
  scanned
    .replace(/[^\p{L}\p{N} /.-]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

const COURIERS: readonly (readonly [form: RegExp, courier: string])[] = [
  [/^1Z[0-9A-Z]{16}$/, 'UPS'],
  [/^\d{12}$/, 'FedEx'],
  [/^\d{10}$/, 'DHL Express'],
];

/** Whose parcel number it looks like; undefined where it may be anybody's. */
export function courierOf(number: string): string | undefined {
  const bare = number.replace(/[\s-]/g, '').toUpperCase();
  return COURIERS.find(([form]) => form.test(bare))?.[1];
}
