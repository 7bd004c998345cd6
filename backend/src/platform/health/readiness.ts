import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Transaction } from '../database/transaction';

type Check = () => Promise<unknown>;

/** What must work before requests are sent here; parts register a check under a name a person understands. */
@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  private readonly checks = new Map<string, Check>();
  private stopping = false;

  constructor(transaction: Transaction) {
    this.checks.set('database', () => transaction.manager.query('SELECT 1'));
  }

  register(name: string, check: Check): void {
    this.checks.set(name, check);
  }

  beforeApplicationShutdown(): void {
    this.stopping = true;
  }

  async failing(): Promise<string[]> {
    if (this.stopping) return ['shutting down'];
    const results = await Promise.all(
      [...this.checks].map(async ([name, check]) => ((await settles(check)) ? [] : [name])),
    );
    return results.flat();
  }
}

async function settles(check: Check): Promise<boolean> {
  try {
    await check();
    return true;
  } catch {
    return false;
  }
}
