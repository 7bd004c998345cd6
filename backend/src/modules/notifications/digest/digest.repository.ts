import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import type { Language } from '../../../platform/mail/letter';
import type { Day } from '../../../platform/values/day';
import type { AlertSeverity } from '../../planning/alerts/alert.vocabulary';
import type { AlertSubject } from '../../planning/alerts/alert.words';
import { HappeningsReader, type HappeningRow } from '../happenings.reader';
import type { Told } from '../notices/notices';
import { writtenFor, type Written } from '../notices/written';
import { DigestSettings } from './digest-settings.entity';
import { NotificationPreference } from './notification-preference.entity';

/** An open alert of a person's digest. */
export interface DigestAlert extends Omit<AlertSubject, 'lineLabel'> {
  severity: AlertSeverity;
  orderId: string;
  /** Null on an order of which they see one task and nothing else. */
  customerName: string | null;
  styleNumber: string | null;
  colorName: string | null;
  colorCode: string | null;
  cadName: string | null;
  cadCode: string | null;
  part: number;
}

export interface DigestOf {
  person: { id: string; fullName: string; email: string; language: Language };
  /** How many there are; the worst of them are told. */
  total: number;
  alerts: DigestAlert[];
  /** Cleared since the morning before: good news in a line each. */
  cleared: DigestAlert[];
  /** Notices of the kinds that they want in it. */
  news: Written[];
}

/** A digest tells so many; the rest is a number with a link. */
const TOLD = 30;

/** What is theirs to hear of (`u`): of managers what its rule tells them. $1 the house's today. */
const THEIRS = `o.deleted_at IS NULL
  AND (coalesce(a.owner_id, o.merchandiser_id) = u.id OR (u.role IN ('manager', 'admin')
    AND (r.audience = 'managers' OR (r.audience = 'managers_when_worse' AND a.level = 2))))
  AND NOT EXISTS (SELECT 1 FROM alert_mutes m WHERE m.user_id = u.id AND (m.alert_id = a.id OR m.rule = a.rule)
    AND (m.until_on IS NULL OR m.until_on > $1::date))`;

/** Since the digest of the day before began; what nobody was told of is no news now either. */
const CLEARED = `a.told_at IS NOT NULL AND a.cleared_at > coalesce((SELECT max(d.created_at) FROM digest_mails d
  WHERE d.user_id = u.id AND d.day < $1::date), now() - interval '1 day')`;

/** What somebody wants in the mail of the day (`u`), is new since the one before, and was not read meanwhile. */
const NEWS = `n.user_id = u.id AND n.in_digest AND NOT n.is_read AND n.created_at > coalesce((SELECT max(d.created_at)
  FROM digest_mails d WHERE d.user_id = u.id AND d.day < $1::date), now() - interval '1 day')`;

type DigestRow = DigestAlert & { total: number };

@Injectable()
export class DigestRepository extends VersionedRepository<DigestSettings> {
  constructor(
    transaction: Transaction,
    private readonly happenings: HappeningsReader,
  ) {
    super(transaction, DigestSettings);
  }

  settings(): Promise<DigestSettings> {
    return this.rows.findOneByOrFail({});
  }

  /** @throws StaleVersion 412 */
  async settingsForUpdate(expected?: number): Promise<DigestSettings> {
    const settings = await this.rows.findOneOrFail({ where: {}, lock: { mode: 'pessimistic_write' } });
    expectVersion(settings, expected);
    return settings;
  }

  /** Begins the digest of that day for who has something in it, once. @returns for whom */
  async begin(day: Day): Promise<string[]> {
    const begun = await this.transaction.manager.query<{ id: string }[]>(
      `INSERT INTO digest_mails (user_id, day)
       SELECT u.id, $1::date FROM user_profiles u
         LEFT JOIN notification_preferences p ON p.user_id = u.id
        WHERE u.is_active AND u.deleted_at IS NULL AND (coalesce(p.digest, TRUE) AND EXISTS (
          SELECT 1 FROM alerts a JOIN alert_rules r ON r.rule = a.rule JOIN orders o ON o.id = a.order_id
           WHERE a.cleared_at IS NULL AND ${THEIRS})
          OR EXISTS (SELECT 1 FROM notifications n WHERE ${NEWS}))
       ON CONFLICT DO NOTHING RETURNING user_id AS id`,
      [day],
    );
    return begun.map(({ id }) => id);
  }

