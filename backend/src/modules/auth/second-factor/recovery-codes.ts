import { createHash, randomInt } from 'node:crypto';

export const RECOVERY_CODES = 10;
/** Without what is taken for one another on paper. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** `k7mp-3rvx-9tqc-hd2n`: 16 signs, some 79 bits. */
export const newRecoveryCode = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('')).join('-');

/** However it is typed: capitals, blanks and dashes do not matter. */
export const hashOfRecoveryCode = (code: string): string =>
  createHash('sha256').update(code.toLowerCase().replace(/[\s-]/g, '')).digest('hex');
