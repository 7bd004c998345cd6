import type { Content, TableCell } from 'pdfmake/interfaces';
import {
  cell,
  factsTable,
  headRow,
  MUTED,
  pagesOf,
  printsPapers,
  right,
  ROWS,
  signaturesOf,
  words,
} from '../../../../platform/papers/paper-parts';
import type { PaperLine, PurchaseOrderPaper } from './purchase-order.types';

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
  const totals: TableCell[][] = paper.totals.map(({ label, quantity, amount }) => [
    { ...(cell(label, { bold: true, colSpan: 3, alignment: 'right' }) as object) },
    '',
    '',
    cell(quantity, { ...right, bold: true }),
    '',
    cell(amount, { ...right, bold: true }),
  ]);
  return [
    { columns: [factsTable(left), factsTable(rightFacts)], columnGap: 24, margin: [0, 0, 0, 16] },
    {
      layout: ROWS,
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: [16, '*', 58, 74, 66, 88],
        body: [
          headRow(['', 'Goods', 'ETD', 'Quantity', 'Unit price', 'Amount'], 3),
          ...paper.lines.map(lineOf),
          ...totals,
        ],
      },
    },
    ...paper.remarks.map((text): Content => ({ text: words(text), margin: [0, 10, 0, 0] })),
    signaturesOf(paper.signatures),
  ];
}

printsPapers<PurchaseOrderPaper>((paper) =>
  pagesOf({ ...paper, kind: 'PURCHASE ORDER', number: paper.orderNumber }, contentOf(paper)),
);
