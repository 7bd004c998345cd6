import type { Config } from '../config/config';

const GONE = '[removed]';

/** What gives itself away by its look, wherever it stands in a line of JSON or of text. */
const LOOKS: readonly [RegExp, string][] = [
  [/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g, GONE], // a token of ours
  [/\b(Bearer|Basic)\s+[^\s"\\,;]+/gi, `$1 ${GONE}`],
  [/([?&;](?:key|token|code|state|signature|sig|secret|password|x-(?:amz|goog)-[\w-]+)=)[^&\s"\\]+/gi, `$1${GONE}`],
  [/(:\/\/[^:@/\s"]*:)[^@/\s"]+@/g, `$1${GONE}@`], // the password in an address
  [/\$argon2\w*\$[^\s"\\]+/g, GONE],
  // A value that Postgres could not read, to the end of the text: it may hold quotes itself.
  [/(for type [\w ]+: |out of range: )(?:\\"(?:\\.|[^"\\])*|".*)/g, `$1${GONE}`],
];

/** Takes what must not be read out of what is written: what looks like a secret, and the secrets of the configuration. */
export function scrubber(config: Partial<Config>): (text: string) => string {
  const passwords = [config.DATABASE_URL, config.DATABASE_OWNER_URL, config.SMTP_URL, config.REDIS_URL].map(passwordOf);
  const secrets = [
    config.SECRET_KEY,
    ...(config.SECRET_KEY_FALLBACKS ?? []),
    config.METRICS_TOKEN,
    config.S3_SECRET_ACCESS_KEY,
    config.OIDC_CLIENT_SECRET,
    ...passwords,
  ].filter((secret): secret is string => Boolean(secret && secret.length >= 6));
  return (text) => {
    const known = secrets.reduce((rest, secret) => rest.replaceAll(secret, GONE), text);
    return LOOKS.reduce((rest, [look, instead]) => rest.replace(look, instead), known);
  };
}

function passwordOf(url: string | undefined): string | undefined {
  return url && URL.canParse(url) ? decodeURIComponent(new URL(url).password) : undefined;
}

interface Told {
  name: string;
  code?: string;
  message: string;
  stack?: string;
}

/** What may be told of an error. Those of the database carry their statement, its parameters and rows as well. */
export function told(error: unknown): Told {
  if (!(error instanceof Error)) return { name: typeof error, message: String(error) };
  const { name, message, stack } = error;
  const { code } = error as { code?: unknown };
  return { name, ...(typeof code === 'string' ? { code } : {}), message, ...(stack ? { stack } : {}) };
}
