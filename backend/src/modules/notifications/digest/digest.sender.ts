import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, siteOf, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { Jobs } from '../../../platform/jobs/jobs';
import { Mailer } from '../../../platform/mail/mailer';
import { today, type Day } from '../../../platform/values/day';
import { digestMail } from './digest.mail';
import { DigestRepository } from './digest.repository';

const QUEUE = 'digests';

/** Sends the digest of open alerts once a day. Runs in the worker; however many there are, each person gets one. */
@Injectable()
export class DigestSender implements OnApplicationBootstrap {
  constructor(
    private readonly digests: DigestRepository,
    private readonly mailer: Mailer,
    private readonly transaction: Transaction,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.scheduled(QUEUE, '*/5 * * * *', async ({ userId, day }) => {
      if (typeof userId === 'string' && typeof day === 'string') await this.send(userId, day);
      else await this.begin();
    });
  }

  /** Where it is time, and today's was not begun yet: a job for each person. What was missed in the night goes out late, not twice. */
  async begin(now = new Date()): Promise<void> {
    if (!this.mailer.isSetUp) return;
    const { isOn, sendAt } = await this.digests.settings();
    if (!isOn || clockOf(now, this.config.TZ_HOUSE) < sendAt) return;
    const day = today(this.config.TZ_HOUSE, now);
    await this.transaction.run(async () => {
      for (const userId of await this.digests.begin(day)) await this.jobs.send(QUEUE, { userId, day });
    });
  }

  /** Safe to run twice; tried again by the queue while the mail server is away. @throws Error when it was not taken */
  async send(userId: string, day: Day): Promise<void> {
    if (await this.digests.isSent(userId, day)) return;
    const digest = await this.digests.of(userId, day);
    if (digest) {
      const { fullName: name, email: address } = digest.person;
      const mail = digestMail(digest, day, this.config.HOUSE_NAME, siteOf(this.config));
      await this.mailer.send({ to: { name, address }, id: `digest-${day}-${userId}`, kind: 'digest', ...mail });
    }
    await this.digests.markSent(userId, day);
  }
}

/** `08:05` by the clock of that zone. */
const clockOf = (now: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(now);
