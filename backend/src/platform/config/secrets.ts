/** What people put where a secret belongs, and forget. Looked for without regard to case and to what is no letter or digit. */
const WELL_KNOWN = [
  ...[
    'changeme',
    'changethis',
    'changeit',
    'replaceme',
    'replacethis',
    'placeholder',
    'fillmein',
    'insertyour',
    'todo',
  ],
  ...[
    'yoursecret',
    'mysecret',
    'supersecret',
    'topsecret',
    'verysecret',
    'secretkey',
    'jwtsecret',
    'appsecret',
    'keyboardcat',
  ],
  ...[
    'password',
    'passwort',
    'letmein',
    'qwerty',
    'insecure',
    'notsecure',
    'notsosecret',
    'example',
    'default',
    'provabook',
  ],
  ...['12345678', '87654321', 'abcdefgh', 'opensslrand', 'randomcharacters', 'developmentkey', 'productionkey'],
];

/**
 * Why a text is no secret, as the rest of a sentence; null where nothing speaks against it. It cannot tell what was drawn by
 * chance from what was not: it finds the short, the well known, the repeated, and what has few different characters (five for
 * each sixteen asked for).
 * @param shortest characters
 */
export function weaknessOf(text: string, shortest: number): string | null {
  if (text.length < shortest) return 'is too short to be secret';
  const bare = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const word = WELL_KNOWN.find((each) => bare.includes(each));
  if (word) return `is well known (it holds “${word}”)`;
  if (/^(.{1,16})\1+/s.exec(text)?.[0].length === text.length) return 'says the same over and over';
  if (new Set(text).size < (shortest * 5) / 16) return 'has too few different characters to be secret';
  return null;
}
