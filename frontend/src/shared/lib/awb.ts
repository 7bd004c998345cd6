/** What looks wrong with a number, and what was probably meant: the likeliest first. */
export interface NumberDoubt {
  sentence: string;
  suggestions: string[];
}

interface Read {
  what: string;
  head: string;
  serial: string;
  check: string;
  digit: (serial: string) => string;
}

/**
 * What looks wrong with a transport number while it is typed. Only numbers that carry a check digit and are plainly of
 * that kind are judged: air waybills (IATA: serial modulo 7), containers (ISO 6346) and, by their carrier, courier
 * numbers. All others pass. The server judges by the same rules.
 */
export function doubtOf(typed: string, carrier = '', byAir = false): NumberDoubt | undefined {
  const number = typed.trim().toUpperCase();
  const read = airWaybill(number, byAir) ?? container(number) ?? courier(number, carrier);
  if (!read) return undefined;
  const { what, head, serial, check, digit } = read;
  const right = digit(serial);
  if (right === check) return undefined;
  const swaps = swapped(serial + check).filter((each) => digit(each.slice(0, -1)) === each.at(-1));
  return {
    sentence: `The ${what} that begins ${head}${serial} ends in ${right}. Please check the number.`,
    suggestions: [serial + right, ...swaps].slice(0, 3).map((each) => head + each),
  };
}

/** The same of a number whose carrier nobody asks for. @returns a sentence; undefined where nothing is wrong, or nothing can be said */
export const numberDoubt = (typed: string): string | undefined => doubtOf(typed)?.sentence;

const moduloSeven = (serial: string) => String(Number(serial) % 7);

function airWaybill(number: string, byAir: boolean): Read | null {
  const form = byAir ? /^(\d{3}[- ]?)(\d{4})[- ]?(\d{3})(\d)$/ : /^(\d{3}[- ])(\d{4})[- ]?(\d{3})(\d)$/;
  const [, head, first, second, check] = form.exec(number) ?? [];
  if (!head || !first || !second || !check) return null;
  return { what: 'air waybill', head, serial: first + second, check, digit: moduloSeven };
}

function container(number: string): Read | null {
  const [, owner, digits, check] = /^([A-Z]{3}[UJZ])[- ]?(\d{6})[- ]?(\d)$/.exec(number) ?? [];
  if (!owner || !digits || !check) return null;
  return {
    what: 'container',
    head: '',
    serial: owner + digits,
    check,
    digit: (serial) => String(containerCheck(serial)),
  };
}

function courier(number: string, carrier: string): Read | null {
  const bare = number.replace(/[\s-]/g, '');
  const read = (what: string, form: RegExp, digit: Read['digit']): Read | null => {
    const [, head, serial, check] = form.exec(bare) ?? [];
    return head !== undefined && serial && check ? { what, head, serial, check, digit } : null;
  };
  const ups = read('UPS number', /^(1Z)([0-9A-Z]{15})(\d)$/, upsDigit);
  if (ups) return ups;
  if (/\bdhl\b/i.test(carrier)) return read('DHL number', /^()(\d{9})(\d)$/, moduloSeven);
  return /\bfed ?ex\b/i.test(carrier) ? read('FedEx number', /^()(\d{11})(\d)$/, fedexDigit) : null;
}

/** Weights 3, 1, 7, modulo eleven; ten is written 0. */
function fedexDigit(serial: string): string {
  const sum = [...serial].reduce((total, digit, at) => total + Number(digit) * ([3, 1, 7][at % 3] ?? 0), 0);
  return String((sum % 11) % 10);
}

/** Every second place counts double, A is 2 and so on round the digits, modulo ten. */
function upsDigit(serial: string): string {
  const value = (sign: string) => (/\d/.test(sign) ? Number(sign) : (sign.charCodeAt(0) - 63) % 10);
  const sum = [...serial].reduce((total, sign, at) => total + value(sign) * (at % 2 ? 2 : 1), 0);
  return String((10 - (sum % 10)) % 10);
}

/** With two digits beside one another the other way round: the commonest slip of a typing hand. */
function swapped(text: string): string[] {
  return [...text].slice(1).flatMap((second, at) => {
    const first = text.charAt(at);
    return first === second || !/^\d\d$/.test(first + second)
      ? []
      : [text.slice(0, at) + second + first + text.slice(at + 2)];
  });
}

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
