export interface DecimalRange {
  min: string;
  max: string;
  /** At most so many decimals. */
  scale: number;
}

export const quantityRange: DecimalRange = { min: '0.001', max: '99999999999', scale: 3 };
export const priceRange: DecimalRange = { min: '0', max: '9999999999', scale: 4 };
export const percentRange: DecimalRange = { min: '0', max: '99.99', scale: 2 };
export const gsmRange: DecimalRange = { min: '1', max: '99999', scale: 2 };

const plain = /^\d+(\.\d+)?$|^\.\d+$/;
/** By thousands as in 1,234,567.5, or by lakh as in 12,34,567.5. */
const grouped = /^\d{1,3}(,\d{2,3})*,\d{3}(\.\d+)?$/;

/**
 * A number as people type or paste it: `64,680`, `12 500`, `.5`. @returns the decimal string that the API takes; null if
 * it is none. A lone comma before one, two or four digits is not guessed at: `2,45` might be 2.45 or a slip.
 * @param signed a minus may stand before it
 */
export function readDecimal(typed: string, signed = false): string | null {
  const bare = typed.replace(/[\s\u00a0_']/g, '');
  const minus = signed && /^[-\u2212]/.test(bare);
  const text = minus ? bare.slice(1) : bare;
  if (!plain.test(text) && !grouped.test(text)) return null;
  const [whole = '', fraction = ''] = text.replaceAll(',', '').split('.');
  const tail = fraction.replace(/0+$/, '');
  const number = `${whole.replace(/^0+(?=\d)/, '') || '0'}${tail ? `.${tail}` : ''}`;
  return minus && number !== '0' ? `-${number}` : number;
}

/** `a` less `b`, both as the API writes numbers; exact, however long they are. */
export function decimalLess(a: string, b: string): string {
  const places = Math.max(...[a, b].map((number) => number.split('.')[1]?.length ?? 0));
  const whole = (number: string) => {
    const [digits = '0', fraction = ''] = number.split('.');
    return BigInt(digits + fraction.padEnd(places, '0'));
  };
  const difference = whole(a) - whole(b);
  const digits = String(difference < 0n ? -difference : difference).padStart(places + 1, '0');
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  const number = digits.slice(0, digits.length - places) + (places && fraction ? `.${fraction}` : '');
  return difference < 0n ? `-${number}` : number;
}

/** @returns what is wrong, in a sentence; undefined when it is fine, or empty */
export function decimalFault(typed: string, { min, max, scale }: DecimalRange): string | undefined {
  if (!typed.trim()) return undefined;
  const value = readDecimal(typed, min.startsWith('-'));
  if (value === null) return typed.includes(',') ? 'Decimals take a point: 2.45' : 'This is not a number.';
  if ((value.split('.')[1]?.length ?? 0) > scale) return `At most ${scale} decimals.`;
  if (Number(value) < Number(min)) return min === '0.001' ? 'More than 0.' : `At least ${min}.`;
  if (Number(value) > Number(max)) return 'This is too large.';
  return undefined;
}
