import Decimal from 'decimal.js';
import { minorUnits } from './currencies';

const ONES = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen`.split(/\s+/);
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SCALES = ['', ' thousand', ' million', ' billion', ' trillion'];

/** What money is called where its code alone would not do on a bank's desk; the rest go by their code. */
const NAMES: Readonly<Record<string, readonly [major: string, minor: string]>> = {
  USD: ['US dollars', 'cents'],
  EUR: ['euros', 'cents'],
  GBP: ['pounds sterling', 'pence'],
  BDT: ['Bangladeshi taka', 'poisha'],
  INR: ['Indian rupees', 'paise'],
  CNY: ['Chinese yuan', 'fen'],
  JPY: ['Japanese yen', ''],
};

/** `Say US dollars one hundred and fifty-eight thousand four hundred and sixty-six only.` @param amount of at least 0 */
export function amountInWords(amount: Decimal.Value, currency: string): string {
  const decimals = minorUnits(currency);
  const rounded = new Decimal(amount).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  const minor = rounded.minus(rounded.floor()).times(new Decimal(10).pow(decimals));
  const [name, minorName] = NAMES[currency] ?? [currency, ''];
  const parts = minor.isZero()
    ? []
    : minorName
      ? [`and ${minorName} ${wholeInWords(minor)}`]
      : [`and ${minor.toFixed().padStart(decimals, '0')}/${new Decimal(10).pow(decimals).toFixed()}`];
  return ['Say', name, wholeInWords(rounded.floor()), ...parts, 'only.'].join(' ');
}

/** A whole number from 0 to below 10^15: `one hundred and fifty-eight thousand four hundred and sixty-six`. */
function wholeInWords(number: Decimal): string {
  if (number.isZero()) return 'zero';
  const groups: string[] = [];
  for (let rest = number, scale = 0; rest.gt(0); rest = rest.divToInt(1000), scale += 1) {
    const group = rest.mod(1000).toNumber();
    if (group) groups.unshift(`${hundredsInWords(group, scale === 0 && rest.gte(1000))}${SCALES[scale]}`);
  }
  return groups.join(' ');
}

/** @param follows whether thousands stand before it: `two thousand and six` */
function hundredsInWords(number: number, follows: boolean): string {
  const hundreds = Math.floor(number / 100);
  const rest = number % 100;
  const tens = rest < 20 ? ONES[rest] : `${TENS[Math.floor(rest / 10)]}${rest % 10 ? `-${ONES[rest % 10]}` : ''}`;
  if (!hundreds) return `${follows ? 'and ' : ''}${tens}`;
  return `${ONES[hundreds]} hundred${rest ? ` and ${tens}` : ''}`;
}
