import type { EntityManager } from 'typeorm';
import { containing } from '../../../platform/listing/list-definition';
import { lexemesOf, SHORT, termsOf } from '../../../platform/listing/search-terms';

/** A word that more orders have in their numbers is the number of none. */
const MOST_ORDERS = 100;

/** People and orders by a part of their name or number, as entries know them: $1 patterns, $2 those of them that may be of numbers. */
const NAMED = `
  SELECT pattern, '@' || u.id AS lexeme FROM unnest($1::text[]) pattern JOIN user_profiles u ON u.full_name ILIKE pattern
  UNION ALL
  SELECT pattern, '#' || unnest(found.ids) FROM unnest($2::text[]) pattern CROSS JOIN LATERAL (
    SELECT array_agg(o.id) AS ids FROM (SELECT id FROM orders WHERE search_text LIKE lower(pattern) AND order_number ILIKE pattern
      LIMIT ${MOST_ORDERS + 1}) o) found
  WHERE cardinality(found.ids) <= ${MOST_ORDERS}`;

interface Named {
  pattern: string;
  lexeme: string;
}

/**
 * The words of a search as a query of the words of entries: each in what was recorded, or in who did it or the order's number
 * as these are now. Words are whole, the last one may be a beginning. Null where none of them holds a letter or a digit.
 */
export async function wordsAsked(manager: EntityManager, search: readonly string[]): Promise<string | null> {
  const asked = search.map((typed) => ({ terms: termsOf(typed), pattern: containing(typed) }));
  const patterns = asked.map(({ pattern }) => pattern);
  const numbers = search.filter((typed) => typed.length >= SHORT && /\d/.test(typed)).map(containing);
  const named = meant(await manager.query<Named[]>(NAMED, [patterns, numbers]));
  const words = asked.flatMap(({ terms, pattern }, at) => {
    const lexemes = named.filter((each) => each.pattern === pattern).map(({ lexeme }) => `'${lexeme}'`);
    const told = terms.map((term) => lexemesOf(term, '', at === asked.length - 1 ? 'lastStart' : 'whole'));
    return told.length ? [`(${[...told, ...lexemes].join(' | ')})`] : [];
  });
  return words.length ? words.join(' & ') : null;
}

/** Where somebody, or an order, is named by more of the words than others are, they are meant and not those. */
function meant(named: readonly Named[]): Named[] {
  const times = (lexeme: string) => named.filter((each) => each.lexeme === lexeme).length;
  const counted = named.map((each) => ({ each, count: times(each.lexeme) }));
  const most = Math.max(0, ...counted.map(({ count }) => count));
  return counted.filter(({ count }) => count === most).map(({ each }) => each);
}
