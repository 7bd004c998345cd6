import { isKnownTag, labelLength, nameOfTag } from './swift-tags';

/** A stretch of the pasted text: `text.slice(from, to)`. */
export interface Span {
  from: number;
  to: number;
}

export interface SwiftLine extends Span {
  text: string;
}

/** One field of a message, where it stood, and what it says. */
export interface SwiftField extends Span {
  tag: string;
  /** Null for a tag that neither MT700 nor MT707 has. */
  name: string | null;
  /** Its lines without the tag and the printed name of the field. */
  lines: SwiftLine[];
}

export interface SwiftMessage {
  /** `700`, `707`…; null where neither the header nor the fields tell. */
  type: string | null;
  /** BIC of the bank that sent it, from the header. */
  sender: string | null;
  fields: SwiftField[];
  /** What stands outside the fields: headers and footers of the printer, notes. */
  outside: SwiftLine[];
}

/** Longer texts are no credit: a full set of MT700 and MT701 has at most 80,000 characters. */
export const LONGEST_TEXT = 200_000;

/** `:46A:`, also behind spaces or the `>` of a quoted mail. */
const EXACT = /^[\s>*|]*:\s?(\d{2}[A-Z]?)\s?:/i;
/** `46A: DOCUMENTS REQUIRED`, `F46A:`, `[46A]`, `46A / …`, `46A - …`, `46A  DOCUMENTS REQUIRED`. */
const PRINTED =
  /^[\s>*|]*(?:field\s*|tag\s*|f|m|\[|:)?\s?(\d{2}[A-Z]?)\s*(?:[:\]/|]|-(?=\s)|\.(?=\s)|\s{2,}|(?=\s[A-Z]))/i;
