import { Injectable } from '@nestjs/common';
import { Transaction } from '../../platform/database/transaction';
import type { Reach, Term } from '../../platform/listing/search-terms';
import type { Actor } from '../auth/access/actor';
import { scopeOf } from '../auth/access/capabilities';
import { LETTER_OF, SEARCH_KINDS, type SearchKind } from './search.kinds';
import { keyOf, queryOf, slipsOf } from './words';

/** How a thing was found, the best first: its number, whole words, words that begin so, or something close to it. */
export const MATCHES = ['exact', 'word', 'start', 'near'] as const;
export type Match = (typeof MATCHES)[number];

export interface HitRow {
  kind: SearchKind;
  id: string;
  orderId: string;
  orderNumber: string;
  customerName: string;
  title: string;
  detail: string;
  match: Match;
  /** Words of it that were taken for what was asked. */
  meant: string[];
}

/**
 * The newest things are looked through first: a common word is found among them at once, and its tens of thousands of
 * matches need not be read. Only for kinds that they do not fill is the index of words asked.
 */
const NEWEST = 400;
/** Things with a number, read before they are sorted; what more things hold is no number. */
const NUMBERED = 60;
/** Words that one term may have been meant for: with one slip, sounding alike, holding it in their middle. */
const [SLIPS, ALIKE, HOLDING] = [200, 12, 60];

/**
 * The best of each kind. $1 kinds, $2 whose orders (null: everybody's), $3 the query as one number, $4 how many of a kind.
 * `wanted` says of each kind what is looked for in the newest, and what in the index; `asked`, what is a number, and what
 * ranks as whole words or as their start.
 * @param closest what comes first among equals  @param meant the words that were taken for what was asked
 */
const best = (closest: string, meant: string) => `
  , named AS (
    SELECT kind, record_id FROM search_entries WHERE words @@ (SELECT numbers FROM asked) LIMIT ${NUMBERED}
  ), recent AS (
    SELECT hit.kind, hit.record_id FROM wanted CROSS JOIN LATERAL (
      SELECT latest.kind, latest.record_id FROM (
        SELECT kind, record_id, words FROM search_entries
        WHERE kind = wanted.kind AND ($2::uuid IS NULL OR merchandiser_id = $2)
        ORDER BY created_at DESC LIMIT ${NEWEST}) latest
      WHERE latest.words @@ wanted.in_newest LIMIT $4) hit
  ), unfilled AS (
    SELECT in_index AS words FROM wanted WHERE (SELECT count(*) FROM recent WHERE recent.kind = wanted.kind) < $4
  ), indexed AS (
    SELECT hit.kind, hit.record_id FROM unfilled CROSS JOIN LATERAL (
      SELECT kind, record_id FROM search_entries WHERE words @@ unfilled.words
      ORDER BY ${closest} created_at DESC LIMIT $4) hit
  ), ranked AS (
    SELECT e.*, CASE WHEN number = $3 THEN 1 WHEN words @@ (SELECT whole FROM asked) THEN 2
                     WHEN words @@ (SELECT start FROM asked) THEN 3 ELSE 4 END AS rank
    FROM (SELECT * FROM named UNION SELECT * FROM recent UNION SELECT * FROM indexed) found
    JOIN search_entries e USING (kind, record_id)
  ), listed AS (
    SELECT e.kind, e.record_id AS id, o.id AS "orderId", o.order_number AS "orderNumber",
           o.customer_name AS "customerName", e.title, e.detail, (ARRAY['${MATCHES.join("', '")}'])[e.rank] AS match, e.words,
           row_number() OVER (PARTITION BY e.kind ORDER BY e.rank, ${closest} e.created_at DESC, e.record_id) AS nth
    FROM ranked e JOIN orders o ON o.id = e.order_id
    WHERE o.deleted_at IS NULL AND ($2::uuid IS NULL OR o.merchandiser_id = $2)
  )
  SELECT kind, id, "orderId", "orderNumber", "customerName", title, detail, match, ${meant} AS meant
  FROM listed WHERE nth <= $4 ORDER BY nth`;

/** $5 and $6 for each kind, $7 to $9 for all. */
const AS_TYPED = `
  WITH wanted AS (
    SELECT * FROM unnest($1::text[], $5::tsquery[], $6::tsquery[]) AS wanted(kind, in_newest, in_index)
  ), asked AS (
    SELECT $7::tsquery AS numbers, $8::tsquery AS whole, $9::tsquery AS start
  ) ${best('', `'{}'::text[]`)}`;

