import type { AlertRule } from './alert-rule.entity';
import { CONDITIONS } from './alert.conditions';
import { ALERT_SEVERITIES, worseThan, type AlertRuleKey, type AlertSeverity } from './alert.vocabulary';

/** What holds for longer when the whole house is gone through is history and no news, e.g. where a rule was off until now. */
const NEWS_DAYS = 7;

const rankOf = (severity: AlertSeverity): number => ALERT_SEVERITIES.indexOf(severity);

/**
 * The statement that goes through one rule, set against set: what it finds is raised or brought up to date, and what it
 * finds no more is cleared. A rule that is off finds nothing. Parameters: $1 today, $2 the threshold, $3 the order or null.
 * Answers how many were raised, changed and cleared.
 */
export function evaluation(rule: AlertRuleKey, { isOn, severity }: Pick<AlertRule, 'isOn' | 'severity'>): string {
  const worse = worseThan(severity);
  const ofLevel = (first: string | number, second: string | number) =>
    `CASE WHEN f.level = 2 THEN ${second} ELSE ${first} END`;
  return `
  WITH found AS MATERIALIZED (
    SELECT f.*, ${ofLevel(`'${severity}'`, `'${worse}'`)} AS severity, ${ofLevel(rankOf(severity), rankOf(worse))} AS rank
    FROM (${CONDITIONS[rule]}) f
    WHERE ${isOn}
  ), open AS (
    SELECT * FROM alerts WHERE rule = '${rule}' AND cleared_at IS NULL AND ($3::uuid IS NULL OR order_id = $3)
  ), cleared AS (
    UPDATE alerts a SET cleared_at = now(), news = CASE WHEN a.told_at IS NOT NULL THEN 'cleared' END
    FROM open LEFT JOIN found f ON f.order_id = open.order_id AND f.key = open.key
    WHERE a.id = open.id AND f.key IS NULL
    RETURNING 1
  ), changed AS (
    UPDATE alerts a SET facts = f.facts, level = f.level, severity = f.severity, severity_rank = f.rank,
      order_line_id = f.order_line_id, owner_id = f.owner_id,
      news = CASE WHEN f.level > a.level AND a.news IS NULL THEN 'worsened' ELSE a.news END
    FROM open JOIN found f ON f.order_id = open.order_id AND f.key = open.key
    WHERE a.id = open.id AND (a.facts, a.level, a.severity, a.order_line_id, a.owner_id)
      IS DISTINCT FROM (f.facts, f.level, f.severity, f.order_line_id, f.owner_id)
    RETURNING 1
  ), raised AS (
    INSERT INTO alerts (id, rule, order_id, key, order_line_id, owner_id, level, severity, severity_rank, facts, since, news)
    SELECT gen_random_uuid(), '${rule}', f.order_id, f.key, f.order_line_id, f.owner_id, f.level, f.severity, f.rank,
      f.facts, f.since, CASE WHEN $3::uuid IS NOT NULL OR f.since >= $1::date - ${NEWS_DAYS} THEN 'raised' END
    FROM found f LEFT JOIN open ON open.order_id = f.order_id AND open.key = f.key
    WHERE open.id IS NULL
    RETURNING 1
  )
  SELECT (SELECT count(*) FROM raised)::int AS raised, (SELECT count(*) FROM changed)::int AS changed,
    (SELECT count(*) FROM cleared)::int AS cleared`;
}
