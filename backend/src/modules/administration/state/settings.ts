import type { Config } from '../../../platform/config/config';

/** What of the environment is no secret. Of all else only is told whether it is set: a new variable is a secret until it stands here. */
const OPEN: readonly string[] = [
  ...['PORT', 'HOST', 'PROVABOOK_ROLE', 'DATA_DIR', 'DATABASE_POOL', 'DEMO', 'LOG_LEVEL', 'TZ_HOUSE', 'HOUSE_NAME'],
  ...['ACCESS_TOKEN_LIFETIME', 'REFRESH_TOKEN_LIFETIME', 'CORS_ALLOWED_ORIGINS', 'TRUST_PROXY', 'PUBLIC_URL'],
  ...['STORAGE_DRIVER', 'MEDIA_ROOT', 'GCS_BUCKET_NAME', 'GCS_PROJECT_ID', 'S3_BUCKET', 'S3_REGION', 'MAIL_FROM'],
  ...['SESSION_LIFETIME', 'RATE_LIMITS', 'SHUTDOWN_DELAY', 'WORKER_PORT', 'BACKUP_DIR', 'BACKUP_KEEP', 'BACKUP_AT'],
  ...['BACKUP_MAX_AGE', 'DRILL_MAX_AGE'],
];

export interface Setting {
  name: string;
  /** Null: a secret, or not set. */
  value: string | null;
  isSet: boolean;
}

export function settingsOf(config: Config): Setting[] {
  return Object.entries(config)
    .map(([name, value]: [string, unknown]) => {
      const isSet = value !== undefined && value !== '' && !(Array.isArray(value) && !value.length);
      return { name, isSet, value: isSet && OPEN.includes(name) ? textOf(value) : null };
    })
    .sort((one, other) => one.name.localeCompare(other.name));
}

const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : JSON.stringify(value);