/** $5 the terms with their slips, $6 the letters of the kinds, $7 the lexeme of whose orders (null: everybody's). */
const NEARLY = `
  WITH term AS (
    SELECT nth, word, slips FROM jsonb_to_recordset($5::jsonb) AS term(nth int, word text, slips text[])
  ), meant AS (
    SELECT term.nth, taken.word FROM term CROSS JOIN LATERAL (
      (SELECT v.word FROM search_vocabulary v WHERE v.word = ANY (term.slips || term.word) LIMIT ${SLIPS})
      UNION (SELECT v.word FROM search_vocabulary v WHERE term.word !~ '[0-9]' AND v.word % term.word
             ORDER BY similarity(v.word, term.word) DESC LIMIT ${ALIKE})
      UNION (SELECT v.word FROM search_vocabulary v
             WHERE length(term.word) >= 3 AND v.word LIKE '%' || term.word || '%' LIMIT ${HOLDING})) taken
  ), each_term AS (
    SELECT kind, string_agg(format('''w%s%s''', letter, word), ' | ') AS own,
           string_agg(format('''c%s%s''', letter, word), ' | ') AS context
    FROM meant CROSS JOIN unnest($1::text[], $6::text[]) AS kinds(kind, letter) GROUP BY kind, nth
  ), composed AS (
    SELECT kind, CASE count(*) WHEN 1 THEN string_agg(own, '')
                 ELSE format('%s & (%s)', string_agg(format('(%s | %s)', own, context), ' & '), string_agg(own, ' | ')) END AS words
    FROM each_term GROUP BY kind HAVING count(*) = (SELECT count(*) FROM term)
  ), wanted AS (
    SELECT kind, words::tsquery AS in_newest, concat_ws(' & ', $7::text, format('(%s)', words))::tsquery AS in_index FROM composed
  ), asked AS (
    SELECT NULL::tsquery AS numbers, NULL::tsquery AS whole, NULL::tsquery AS start
  ) ${best(
    'similarity(number, $3) DESC NULLS LAST,',
    `ARRAY(SELECT substr(lexeme, 3) FROM unnest(tsvector_to_array(words)) lexeme
           WHERE lexeme LIKE 'w%' AND substr(lexeme, 3) IN (SELECT word FROM meant))`,
  )}`;

/** Reads the table that triggers keep (docs/adr/0009-search-entries.md); nothing here writes. */
@Injectable()
export class SearchRepository {
  constructor(private readonly transaction: Transaction) {}

  /** What holds the terms as they were typed, whole or as the start of a word. One statement. */
  asTyped(terms: readonly Term[], actor: Actor, limit: number): Promise<HitRow[]> {
    const whose = this.whose(actor);
    const of = (reach: Reach) => SEARCH_KINDS.map((kind) => queryOf(terms, LETTER_OF[kind], reach));
    const theirs = (query: string) => (whose ? `${lexemeOf(whose)} & (${query})` : query);
    const [start, whole] = [of('start'), either(of('whole'))];
    const hasNumber = terms.some(({ whole: word }) => /\d/.test(word));
    return this.transaction.manager.query<HitRow[]>(AS_TYPED, [
      SEARCH_KINDS,
      whose,
      keyOf(terms),
      limit,
      start,
      of('lastStart').map(theirs),
      hasNumber ? theirs(whole) : null,
      whole,
      either(start),
    ]);
  }

  /** What holds something close to the terms: one slip in them, trigrams in common, or a word that they lie within. One statement. */
  nearly(terms: readonly Term[], actor: Actor, limit: number): Promise<HitRow[]> {
    const whose = this.whose(actor);
    const words = terms.map(({ whole }, nth) => ({ nth, word: whole, slips: slipsOf(whole) }));
    return this.transaction.manager.query<HitRow[]>(NEARLY, [
      SEARCH_KINDS,
      whose,
      keyOf(terms),
      limit,
      JSON.stringify(words),
      SEARCH_KINDS.map((kind) => LETTER_OF[kind]),
      whose && lexemeOf(whose),
    ]);
  }

  private whose(actor: Actor): string | null {
    return scopeOf(actor.role, 'order.read') === 'house' ? null : actor.id;
  }
}

const either = (queries: readonly string[]): string => queries.map((query) => `(${query})`).join(' | ');
const lexemeOf = (merchandiserId: string): string => `'m${merchandiserId}'`;
