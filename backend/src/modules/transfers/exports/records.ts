const QUOTE = 34;
const COMMA = 44;
const CLOSING = 41;

/** Where an unquoted field ends: at a comma, or at the end of its row. */
function endOfField(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code !== COMMA && code !== CLOSING; code = text.charCodeAt(at)) at++;
  return at;
}

/** Where a quoted field ends: at the quote that no other follows. @param from behind its first quote */
function endOfQuoted(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

/**
 * Rows as Postgres writes them (`row::text`), one behind the other: `(PO-1,"a ""b""",,)(PO-2,…)`. Null where nothing stands.
 * One text for many rows costs whoever passes it on next to nothing; a field of its own for each cell costs it half a second
 * and a hundred megabytes of garbage in every million.
 */
export function* readRecords(text: string): Generator<(string | null)[]> {
  let at = 0;
  while (at < text.length) {
    const cells: (string | null)[] = [];
    do {
      at++; // the parenthesis, or a comma
      const quoted = text.charCodeAt(at) === QUOTE;
      const from = quoted ? at + 1 : at;
      const end = quoted ? endOfQuoted(text, from) : endOfField(text, from);
      const cell = text.slice(from, end);
      if (quoted) cells.push(/["\\]/.test(cell) ? cell.replace(/(["\\])\1/g, '$1') : cell);
      else cells.push(end === from ? null : cell);
      at = quoted ? end + 1 : end;
    } while (text.charCodeAt(at) === COMMA);
    at++;
    yield cells;
  }
}
