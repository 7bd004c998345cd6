import pdfmake from 'pdfmake';
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import { parentPort, workerData } from 'node:worker_threads';
import type { Fact, PaperLine, PurchaseOrderPaper } from './purchase-order.types';
import { FONTS, runsOf } from './scripts';

const INK = '#1c2333';
const MUTED = '#5b6478';
const LINE = '#d5d9e3';
const SHADE = '#f1f3f8';

/** Text of the house's data: each script in a font that has it. */
const words = (text: string): Content => runsOf(text) as Content;
const cell = (text: string, more: object = {}): TableCell => ({ text: words(text), ...more });
const right = { alignment: 'right' as const, noWrap: true };

const factsOf = (facts: readonly Fact[]): Content => ({
  layout: 'noBorders',
  table: {
    widths: [82, '*'],
    body: facts.map(([label, value]) => [cell(label, { color: MUTED }), cell(value)]),
  },
});

const lineOf = ({ title, detail, etd, quantity, price, amount }: PaperLine, index: number): TableCell[] => [
  cell(String(index + 1), { color: MUTED }),
  {
    stack: [
      { text: words(title), bold: true },
      ...(detail ? [{ text: words(detail), color: MUTED, fontSize: 8 }] : []),
    ],
  },
  cell(etd, { noWrap: true }),
  cell(quantity, right),
  cell(price, right),
  cell(amount, right),
];

function contentOf(paper: PurchaseOrderPaper): Content[] {
  const [left, rightFacts] = paper.facts;
  const heads = ['', 'Goods', 'ETD', 'Quantity', 'Unit price', 'Amount'];
  const head: TableCell[] = heads.map((text, index) => ({
    ...{ text, bold: true, fontSize: 8, color: MUTED, fillColor: SHADE },
    ...(index > 2 ? { alignment: 'right' as const } : {}),
  }));
  const totals: TableCell[][] = paper.totals.map(({ label, quantity, amount }) => [
    { ...(cell(label, { bold: true, colSpan: 3, alignment: 'right' }) as object) },
    '',
    '',
    cell(quantity, { ...right, bold: true }),
    '',
    cell(amount, { ...right, bold: true }),
  ]);
  return [
    {
      columns: [
        { text: words(paper.house), bold: true, fontSize: 13 },
        {
          stack: [
            { text: 'PURCHASE ORDER', fontSize: 9, color: MUTED, characterSpacing: 1.2 },
            { text: words(paper.orderNumber), bold: true, fontSize: 17 },
          ],
          alignment: 'right',
        },
      ],
    },
    { canvas: [{ type: 'line', x1: 0, y1: 8, x2: 515, y2: 8, lineWidth: 1.2, lineColor: INK }], margin: [0, 0, 0, 12] },
    { columns: [factsOf(left), factsOf(rightFacts)], columnGap: 24, margin: [0, 0, 0, 16] },
    {
      layout: {
        hLineWidth: (at, node) => (at === 0 || at === node.table.body.length ? 0.8 : 0.5),
        vLineWidth: () => 0,
        hLineColor: () => LINE,
        paddingTop: () => 5,
        paddingBottom: () => 5,
      },
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: [16, '*', 58, 74, 66, 88],
        body: [head, ...paper.lines.map(lineOf), ...totals],
      },
    },
    ...paper.remarks.map((text): Content => ({ text: words(text), margin: [0, 10, 0, 0] })),
    {
      unbreakable: true,
      margin: [0, 54, 0, 0],
      columnGap: 48,
      columns: paper.signatures.map((text) => ({
        stack: [
          { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 230, y2: 0, lineWidth: 0.6, lineColor: MUTED }] },
          { text: words(text), color: MUTED, margin: [0, 4, 0, 0] },
        ],
      })) as Content[],
    },
  ];
}

function definitionOf(paper: PurchaseOrderPaper): TDocumentDefinitions {
  return {
    info: { title: `Purchase order ${paper.orderNumber}`, author: paper.house },
    pageSize: 'A4',
    pageMargins: [40, 40, 40, 48],
    defaultStyle: { font: 'Roboto', fontSize: 9, color: INK, lineHeight: 1.15 },
    content: contentOf(paper),
    footer: (page, pages) => ({
      margin: [40, 14, 40, 0],
      fontSize: 7.5,
      color: MUTED,
      columns: [
        { width: '*', text: words(paper.foot) },
        { width: 'auto', text: `Page ${page} of ${pages}` },
      ],
    }),
  };
}

async function print(paper: PurchaseOrderPaper): Promise<Uint8Array> {
  const fonts = Object.fromEntries(
    Object.entries(FONTS).map(([name, { normal, bold }]) => [
      name,
      { normal: require.resolve(normal), bold: require.resolve(bold) },
    ]),
  );
  const files = new Set(Object.values(fonts).flatMap(({ normal, bold }) => [normal, bold]));
  pdfmake.setFonts(fonts);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => files.has(path)); // no text of an order reads a file
  return pdfmake.createPdf(definitionOf(paper)).getBuffer();
}

void print(workerData as PurchaseOrderPaper).then((pdf) => parentPort?.postMessage(pdf));
