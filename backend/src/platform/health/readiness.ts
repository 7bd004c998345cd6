import { Injectable } from '@nestjs/common';
import { tablesAreMade } from '../database/tables-made';
import { Transaction } from '../database/transaction';

type Check = () => Promise<unknown>;

/** What `/readyz` answers: parts by their names, and no more. */
export interface ReadinessTold {
  status: 'ready' | 'not ready';
  failing?: string[];
  overdue?: string[];
}

/** What must work before requests are sent here; parts register a check under a name a person understands. */
@Injectable()
export class Readiness {
  private readonly checks = new Map<string, Check>();
  private readonly reminders = new Map<string, () => Promise<boolean>>();
  private stopping = false;

  constructor(transaction: Transaction) {
    this.checks.set('database', () => transaction.manager.query('SELECT 1'));
    this.checks.set('migrations', tablesAreMade(transaction));
  }

  register(name: string, check: Check): void {
    this.checks.set(name, check);
  }

  /** What somebody should see to, though the house works without: it is told, and requests go on being sent here. */
  remind(name: string, isOverdue: () => Promise<boolean>): void {
    this.reminders.set(name, isOverdue);
  }

  /** From now on nobody should send requests here. */
  leave(): void {
    this.stopping = true;
  }

  async told(): Promise<ReadinessTold> {
    const failing = await this.failing();
    if (failing.length > 0) return { status: 'not ready', failing };
    const overdue = await this.overdue();
    return { status: 'ready', ...(overdue.length > 0 && { overdue }) };
  }

  /** Each of them, and whether it works. */
  parts(): Promise<{ name: string; works: boolean }[]> {
    return Promise.all([...this.checks].map(async ([name, check]) => ({ name, works: await settles(check) })));
  }

  private async failing(): Promise<string[]> {
    if (this.stopping) return ['shutting down'];
    return (await this.parts()).flatMap(({ name, works }) => (works ? [] : [name]));
  }

  private async overdue(): Promise<string[]> {
    const all = [...this.reminders];
    const due = await Promise.all(all.map(([, isOverdue]) => isOverdue().catch(() => false)));
    return all.flatMap(([name], at) => (due[at] ? [name] : []));
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
