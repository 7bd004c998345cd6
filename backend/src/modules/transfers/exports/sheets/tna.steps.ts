import { baselineSql, ownStepSql } from '../../workbook/own-steps';
import { stepNoteSql } from '../../workbook/step-notes';
import { guarded } from './written-columns';

/** How cells are written: as they stand in CSV, or for a workbook, which has days and texts of its own. */
interface Dialect {
  day: (sql: string) => string;
  /** Text that people typed. */
  typed: (sql: string) => string;
}

/** A day as the house's sheet shows it: `6/Dec/25`. */
const dayWords = (sql: string): string => `to_char(${sql}, 'FMDD/Mon/YY')`;

export const IN_CSV: Dialect = { day: dayWords, typed: guarded };
export const IN_WORKBOOK: Dialect = { day: (sql) => `${sql}::text`, typed: (sql) => sql };

/** Before a day that is planned and has not happened. */
export const PLAN = 'plan ';

const REJECTION = `
  CASE WHEN note IS NULL THEN 'Rejected'
       WHEN note ~* 'reject|not (approved|ok)|disapproved|fail|re-?submi' THEN note ELSE 'Rejected: ' || note END`;

/** The one cell that the house's sheet has for a step: when it happened, else when it is planned, else what was said. */
const cell = ({ day, typed }: Dialect): string => `
  CASE state WHEN 'not_applicable' THEN 'N/A' WHEN 'rejected' THEN ${typed(`(${REJECTION})`)}
       ELSE coalesce(${day('actual_on')}, '${PLAN}' || ${day('planned_on')}, ${typed('note')}) END`;

const OWN = `starts_with(milestone, 'custom_')`;
const NOTE_BESIDE = `note IS NOT NULL AND (actual_on IS NOT NULL OR planned_on IS NOT NULL OR state = 'not_applicable')`;
const MOVED = `baseline_on IS NOT NULL AND baseline_on IS DISTINCT FROM planned_on AND NOT ${OWN}`;

/** One below the other. */
const linesOf = (sql: string, where: string): string =>
  `string_agg(${sql}, E'\\n' ORDER BY position) FILTER (WHERE ${where})`;

/**
 * To be joined: the steps of line `l`. Their cells and what is planned of them by their keys, notes that their cells have no
 * room for, what was planned at first of those that were moved, and all of those that only this house knows.
 */
export const stepsOfLine = (dialect: Dialect): string => `
  CROSS JOIN LATERAL (
    SELECT jsonb_object_agg(milestone, ${cell(dialect)}) AS cells, jsonb_object_agg(milestone, planned_on) AS planned,
           ${dialect.typed(linesOf(stepNoteSql, `${NOTE_BESIDE} AND NOT ${OWN}`))} AS notes,
           ${dialect.typed(linesOf(baselineSql(dayWords), MOVED))} AS baselines,
           ${dialect.typed(linesOf(ownStepSql(dayWords), OWN))} AS own
      FROM line_milestones WHERE order_line_id = l.id AND deleted_at IS NULL) steps`;

/** The chain of plan `p` that decides when its line leaves. */
export const why = ({ typed }: Dialect): string => `
  CASE WHEN p.chain <> '[]' THEN (
    SELECT ${typed(`string_agg(concat(link ->> 'label', ' ', ${dayWords(`(link ->> 'on')::date`)}, ' (', link ->> 'holder', ')'), ' → ' ORDER BY place)`)}
      FROM jsonb_array_elements(p.chain) WITH ORDINALITY AS chain (link, place)) END`;