/** `F46A`, `Field 46A`, `[46A]`: a printer that writes one tag so writes all. */
const PREFIX = /^[\s>*|]*(?:field|tag|f\d|m\d|\[)/i;
const ANYWHERE = /:(\d{2}[A-Z]?):/g;

/** Cuts a text into the fields of its SWIFT message. Never throws; what it cannot place is kept outside. */
export function readMessage(text: string): SwiftMessage {
  const lines = linesOf(text);
  const tagOf = manner(lines);
  const message: SwiftMessage = { type: null, sender: null, fields: [], outside: [] };
  let open: SwiftField | null = null;
  for (const line of lines) {
    const head = tagOf(line.text);
    if (head) {
      open = { tag: head.tag, name: nameOfTag(head.tag), from: line.from + head.from, to: line.to, lines: [] };
      message.fields.push(open);
      const rest = cut(line, head.length);
      keep(open, cut(rest, labelLength(rest.text)));
    } else if (open && isEnd(line.text)) {
      open = null;
      message.outside.push(line);
    } else if (open && !isPrinted(line.text))
      keep(open, open.lines.length === 0 ? cut(line, nameOnly(line.text)) : line);
    else if (line.text.trim()) message.outside.push(line);
  }
  message.fields.forEach(close);
  return { ...message, ...headerOf(text, message.fields) };
}

/** The first field of a tag; of several tags the first that is there. */
export const fieldOf = (message: SwiftMessage, ...tags: string[]): SwiftField | null =>
  tags.map((tag) => message.fields.find((field) => field.tag === tag)).find((field) => field !== undefined) ?? null;

/** Narratives, which a continuation (MT701) goes on with; of all else a message says one thing. */
const CONTINUED = /^(?:4[5-7]|49[A-Z]|7\d)/;

/** All that a message and its continuations say under a tag, as one field; what they say twice, once. */
export function wholeField(message: SwiftMessage, tag: string): SwiftField | null {
  const [first, ...more] = message.fields.filter((field) => field.tag === tag);
  if (!first) return null;
  const said = new Set([wordsOf(first)]);
  const others = CONTINUED.test(tag)
    ? more.filter((field) => !said.has(wordsOf(field)) && said.add(wordsOf(field)))
    : [];
  return { ...first, lines: [first, ...others].flatMap(({ lines }) => lines) };
}

/** What else a message says under a tag that says one thing. */
export const saidOtherwise = (message: SwiftMessage, { tag }: Pick<SwiftField, 'tag'>): SwiftField[] => {
  const [first, ...more] = message.fields.filter((field) => field.tag === tag);
  return CONTINUED.test(tag) || !first ? [] : more.filter((field) => wordsOf(field) !== wordsOf(first));
};

export const wordsOf = ({ lines }: Pick<SwiftField, 'lines'>): string =>
  lines
    .map(({ text }) => text.trim())
    .join('\n')
    .trim();

function linesOf(text: string): SwiftLine[] {
  const lines: SwiftLine[] = [];
  for (const { 0: found, index } of text.matchAll(/[^\r\n\u2028\u2029]*(?:\r\n?|\n|[\u2028\u2029]|$)/g)) {
    const line = found.replace(/[\r\n\u2028\u2029]+$/, '');
    lines.push({ text: line, from: index, to: index + line.length });
  }
  const tags = lines.filter((line) => EXACT.test(line.text)).length;
  return tags < 3 && [...text.matchAll(ANYWHERE)].length >= 5 ? lines.flatMap(cutAtTags) : lines;
}

/** A message that lost its line breaks on the way here. */
function cutAtTags(line: SwiftLine): SwiftLine[] {
  const starts = [...line.text.matchAll(ANYWHERE)].flatMap(({ index, 1: tag }) =>
    isKnownTag(tag ?? '') ? [index] : [],
  );
  const bounds = [0, ...starts, line.text.length];
  return bounds.slice(1).map((end, at) => {
    const start = bounds[at] ?? 0;
    return { text: line.text.slice(start, end), from: line.from + start, to: line.from + end };
  });
}

interface Head {
  tag: string;
  from: number;
  length: number;
}

/** How this text writes its tags: between colons, or as a printer sets them. */
function manner(lines: SwiftLine[]): (line: string) => Head | null {
  const exact = lines.some(({ text }) => EXACT.test(text) || /\{4:\s*:\d{2}/.test(text));
  if (exact) return exactHead;
  const prefixed = lines.filter(({ text }) => PREFIX.test(text) && printedHead(text)).length >= 5;
  return (line) => (prefixed && !PREFIX.test(line) ? null : printedHead(line));
}

function exactHead(line: string): Head | null {
  const block = /^.*?\{4:\s*(?=:\d{2})/.exec(line)?.[0].length ?? 0;
  const found = EXACT.exec(line.slice(block));
  return found?.[1] ? { tag: found[1].toUpperCase(), from: block, length: block + found[0].length } : null;
}

function printedHead(line: string): Head | null {
  const found = PRINTED.exec(line);
  const tag = found?.[1]?.toUpperCase();
  if (!found || !tag || !isKnownTag(tag)) return null;
  const plain = !/[:\]]\s*$/.test(found[0]) && !PREFIX.test(line);
  if (plain && labelLength(line.slice(found[0].length).trimStart()) === 0) return null;
  return { tag, from: 0, length: found[0].length };
}

const isEnd = (line: string): boolean =>
  /^\s*-\s*\}/.test(line) || /^\s*-\s*$/.test(line) || /^\s*\{[1-5S]:/.test(line);

/** What the printer adds between the lines of a field. */
const isPrinted = (line: string): boolean =>
  /^[\s>]*(?:[-=_*]{5,}|page\s*:?\s*\d+(?:\s*(?:of|\/)\s*\d+)?|\.{5,})\s*$/i.test(line) ||
  /^[\s>]*-{2,}.*(?:message text|message trailer|end of message).*$/i.test(line);

/** A line that holds nothing but the printed name of the field that was opened on the line before. */
const nameOnly = (line: string): number => {
  const length = labelLength(line.trimStart());
  const indent = line.length - line.trimStart().length;
  return length > 0 && indent + length >= line.trimEnd().length ? line.length : 0;
};

function cut(line: SwiftLine, letters: number): SwiftLine {
  return { text: line.text.slice(letters), from: line.from + letters, to: line.to };
}

/** Keeps a line of a field without the quotation marks of a mail and without a `-}` that ends the block behind it. */
function keep(field: SwiftField, line: SwiftLine): void {
  const text = line.text.replace(/\s*-\}.*$/, '').trimEnd();
  const lead = /^[\s>|]*/.exec(text)?.[0].length ?? 0;
  if (text.length > lead || field.lines.length > 0)
    field.lines.push({ text: text.slice(lead), from: line.from + lead, to: line.from + Math.max(text.length, lead) });
}

function close(field: SwiftField): void {
  while (field.lines.length > 0 && !field.lines.at(-1)?.text) field.lines.pop();
  field.to = field.lines.at(-1)?.to ?? field.to;
}

function headerOf(text: string, fields: SwiftField[]): Pick<SwiftMessage, 'type' | 'sender'> {
  const block = /\{2:([IO])(\d{3})/.exec(text);
  const printed = /\b(?:MT|FIN)\s*[-:]?\s*(70[0-9]|71[01])\b/i.exec(text);
  return { type: block?.[2] ?? printed?.[1] ?? typeOf(fields), sender: senderOf(text, block?.[1]) };
}

function typeOf(fields: SwiftField[]): string | null {
  const has = (...tags: string[]) => fields.some(({ tag }) => tags.includes(tag));
  if (has('26E', '30', '31E', '33B', '34B', '45B', '46B', '47B', '22A')) return '707';
  return has('40A', '46A', '45A', '31C') ? '700' : null;
}

/** From an output header (the bank's own), else what a printout names as sender. */
function senderOf(text: string, direction: string | undefined): string | null {
  const output = /\{2:O\d{3}\d{10}([A-Z0-9]{8})[A-Z0-9]([A-Z0-9]{3})/.exec(text);
  const input = direction === 'I' ? /\{1:F\d{2}([A-Z0-9]{8})[A-Z0-9]([A-Z0-9]{3})/.exec(text) : null;
  const printed =
    /\b(?:sender|issuing bank|from)\b(?:'s)?(?: bic)?\s*[:.-]*\s*\n?\s*([A-Z]{6}[A-Z0-9]{2})([A-Z0-9]{3})?\b/i.exec(
      text,
    );
  const found = output ?? input ?? printed;
  if (!found?.[1]) return null;
  return (found[2] && found[2] !== 'XXX' ? found[1] + found[2] : found[1]).toUpperCase();
}
