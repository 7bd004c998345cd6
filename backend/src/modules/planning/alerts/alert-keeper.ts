import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import type { DomainEvent } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import { today, type Day } from '../../../platform/values/day';
import { lineLabel, type LabelledLine } from '../../orders/line/lines.dto';
import type { Alert, AlertNews } from './alert.entity';
import { evaluation } from './alert.evaluation';
import type { AlertRule } from './alert-rule.entity';
import type { AlertAudience } from './alert.vocabulary';
import { AlertRulesRepository } from './alert-rules.repository';
import { alertWords, type AlertSubject } from './alert.words';
import { AlertCleared, AlertRaised, AlertWorsened } from './alerts.events';

/** Alerts whose news is told in one transaction. */
const AT_ONCE = 200;

/** A cleared alert can be looked at for so long. */
export const KEPT_DAYS = 90;

const EVENTS = { raised: AlertRaised, worsened: AlertWorsened, cleared: AlertCleared } as const;

/** What changed when the rules were gone through. */
export interface Evaluated {
  raised: number;
  changed: number;
  cleared: number;
}

interface UntoldRow
  extends Omit<AlertSubject, 'lineLabel'>, Pick<Alert, 'id' | 'severity' | 'level' | 'ownerId'>, LabelledLine {
  audience: AlertAudience;
  orderId: string;
  orderLineId: string | null;
  news: AlertNews;
  styleNumber: string | null;
}

/** Goes through the rules: raises what they find, clears what they find no more, and tells each change once. */
@Injectable()
export class AlertKeeper {
  constructor(
    private readonly rules: AlertRulesRepository,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One statement a rule, in a transaction of its own. @param orderId of one order; null: of the whole house */
  async evaluate(orderId: string | null = null): Promise<Evaluated> {
    const all = { raised: 0, changed: 0, cleared: 0 };
    for (const rule of await this.rules.all()) {
      const { raised, changed, cleared } = await this.evaluateRule(rule, orderId);
      all.raised += raised;
      all.changed += changed;
      all.cleared += cleared;
    }
    await this.tell();
    return all;
  }

  /** Two that go through the same at once would take turns with what they saw: the later one waits, and sees more. */
  private evaluateRule({ rule, isOn, threshold, severity }: AlertRule, orderId: string | null): Promise<Evaluated> {
    return this.transaction.run(async () => {
      const { manager } = this.transaction;
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext('alerts:' || $1))`, [rule]);
      const [changes] = await manager.query<Evaluated[]>(evaluation(rule, { isOn, severity }), [
        today(this.config.TZ_HOUSE),
        threshold,
        orderId,
      ]);
      return changes ?? { raised: 0, changed: 0, cleared: 0 };
    });
  }

  /** What was cleared long ago goes; the history of its order keeps that it was raised and cleared. @returns how many */
  async sweep(): Promise<number> {
    const [, gone] = await this.transaction.manager.query<[unknown[], number]>(
      `DELETE FROM alerts WHERE cleared_at < now() - interval '${KEPT_DAYS} days' AND news IS NULL`,
    );
    return gone;
  }

  /** Events for what nobody was told yet; each in the transaction that notes that it was told. */
  private async tell(): Promise<void> {
    const day = today(this.config.TZ_HOUSE);
    for (let told = AT_ONCE; told === AT_ONCE;)
      told = await this.transaction.run(async () => {
        const { manager } = this.transaction;
        const rows = await manager.query<UntoldRow[]>(UNTOLD);
        if (!rows.length) return 0;
        const ids = rows.map(({ id }) => id);
        await manager.query(`UPDATE alerts SET news = NULL, told_at = now() WHERE id = ANY($1::uuid[])`, [ids]);
        const worse = rows.filter(({ news }) => news === 'worsened').map(({ id }) => id);
        if (worse.length) await manager.query(`DELETE FROM alert_mutes WHERE alert_id = ANY($1::uuid[])`, [worse]);
        await this.outbox.record(...rows.map((row) => eventOf(row, day)));
        return rows.length;
      });
  }
}

const UNTOLD = `
  SELECT a.id, a.rule, a.news, a.severity, a.level, a.facts, a.owner_id AS "ownerId", r.audience, a.order_id AS "orderId",
         a.order_line_id AS "orderLineId", o.order_number AS "orderNumber", s.style_number AS "styleNumber",
         l.color_name AS "colorName", l.color_code AS "colorCode", l.cad_name AS "cadName", l.cad_code AS "cadCode", l.part
  FROM alerts a JOIN alert_rules r ON r.rule = a.rule JOIN orders o ON o.id = a.order_id
    LEFT JOIN order_lines l ON l.id = a.order_line_id LEFT JOIN order_styles s ON s.id = l.style_id
  WHERE a.news IS NOT NULL
  ORDER BY a.id LIMIT ${AT_ONCE}
  FOR UPDATE OF a SKIP LOCKED`;

/** With all that a notice needs: what was found of which line, in English too, and whether managers are told as well. */
function eventOf(row: UntoldRow, day: Day): DomainEvent {
  const { id, orderId, orderLineId, rule, severity, level, ownerId, news, facts, audience, orderNumber } = row;
  const { styleNumber, colorName, colorCode, cadName, cadCode, part } = row;
  const line = styleNumber === null ? null : { styleNumber, colorName, colorCode, cadName, cadCode, part };
  const label = line && lineLabel(line, line.styleNumber);
  const { title, why } = alertWords({ rule, facts, orderNumber, lineLabel: label }, day);
  const managers = audience === 'managers' || (audience === 'managers_when_worse' && level === 2);
  const told = { rule, severity, title, why, ownerId, managers, facts, line };
  return new EVENTS[news]({ id, orderId, orderLineId }, null, told);
}
