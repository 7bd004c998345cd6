import type { ShipmentMode } from '../shipment.vocabulary';
import { expressDigit, moduloSeven, parcelDigit, shipperDigit } from './check-digits';

/** Why a number cannot be right as it stands, and what was probably meant: the likeliest first. */
export interface NumberDoubt {
  sentence: string;
  suggestions: string[];
}

interface Read {
  what: string;
  /** What stands before the digits that are counted, as it was typed: `176-`, `1Z`. */
  head: string;
  serial: string;
  check: string;
  digit: (serial: string) => string;
}

const MOST_SUGGESTIONS = 3;

/**
 * What looks wrong with the number that goods travel under. The rule is the carrier's: an air waybill checks modulo
 * seven wherever it is written as one, courier numbers have digits of their own. A number of a kind that is not known
 * here passes, and so does one of an unknown carrier.
 */
export function transportDoubt(typed: string, carrierName: string, mode: ShipmentMode | null): NumberDoubt | null {
  const number = typed.trim().toUpperCase();
  const read = airWaybill(number, mode) ?? courierNumber(number, carrierName);
  return read && doubtOf(read);
}

function airWaybill(number: string, mode: ShipmentMode | null): Read | null {
  const written = /^(\d{3}[- ])(\d{4})[- ]?(\d{3})(\d)$/.exec(number);
  const bare = mode === 'air' ? /^(\d{3})(\d{4})(\d{3})(\d)$/.exec(number) : null;
  const [, head, first, second, check] = written ?? bare ?? [];
  if (!head || !first || !second || !check) return null;
  return { what: 'air waybill', head, serial: first + second, check, digit: moduloSeven };
}

function courierNumber(number: string, carrierName: string): Read | null {
  const bare = number.replace(/[\s-]/g, '');
  const read = (what: string, form: RegExp, digit: Read['digit']): Read | null => {
    const [, head, serial, check] = form.exec(bare) ?? [];
    return head !== undefined && serial && check ? { what, head, serial, check, digit } : null;
  };
  const ups = read('UPS number', /^(1Z)([0-9A-Z]{15})(\d)$/, shipperDigit);
  if (ups) return ups;
  if (/\bdhl\b/i.test(carrierName)) return read('DHL number', /^()(\d{9})(\d)$/, expressDigit);
  return /\bfed ?ex\b/i.test(carrierName) ? read('FedEx number', /^()(\d{11})(\d)$/, parcelDigit) : null;
}

function doubtOf({ what, head, serial, check, digit }: Read): NumberDoubt | null {
  const right = digit(serial);
  if (right === check) return null;
  const meant = [serial + right, ...swapped(serial + check).filter((each) => digit(each.slice(0, -1)) === each.at(-1))];
  return {
    sentence: `The ${what} that begins ${head}${serial} ends in ${right}, not in ${check}.`,
    suggestions: meant.slice(0, MOST_SUGGESTIONS).map((each) => head + each),
  };
}

/** With two neighbours the other way round: the commonest slip of a typing hand. */
export function swapped(text: string): string[] {
  return [...text].slice(1).flatMap((second, at) => {
    const first = text.charAt(at);
    return first === second ? [] : [text.slice(0, at) + second + first + text.slice(at + 2)];
  });
}
