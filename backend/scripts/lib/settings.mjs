import { existsSync } from 'node:fs';
import path from 'node:path';
import { Fault } from './fault.mjs';
import { root } from './paths.mjs';
import { wantedDataDir } from './postgres/data-home.mjs';

/** Reads `.env` beside the root package.json; what the environment holds already wins. Tests ask for none. */
export function loadEnvFile(file = path.join(root, '.env')) {
  if (!process.env.PROVABOOK_NO_ENV_FILE && existsSync(file)) process.loadEnvFile(file);
}

const ofTheHouse =
  /^(PORT|WORKER_PORT|HOST|DEMO|DATA_DIR|DATABASE_|PROVABOOK_|SECRET_KEY|ACCESS_TOKEN_|REFRESH_TOKEN_|RATE_LIMITS|CORS_|STORAGE_|MEDIA_ROOT|GCS_|GOOGLE_|S3_|SMTP_|REDIS_|CLAMD_|OIDC_|TZ_HOUSE|HOUSE_|LOG_LEVEL|METRICS_|SENTRY_|SHUTDOWN_|OTEL_|VITE_|WEB_ROOT|BACKUP_|DRILL_|PITR_|TRUST_PROXY)/;

/** The environment without anything that configures a house: a test must never reach the real one. */
export function neutralEnv(env = process.env) {
  const kept = Object.entries(env).filter(([name]) => !ofTheHouse.test(name) || name === 'PROVABOOK_DIST');
  return { ...Object.fromEntries(kept), PROVABOOK_NO_ENV_FILE: '1' };
}

/** What the scripts themselves must know of the configuration; the server checks all of it. */
export function readSettings(env) {
  const external = Boolean(env.DATABASE_URL);
  return {
    port: readPort(env.PORT),
    wantedDataDir: wantedDataDir(env),
    external,
    demo: readSwitch('DEMO', env.DEMO) ?? !external,
    pitrDays: readDays(env.PITR_DAYS),
    servesHttp: env.PROVABOOK_ROLE !== 'worker',
  };
}

function readPort(text) {
  const port = text ? Number(text) : 8000;
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Fault(`PORT is "${text}"; it must be a whole number from 1 to 65535, like PORT=8000.`, { exitCode: 78 });
}

function readDays(text) {
  const days = text ? Number(text) : 7;
  if (Number.isInteger(days) && days >= 0 && days <= 365) return days;
  throw new Fault(`PITR_DAYS is "${text}"; it must be a whole number of days from 0 to 365.`, { exitCode: 78 });
}

function readSwitch(name, text) {
  if (!text) return null;
  if (['1', 'true', 'yes', 'on'].includes(text.toLowerCase())) return true;
  if (['0', 'false', 'no', 'off'].includes(text.toLowerCase())) return false;
  throw new Fault(`${name} is "${text}"; it must be 1 or 0.`, { exitCode: 78 });
}

/** The address of a database without its password. */
export function withoutPassword(url) {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname}:${port || 5432}${pathname}`;
  } catch {
    return 'the address in DATABASE_URL';
  }
}
