/** @typedef {{ name: string, state: 'ok' | 'warn' | 'fault', says: string, remedy?: string }} Finding */

export const ok = (says) => ({ state: 'ok', says });
export const warn = (says, remedy) => ({ state: 'warn', says, remedy });
export const fault = (says, remedy) => ({ state: 'fault', says, remedy });

/** Passwords in addresses, wherever a program quotes one. */
const withoutPasswords = (text) => text.replace(/(\w+:\/\/[^\s:/@]*):[^\s@]+@/g, '$1:…@');

/**
 * Looks at one thing. What breaks while it is looked at is a fault of that thing, told in the words of whoever said so.
 * @returns {Promise<Finding>}
 */
export async function examine(name, look, remedy) {
  try {
    return cleaned({ name, ...(await look()) });
  } catch (error) {
    return cleaned({ name, ...fault(`${error.message || error.code}`.split('\n')[0], remedy) });
  }
}

const cleaned = ({ says, ...finding }) => ({ ...finding, says: withoutPasswords(says) });

const words = { ok: 'ok   ', warn: 'warn ', fault: 'FAULT' };

/** @param {Finding[]} findings @returns the report, a line each with its remedy below */
export function reportOf(findings) {
  const widest = Math.max(...findings.map(({ name }) => name.length));
  const lines = findings.flatMap(({ name, state, says, remedy }) => [
    `${words[state]}  ${name.padEnd(widest)}  ${says}`,
    ...(state !== 'ok' && remedy ? [`${' '.repeat(widest + 9)}→ ${remedy}`] : []),
  ]);
  const count = (state) => findings.filter((each) => each.state === state).length;
  const [faults, warnings] = [count('fault'), count('warn')];
  const counted = (number, word) => `${number} ${word}${number === 1 ? '' : 's'}`;
  const sum = faults + warnings ? `${counted(faults, 'fault')}, ${counted(warnings, 'warning')}.` : 'All is well.';
  return [...lines, '', sum].join('\n');
}

/** Exit code: 1 where something is at fault; a warning is none. */
export const exitCodeOf = (findings) => (findings.some(({ state }) => state === 'fault') ? 1 : 0);
