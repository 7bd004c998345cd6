import { daysBetween, isDay } from '../../../platform/values/day';
import type { Cell, CellKind, Heading, LooseRow } from './sheet';
import {
  columnLetters,
  LOOKS,
  sheetBeginning,
  sheetEnd,
  sheetPath,
  workbookParts,
  xmlText,
  type Look,
} from './xlsx-parts';
import { ZipFile } from './zip-file';

/** Excel reckons with fifteen digits; a longer figure stays the text that it is. */
const MOST_DIGITS = 15;
const LONGEST_TEXT = 32_767;
/** What it counts the days from. */
const FIRST_DAY = '1899-12-30';
const ABOUT = 'About this file';

export interface WorkbookHead {
  name: string;
  /** Above the headings. */
  title: readonly LooseRow[];
  headings: readonly Heading[];
  frozenColumns: number;
}

/**
 * A workbook (.xlsx) that is written row after row, and keeps none. By hand: a library that makes an object of each cell took
 * six times as long for 200,000 rows, and half a gigabyte.
 */
export class XlsxFile {
  private readonly zip: ZipFile;
  private readonly letters: readonly string[];
  private readonly serials = new Map<string, number | null>();
  private rows = 0;
  private waiting = '';

  constructor(
    path: string,
    private readonly head: WorkbookHead,
  ) {
    const { title, headings, frozenColumns } = head;
    this.letters = headings.map((_, index) => columnLetters(index));
    this.zip = new ZipFile(path);
    this.zip.begin(sheetPath(0));
    const widths = headings.map(({ width }) => width);
    this.waiting = sheetBeginning(widths, { columns: frozenColumns, rows: title.length + 1 });
    for (const row of title) this.loose(row);
    this.row(
      headings.map(({ text }, index) => this.text(index, text, LOOKS.heading)).join(''),
      ' ht="35" customHeight="1"',
    );
    this.flush();
  }

  add(rows: readonly (readonly Cell[])[]): void {
    const { headings } = this.head;
    for (const cells of rows) {
      let xml = '';
      for (let index = 0; index < headings.length; index++) {
        const cell = cells[index] ?? null;
        if (cell !== null) xml += this.cell(index, cell, headings[index]?.kind ?? 'text');
      }
      this.row(xml);
    }
    this.flush();
  }

  /** @param closing a row below all others   @param about lines of a page of their own */
  close(closing: LooseRow | null, about: readonly string[]): void {
    if (closing) this.loose(closing);
    const { title, headings } = this.head;
    const top = title.length + 1;
    this.waiting += sheetEnd(`A${top}:${this.letters[headings.length - 1]}${top}`);
    this.flush();
    this.zip.begin(sheetPath(1));
    this.rows = 0;
    this.waiting = sheetBeginning([100]);
    for (const line of about) this.row(this.text(0, line, LOOKS.plain));
    this.waiting += sheetEnd();
    this.flush();
    for (const [path, xml] of Object.entries(workbookParts([this.head.name, ABOUT].map(xmlText)))) {
      this.zip.begin(path);
      this.zip.write(xml);
    }
    this.zip.close();
  }

  private loose(cells: LooseRow): void {
    this.row(
      cells.map(({ value, kind }, index) => (value === null ? '' : this.cell(index, value, kind, true))).join(''),
    );
  }

  private row(cells: string, height = ''): void {
    this.rows++;
    this.waiting += `<row r="${this.rows}"${height}>${cells}</row>`;
  }

  private flush(): void {
    this.zip.write(this.waiting);
    this.waiting = '';
  }

  private cell(index: number, cell: Exclude<Cell, null>, kind: CellKind, bold = false): string {
    if (typeof cell !== 'string') return this.figure(index, this.serial(cell.planned) ?? '', LOOKS.plannedDay);
    if (kind === 'number' && digitsOf(cell) <= MOST_DIGITS)
      return this.figure(index, cell, bold ? LOOKS.bold : LOOKS.plain);
    const serial = kind === 'day' || kind === 'step' ? this.serial(cell) : null;
    if (serial !== null) return this.figure(index, serial, bold ? LOOKS.boldDay : LOOKS.day);
    return this.text(index, cell, bold ? LOOKS.bold : LOOKS.plain);
  }

  private figure(index: number, value: string | number, look: Look): string {
    return `<c r="${this.letters[index]}${this.rows + 1}"${look ? ` s="${look}"` : ''}><v>${value}</v></c>`;
  }

  /** Typed as text: whatever it begins with, it is no formula. */
  private text(index: number, text: string, look: Look): string {
    const xml = xmlText(text.slice(0, LONGEST_TEXT));
    return `<c r="${this.letters[index]}${this.rows + 1}"${look ? ` s="${look}"` : ''} t="inlineStr"><is><t xml:space="preserve">${xml}</t></is></c>`;
  }

  /** A day as Excel counts it; null for what is none. */
  private serial(day: string): number | null {
    let serial = this.serials.get(day);
    if (serial === undefined) {
      serial = isDay(day) ? daysBetween(FIRST_DAY, day) : null;
      if (serial !== null) this.serials.set(day, serial);
    }
    return serial;
  }
}

function digitsOf(figure: string): number {
  let digits = 0;
  for (let at = 0; at < figure.length; at++) {
    const code = figure.charCodeAt(at);
    if (code >= 48 && code <= 57) digits++;
  }
  return digits;
}
