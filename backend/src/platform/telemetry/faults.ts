import { Inject, Injectable } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG, type Config } from '../config/config';
import { scrubber, told } from '../logging/scrub';

/** What is known of where a fault happened; never what was asked or by whom. */
export interface Where {
  requestId?: string;
  operation?: string;
  queue?: string;
}

/** How long a process that ends waits for its last fault to be told. */
const PATIENCE_MS = 2_000;

/** Tells Sentry of our own faults, where SENTRY_DSN names one; nothing of it is loaded otherwise. */
@Injectable()
export class Faults {
  private readonly scrub: (text: string) => string;
  private opened: Promise<typeof import('@sentry/node')> | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.scrub = scrubber(config);
  }

  async tell(error: unknown, where: Where = {}): Promise<void> {
    if (!this.config.SENTRY_DSN) return;
    const sentry = await (this.opened ??= this.open(this.config.SENTRY_DSN));
    const { name, code, message, stack } = told(error);
    // An error of its own: the one that was thrown may carry a statement with its parameters.
    const fault = Object.assign(new Error(this.scrub(message)), { name, stack: this.scrub(stack ?? '') });
    sentry.captureException(fault, { tags: { ...where, ...(code ? { code } : {}), role: this.config.PROVABOOK_ROLE } });
  }

  /** The same, and waits until it was told, for a process that ends now. */
  async tellLast(error: unknown): Promise<void> {
    await this.tell(error).catch(() => undefined);
    await (await this.opened)?.flush(PATIENCE_MS);
  }

  private async open(dsn: string) {
    const sentry = await import('@sentry/node');
    sentry.init({
      dsn,
      release: versionOfProvabook(),
      defaultIntegrations: false, // no headers, no addresses, no bodies, no local variables, no traces
      skipOpenTelemetrySetup: true,
      sendDefaultPii: false,
      includeServerName: false,
      stackParser: sentry.defaultStackParser,
    });
    return sentry;
  }
}

function versionOfProvabook(): string {
  const { version } = JSON.parse(readFileSync(join(__dirname, '../../../package.json'), 'utf8')) as { version: string };
  return `provabook@${version}`;
}
