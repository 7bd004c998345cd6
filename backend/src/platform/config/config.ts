import { isIP } from 'node:net';
import { z } from 'zod';
import { parseRateLimits } from '../limits/tiers';
import { weaknessOf } from './secrets';

/** `15m`, `14d`, `30s`, `12h` → seconds. */
const duration = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .transform((text, context) => {
      const match = /^(\d{1,6})(s|m|h|d)$/.exec(text);
      if (!match) {
        context.addIssue({ code: 'custom', message: 'write it as a number and a unit, such as 15m or 14d' });
        return z.NEVER;
      }
      return Number(match[1]) * { s: 1, m: 60, h: 3600, d: 86_400 }[match[2] as 's' | 'm' | 'h' | 'd'];
    });

const flag = (fallback: boolean) =>
  z
    .enum(['0', '1', 'true', 'false', ''])
    .default('')
    .transform((text) => (text === '' ? fallback : text === '1' || text === 'true'));

const list = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    );

const optional = z
  .string()
  .optional()
  .transform((text) => text || undefined);

/** As Express names them. Who trusts everybody believes any address that a caller makes up. */
function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  return (
    version > 0 &&
    !more.length &&
    (bits === undefined || (Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128)))
  );
}

const isLoopback = (url: string): boolean => /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/.test(url);

/** Refuses what is short, well known or made of little, wherever it is not left out. @param shortest characters */
const secret =
  (shortest: number, such = `e.g. from \`openssl rand -hex ${shortest}\``) =>
  (text: string | undefined, context: z.RefinementCtx): void => {
    const weakness = text === undefined ? null : weaknessOf(text, shortest);
    if (weakness)
      context.addIssue({
        code: 'custom',
        message: `${weakness}: give it ${shortest} or more random characters, ${such}`,
      });
  };

/** Parsed by `parse`, whose error says what is wrong. */
const parsed = <T>(parse: (text: string) => T) =>
  z
    .string()
    .default('')
    .transform((text, context) => {
      try {
        return parse(text);
      } catch (error) {
        context.addIssue({ code: 'custom', message: (error as Error).message });
        return z.NEVER;
      }
    });

