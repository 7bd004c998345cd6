/** Of an air waybill: its seven digits modulo seven. IATA resolution 600a. */
export const moduloSeven = (serial: string): string => String(Number(serial) % 7);

/** Of a DHL Express waybill of ten digits: the same over nine. */
export const expressDigit = moduloSeven;

/** Of a FedEx number of twelve digits: weights 3, 1, 7, modulo eleven; ten is written 0. */
export function parcelDigit(serial: string): string {
  const sum = [...serial].reduce((total, digit, at) => total + Number(digit) * (WEIGHTS[at % 3] ?? 0), 0);
  return String((sum % 11) % 10);
}
const WEIGHTS = [3, 1, 7];

/** Of a UPS number after its 1Z: every second place counts double, A is 2 and so on round the digits, modulo ten. */
export function shipperDigit(serial: string): string {
  const valueOf = (sign: string) => (/\d/.test(sign) ? Number(sign) : (sign.charCodeAt(0) - 63) % 10);
  const sum = [...serial].reduce((total, sign, at) => total + valueOf(sign) * (at % 2 ? 2 : 1), 0);
  return String((10 - (sum % 10)) % 10);
}

/** Of a container: letters from A = 10, leaving out the multiples of 11; each place weighs twice the one before. ISO 6346. */
export function containerDigit(ownerAndSerial: string): string {
  const sum = [...ownerAndSerial].reduce((total, sign, place) => total + containerValue(sign) * 2 ** place, 0);
  return String((sum % 11) % 10);
}

function containerValue(sign: string): number {
  if (sign < 'A') return Number(sign);
  const rank = sign.charCodeAt(0) - 'A'.charCodeAt(0);
  return 10 + rank + Math.ceil(rank / 10);
}
