/** A row's own words about when, to the microsecond and in one zone. */
const instant = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;

/**
 * The hash that a row of `domain_events` ought to carry, in SQL. It covers all of the row and the hash of the row before
 * it in its stream; the trigger `chain_domain_event` writes the same. Rows from before `2:` were hashed over less.
 * It stands here and not in a function of the database, which whoever can change rows could change as well.
 */
export const DUE_HASH = `CASE WHEN hash LIKE '2:%'
  THEN '2:' || encode(sha256(convert_to(jsonb_build_array(previous_hash, id, sequence, stream_id, name, subject_type,
    subject_id, subject_version, order_id, order_line_id, actor_id, data, ${instant('occurred_at')},
    ${instant('recorded_at')}, request_id)::text, 'UTF8')), 'hex')
  ELSE encode(sha256(convert_to(concat_ws('|', coalesce(previous_hash, ''), id, stream_id, name, subject_type,
    subject_id, coalesce(actor_id::text, ''), data::text, ${instant('occurred_at')}), 'UTF8')), 'hex') END`;

/**
 * Each event of the streams that `where` chooses, with `fits`: whether it says what was written, right after what was
 * written before it. A common table expression `chain`, to be queried.
 */
export const chainOf = (where: string): string => `chain AS (
  SELECT *, hash = ${DUE_HASH}
      AND previous_hash IS NOT DISTINCT FROM lag(hash) OVER (PARTITION BY stream_id ORDER BY sequence) AS fits
    FROM domain_events WHERE ${where})`;

/**
 * How many entries of the streams that `where` chooses are not there any more, and whether each still ends with the one
 * that was written last. A common table expression `ends`, after `chainOf` of the same streams. What was never counted
 * does not fit: a stream whose end is not known.
 */
export const endsOf = (where: string): string => `ends AS (
  SELECT stream_id, greatest(coalesce(e.entries, 0) - coalesce(c.entries, 0), 0)::int AS missing,
         coalesce(e.entries = c.entries AND e.hash = c.hash, FALSE) AS fits
    FROM (SELECT * FROM domain_event_ends WHERE ${where}) e
    FULL JOIN (SELECT stream_id, count(*) AS entries, (array_agg(hash ORDER BY sequence DESC))[1] AS hash
                 FROM chain GROUP BY stream_id) c USING (stream_id))`;
