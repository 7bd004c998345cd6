// The rules are the server's own: what is refused there is doubted here, while one types.
import { containerDoubt, containerNumberOf } from '../../../../backend/src/modules/shipments/numbers/container-doubt';
import { type NumberDoubt, transportDoubt } from '../../../../backend/src/modules/shipments/numbers/number-doubt';

export { containerDoubt, containerNumberOf, transportDoubt, type NumberDoubt };

/** What looks wrong with a number whose carrier nobody asks for. @returns a sentence; undefined where nothing is wrong, or nothing can be said */
export const numberDoubt = (typed: string): string | undefined => transportDoubt(typed, '', null)?.sentence;

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