  async isSent(userId: string, day: Day): Promise<boolean> {
    const [mail] = await this.transaction.manager.query<{ sent: boolean }[]>(
      `SELECT sent_at IS NOT NULL AS sent FROM digest_mails WHERE user_id = $1 AND day = $2`,
      [userId, day],
    );
    return mail?.sent ?? true;
  }

  async markSent(userId: string, day: Day): Promise<void> {
    await this.transaction.manager.query(`UPDATE digest_mails SET sent_at = now() WHERE user_id = $1 AND day = $2`, [
      userId,
      day,
    ]);
  }

  /** The worst first. Null where nothing is left to tell, or the person has gone or wants none any more. */
  async of(userId: string, day: Day): Promise<DigestOf | null> {
    const person = await this.personOf(userId);
    if (!person) return null;
    const open = await this.read('a.cleared_at IS NULL', userId, day);
    const news = await this.newsOf(person, day);
    if (!open.length && !news.length) return null;
    const cleared = await this.read(CLEARED, userId, day);
    return { person, total: open[0]?.total ?? 0, alerts: open, cleared, news };
  }

  private async personOf(userId: string): Promise<DigestOf['person'] | null> {
    const [person] = await this.transaction.manager.query<DigestOf['person'][]>(
      `SELECT id, full_name AS "fullName", email, language FROM user_profiles
        WHERE id = $1 AND is_active AND deleted_at IS NULL`,
      [userId],
    );
    return person ?? null;
  }

  private async newsOf(person: DigestOf['person'], day: Day): Promise<Written[]> {
    const notices = await this.transaction.manager.query<(Told & { eventId: string | null })[]>(
      `SELECT n.title, n.message, n.event_id AS "eventId" FROM notifications n JOIN user_profiles u ON u.id = n.user_id
        WHERE u.id = $2 AND ${NEWS} ORDER BY n.created_at DESC, n.id DESC LIMIT ${TOLD}`,
      [day, person.id],
    );
    const events = person.language === 'en' ? [] : notices.flatMap(({ eventId }) => eventId ?? []);
    const happenings = events.length ? await this.happenings.of(events) : new Map<string, HappeningRow>();
    return notices.map((notice) => writtenFor(person, notice, happenings.get(notice.eventId ?? '')));
  }

  private read(which: string, userId: string, day: Day): Promise<DigestRow[]> {
    return this.transaction.manager.query<DigestRow[]>(
      `SELECT count(*) OVER ()::int AS total, a.rule, a.severity, a.facts,
              a.order_id AS "orderId", o.order_number AS "orderNumber", s.style_number AS "styleNumber",
              CASE WHEN u.role <> 'merchandiser' OR o.merchandiser_id = u.id THEN o.customer_name END AS "customerName",
              l.color_name AS "colorName", l.color_code AS "colorCode", l.cad_name AS "cadName", l.cad_code AS "cadCode", l.part
         FROM user_profiles u
         LEFT JOIN notification_preferences p ON p.user_id = u.id
         CROSS JOIN alerts a JOIN alert_rules r ON r.rule = a.rule JOIN orders o ON o.id = a.order_id
         LEFT JOIN order_lines l ON l.id = a.order_line_id LEFT JOIN order_styles s ON s.id = l.style_id
        WHERE u.id = $2 AND u.is_active AND u.deleted_at IS NULL AND coalesce(p.digest, TRUE) AND ${which} AND ${THEIRS}
        ORDER BY a.severity_rank DESC, a.since DESC, a.id LIMIT ${TOLD}`,
      [day, userId],
    );
  }

  async preferencesOf(userId: string): Promise<Pick<NotificationPreference, 'digest' | 'ways'>> {
    return (await this.preferences.findOneBy({ userId })) ?? { digest: true, ways: {} };
  }

  /** Of the ways those that are named; one statement, so that two devices at once keep both. */
  async prefer(userId: string, { digest, ways = {} }: { digest: boolean; ways?: object }) {
    const [saved] = await this.transaction.manager.query<Pick<NotificationPreference, 'digest' | 'ways'>[]>(
      `INSERT INTO notification_preferences (user_id, digest, ways) VALUES ($1, $2, $3)
       ON CONFLICT (user_id) DO UPDATE SET digest = excluded.digest, ways = notification_preferences.ways || excluded.ways
       RETURNING digest, ways`,
      [userId, digest, JSON.stringify(ways)],
    );
    return saved ?? { digest, ways: {} };
  }

  private get preferences() {
    return this.transaction.manager.getRepository(NotificationPreference);
  }
}
