import { Injectable } from '@nestjs/common';
import { Transaction } from '../database/transaction';
import { Readiness } from '../health/readiness';

/** For how long a job may be due without being begun; docker/prometheus/alerts.yml has the same. */
const LONGEST_SECONDS = 300;

/** Reminds of jobs that nobody does, whose events, mails and alerts reach no one: too few workers run, or none. */
@Injectable()
export class LateJobs {
  constructor(
    private readonly transaction: Transaction,
    readiness: Readiness,
  ) {
    readiness.remind('jobs', () => this.areThere());
  }

  private async areThere(): Promise<boolean> {
    const [row] = await this.transaction.manager.query<{ late: boolean }[]>(
      `SELECT EXISTS (
         SELECT FROM pgboss.job WHERE state < 'active' AND start_after < now() - make_interval(secs => $1)
       ) AS late`,
      [LONGEST_SECONDS],
    );
    return row?.late ?? false;
  }
}
