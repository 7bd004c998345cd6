import pdfmake from 'pdfmake';
import type { Content, CustomTableLayout, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import { parentPort, workerData } from 'node:worker_threads';
import type { Fact, PaperName } from './paper.types';
import { FONTS, runsOf } from './scripts';

/** The parts that papers are made of. Only for the threads that print them: pdfmake is large. */

export const INK = '#1c2333';
export const MUTED = '#5b6478';
export const LINE = '#d5d9e3';
export const SHADE = '#f1f3f8';
/** Points between the margins of an upright A4 page. */
export const PAGE_WIDTH = 515;

/** Text of the house's data: each script in a font that has it. */
export const words = (text: string): Content => runsOf(text) as Content;
export const cell = (text: string, more: object = {}): TableCell => ({ text: words(text), ...more });
/** Of a cell with a figure. */
export const right = { alignment: 'right' as const, noWrap: true };

/** Labels and their values, one below the other. */
export const factsTable = (facts: readonly Fact[], labelWidth = 82): Content => ({
  layout: 'noBorders',
  table: {
    widths: [labelWidth, '*'],
    body: facts.map(([label, value]) => [cell(label, { color: MUTED }), cell(value)]),
  },
});

/** Above a block below the lines. */
export const headingOf = (text: string): Content => ({
  ...{ text, bold: true, fontSize: 8, color: MUTED, margin: [0, 14, 0, 4] },
});

/** The first row of a table. @param figuresFrom the column from which on there are figures */
export const headRow = (heads: readonly string[], figuresFrom: number): TableCell[] =>
  heads.map((text, index) => ({
    ...{ text, bold: true, fontSize: 8, color: MUTED, fillColor: SHADE },
    ...(index >= figuresFrom ? { alignment: 'right' as const } : {}),
  }));

/** Lines between the rows, none between the columns. */
export const ROWS: CustomTableLayout = {
  hLineWidth: (at, node) => (at === 0 || at === node.table.body.length ? 0.8 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => LINE,
  paddingTop: () => 5,
  paddingBottom: () => 5,
};

/** Whose paper it is, what it is called, and a line below. */
export const titleOf = ({ house, kind, number }: PaperName): Content[] => [
  {
    columns: [
      { text: words(house), bold: true, fontSize: 13 },
      {
        stack: [
          { text: kind, fontSize: 9, color: MUTED, characterSpacing: 1.2 },
          { text: words(number), bold: true, fontSize: 17 },
        ],
        alignment: 'right',
      },
    ],
  },
  {
    canvas: [{ type: 'line', x1: 0, y1: 8, x2: PAGE_WIDTH, y2: 8, lineWidth: 1.2, lineColor: INK }],
    margin: [0, 0, 0, 12],
  },
];

/** A line to sign on for each, with who signs below it. */
export const signaturesOf = (signatures: readonly string[]): Content => ({
  unbreakable: true,
  margin: [0, 54, 0, 0],
  columnGap: 48,
  columns: signatures.map((text) => ({
    stack: [
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 230, y2: 0, lineWidth: 0.6, lineColor: MUTED }] },
      { text: words(text), color: MUTED, margin: [0, 4, 0, 0] },
    ],
  })) as Content[],
});

/** The pages of a paper: A4, its name on top, its foot with the page's number below. */
export const pagesOf = (name: PaperName, content: Content[]): TDocumentDefinitions => ({
  info: { title: `${name.kind.charAt(0)}${name.kind.slice(1).toLowerCase()} ${name.number}`, author: name.house },
  pageSize: 'A4',
  pageMargins: [40, 40, 40, 48],
  defaultStyle: { font: 'Roboto', fontSize: 9, color: INK, lineHeight: 1.15 },
  content: [...titleOf(name), ...content],
  footer: (page, pages) => ({
    margin: [40, 14, 40, 0],
    fontSize: 7.5,
    color: MUTED,
    columns: [
      { width: '*', text: words(name.foot) },
      { width: 'auto', text: `Page ${page} of ${pages}` },
    ],
  }),
});

/** What a printing thread does: its paper comes as its `workerData`, the PDF is its one message. */
export function printsPapers<Paper>(definitionOf: (paper: Paper) => TDocumentDefinitions): void {
  void print(definitionOf(workerData as Paper)).then((pdf) => parentPort?.postMessage(pdf));
}

async function print(definition: TDocumentDefinitions): Promise<Uint8Array> {
  const fonts = Object.fromEntries(
    Object.entries(FONTS).map(([name, { normal, bold }]) => [
      name,
      { normal: require.resolve(normal), bold: require.resolve(bold) },
    ]),
  );
  const files = new Set(Object.values(fonts).flatMap(({ normal, bold }) => [normal, bold]));
  pdfmake.setFonts(fonts);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => files.has(path)); // no text of the house reads a file
  return pdfmake.createPdf(definition).getBuffer();
}
