/** Comma-separated text as Excel and its kin write it: any of four separators, quotes, UTF-8, UTF-16 or Windows' own. */

const SEPARATORS = [',', ';', '\t', '|'] as const;
const SAMPLE_LINES = 50;

/** The file's text, or null when the bytes are no text at all. */
export function decodeText(file: Buffer): string | null {
  const wide = wideEncoding(file);
  if (wide === null && file.includes(0)) return null;
  const text = wide === null ? decodeNarrow(file) : new TextDecoder(wide).decode(file);
  const controls = [...text.slice(0, 4096)].filter((letter) => letter < ' ' && !'\t\r\n\f'.includes(letter)).length;
  return controls > 2 ? null : text;
}

/** Told by the first two bytes; Excel's “Unicode text” is UTF-16. */
export function wideEncoding(file: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (file[0] === 0xff && file[1] === 0xfe) return 'utf-16le';
  return file[0] === 0xfe && file[1] === 0xff ? 'utf-16be' : null;
}

function decodeNarrow(file: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('windows-1252').decode(file);
  }
}

/** Rows of fields; a field is '' where nothing stands. A quote that never closes runs to the end of the text. */
export function parseCsv(text: string): string[][] {
  const declared = /^sep=(.)\r?\n/i.exec(text);
  if (declared) return split(text.slice(declared[0].length), declared[1] ?? ',', Infinity);
  return split(text, guessSeparator(text), Infinity);
}

/** The separator that parts the most fields: a comma in a cell here and there loses to the semicolon between all of them. */
function guessSeparator(text: string): string {
  let best: { separator: string; parted: number } = { separator: ',', parted: 0 };
  for (const separator of SEPARATORS) {
    const parted = split(text, separator, SAMPLE_LINES).reduce((sum, row) => sum + row.length - 1, 0);
    if (parted > best.parted) best = { separator, parted };
  }
  return best.separator;
}

function split(text: string, separator: string, mostRows: number): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length && rows.length < mostRows) {
    const field = text[at] === '"' ? quotedField(text, at) : plainField(text, at, separator);
    row.push(field.value);
    at = field.end;
    if (text[at] === separator) {
      at++;
      continue;
    }
    rows.push(row);
    row = [];
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    if (at === text.length) break;
  }
  return rows;

  function plainField(source: string, start: number, mark: string): { value: string; end: number } {
    let end = start;
    while (end < source.length && source[end] !== mark && source[end] !== '\n' && source[end] !== '\r') end++;
    return { value: source.slice(start, end), end };
  }

  function quotedField(source: string, start: number): { value: string; end: number } {
    let value = '';
    let from = start + 1;
    for (;;) {
      const quote = source.indexOf('"', from);
      if (quote < 0) return { value: value + source.slice(from), end: source.length };
      value += source.slice(from, quote);
      if (source[quote + 1] !== '"') {
        const rest = plainField(source, quote + 1, separator); // "12" pcs
        return { value: value + rest.value, end: rest.end };
      }
      value += '"';
      from = quote + 2;
    }
  }
}