const schema = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(8000),
    HOST: z.string().default('0.0.0.0'),
    WORKER_PORT: z
      .union([z.literal('').transform(() => undefined), z.coerce.number().int().min(1).max(65_535)])
      .optional(),
    PROVABOOK_ROLE: z.enum(['all', 'api', 'worker']).default('all'),
    DATA_DIR: z.string().default('./.data'),
    DATABASE_URL: z
      .string({ error: 'is not set: `npm start` sets it for the embedded database; else name your Postgres' })
      .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://'),
    DATABASE_OWNER_URL: optional,
    DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
    DEMO: flag(false),
    SECRET_KEY: z
      .string({ error: 'is not set: give it 32 or more random characters, e.g. from `openssl rand -hex 32`' })
      .superRefine(secret(32)),
    SECRET_KEY_FALLBACKS: list('').superRefine((keys, context) => keys.forEach((key) => secret(32)(key, context))),
    ACCESS_TOKEN_LIFETIME: duration('15m'),
    REFRESH_TOKEN_LIFETIME: duration('14d'),
    SESSION_LIFETIME: duration('90d'),
    CORS_ALLOWED_ORIGINS: list('').refine(
      (origins) => origins.every((origin) => /^https?:\/\/[^/*\s]+$/.test(origin)),
      'must be origins such as https://pages.example.com, parted by commas; a star would let every page in',
    ),
    ALLOWED_HOSTS: list('').refine(
      (hosts) => hosts.every((host) => /^(\*\.)?[\w.-]+$|^\[[\da-f:.]+\]$/i.test(host)),
      'must be names such as house.example.com or *.example.com, parted by commas and without ports',
    ),
    RATE_LIMITS: parsed(parseRateLimits),
    REDIS_URL: optional.refine((url) => !url || /^rediss?:\/\/\S+$/.test(url), 'must begin with redis:// or rediss://'),
    SHUTDOWN_DELAY: duration('0s'),
    TRUST_PROXY: z
      .string()
      .default('loopback')
      .refine(
        (text) => text.split(',').every((part) => isProxy(part.trim())),
        'must be loopback, linklocal, uniquelocal or addresses like 10.0.0.0/8, parted by commas; never all the world',
      ),
    STORAGE_DRIVER: z.enum(['disk', 'gcs', 's3']).default('disk'),
    MEDIA_ROOT: optional,
    GCS_BUCKET_NAME: optional,
    GCS_PROJECT_ID: optional,
    GOOGLE_APPLICATION_CREDENTIALS: optional,
    GCS_API_ENDPOINT: optional,
    S3_BUCKET: optional,
    S3_REGION: z.string().default('us-east-1'),
    S3_ENDPOINT: optional,
    S3_PUBLIC_ENDPOINT: optional,
    S3_ACCESS_KEY_ID: optional,
    S3_SECRET_ACCESS_KEY: optional,
    S3_FORCE_PATH_STYLE: flag(true),
    TZ_HOUSE: z
      .string()
      .default('Asia/Dhaka')
      .refine((zone) => {
        try {
          return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
        } catch {
          return false;
        }
      }, 'is not a time zone; write it like Asia/Dhaka'),
    HOUSE_NAME: z.string().default('Prova Fashion & Accessories'),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    METRICS_TOKEN: optional
      .superRefine(secret(16))
      .refine((token) => !token || /^[\x21-\x7e]+$/.test(token), 'must be of visible characters without blanks'),
    SENTRY_DSN: optional.refine(
      (url) => !url || URL.canParse(url),
      'must be an address, as Sentry shows it for the project',
    ),
    OTEL_EXPORTER_OTLP_ENDPOINT: optional.refine(
      (url) => !url || /^https?:\/\/\S+$/.test(url),
      'must begin with https:// or http://',
    ),
    SMTP_URL: optional.refine((url) => !url || /^smtps?:\/\/\S+$/.test(url), 'must begin with smtp:// or smtps://'),
    MAIL_FROM: z
      .string()
      .default('Provabook <provabook@localhost>')
      .refine((from) => /^[^\r\n]*\S+@\S+$/.test(from), 'must be an address: Provabook <bell@example.com>'),
    PUBLIC_URL: optional.refine((url) => !url || /^https?:\/\/\S+$/.test(url), 'must begin with https:// or http://'),
    CLAMD_URL: optional.refine(
      (url) => !url || /^tcp:\/\/[^/\s]+:\d+$|^unix:\/\S+$/.test(url),
      'must be an address: tcp://127.0.0.1:3310, or unix:/run/clamav/clamd.ctl',
    ),
    OIDC_ISSUER: optional.refine((url) => !url || /^https?:\/\/[^\s?#]+$/.test(url), 'must begin with https://'),
    OIDC_CLIENT_ID: optional,
    OIDC_CLIENT_SECRET: optional,
    OIDC_NAME: optional.refine((name) => !name || name.length <= 60, 'is too long for a button: 60 characters at most'),
    OIDC_SCOPES: z
      .string()
      .default('openid email profile')
      .refine((scopes) => scopes.split(' ').includes('openid'), 'must be scopes parted by blanks, openid among them'),
    OIDC_TRUST_SECOND_FACTOR: flag(false),
    OIDC_HTTP_ON_LOOPBACK: flag(false),
    WEB_ROOT: optional,
    BACKUP_DIR: optional,
    BACKUP_AT: z
      .string()
      .default('02:30')
      .refine((at) => /^([01]\d|2[0-3]):[0-5]\d$|^off$/.test(at), 'must be a time of the day, 02:30, or off'),
    BACKUP_KEEP: duration('14d'),
    BACKUP_MAX_AGE: duration('26h'),
    DRILL_MAX_AGE: duration('35d'),
    BACKUP_PASSPHRASE: optional.superRefine(secret(16, 'such as five words by chance')),
    BACKUP_RECIPIENT: optional.refine(
      (key) => !key || /^age1[0-9a-z]{50,}$/.test(key),
      'must be a public key of age: age1…',
    ),
    BACKUP_IDENTITY: optional.refine(
      (key) => !key || /^AGE-SECRET-KEY-(PQ-)?1[0-9A-Z]+$/.test(key),
      'must be a secret key of age: AGE-SECRET-KEY-1…',
    ),
    DATABASE_ADMIN_URL: optional,
  })
  .superRefine((env, context) => {
    const missing = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (env.STORAGE_DRIVER === 'gcs' && !env.GCS_BUCKET_NAME)
      missing('GCS_BUCKET_NAME', 'is needed because STORAGE_DRIVER is gcs');
    if (env.OIDC_ISSUER) {
      for (const name of ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL'] as const)
        if (!env[name]) missing(name, 'is needed because OIDC_ISSUER is set');
      if (env.OIDC_ISSUER.startsWith('http:') && !(env.OIDC_HTTP_ON_LOOPBACK && isLoopback(env.OIDC_ISSUER)))
        missing('OIDC_ISSUER', 'must begin with https://; http is for tests on this machine (OIDC_HTTP_ON_LOOPBACK)');
    }
    if (env.STORAGE_DRIVER === 's3') {
      for (const name of ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const)
        if (!env[name]) missing(name, 'is needed because STORAGE_DRIVER is s3');
    }
  });

/** What the environment says, read once at start. Durations are in seconds. */
export type Config = Readonly<z.infer<typeof schema>>;

/** Injection token of the parsed configuration. */
export const CONFIG = Symbol('config');

/** Where people open Provabook, without a slash at its end: what links in mails begin with. */
export const siteOf = ({ PUBLIC_URL, PORT }: Config): string =>
  (PUBLIC_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, '');

/** All faults of an environment at once, each with its fix. */
export class ConfigurationFault extends Error {
  constructor(readonly faults: string[]) {
    super(`The configuration has ${faults.length} fault${faults.length === 1 ? '' : 's'}:\n- ${faults.join('\n- ')}`);
  }
}

/** @throws ConfigurationFault naming every variable that is missing or wrong */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = schema.safeParse(env);
  if (!parsed.success)
    throw new ConfigurationFault(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  return parsed.data;
}
