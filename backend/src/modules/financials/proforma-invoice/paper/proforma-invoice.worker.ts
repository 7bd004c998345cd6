import type { Content, TableCell } from 'pdfmake/interfaces';
import {
  cell,
  factsTable,
  headingOf,
  headRow,
  MUTED,
  pagesOf,
  printsPapers,
  right,
  ROWS,
  signaturesOf,
  words,
} from '../../../../platform/papers/paper-parts';
import type { ProformaPaper, ProformaPaperLine } from './proforma-paper.types';

const lineOf = ({ title, detail, quantity, price, amount }: ProformaPaperLine, index: number): TableCell[] => [
  cell(String(index + 1), { color: MUTED }),
  {
    stack: [
      { text: words(title), bold: true },
      ...(detail ? [{ text: words(detail), color: MUTED, fontSize: 8 }] : []),
    ],
  },
  cell(quantity, right),
  cell(price, right),
  cell(amount, right),
];

function contentOf(paper: ProformaPaper): Content[] {
  const [left, rightFacts] = paper.facts;
  const totals: TableCell[][] = paper.totals.map(({ label, quantity, amount }) => [
    { ...(cell(label, { bold: true, colSpan: 2, alignment: 'right' }) as object) },
    '',
    cell(quantity, { ...right, bold: true }),
    '',
    cell(amount, { ...right, bold: true }),
  ]);
  return [
    {
      columns: [
        { width: '*', stack: [factsTable(left, 46)] },
        { width: 190, stack: [factsTable(rightFacts, 60)] },
      ],
      columnGap: 24,
      margin: [0, 0, 0, 16],
    },
    {
      layout: ROWS,
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: [16, '*', 80, 72, 96],
        body: [headRow(['', 'Goods', 'Quantity', 'Unit price', 'Amount'], 2), ...paper.lines.map(lineOf), ...totals],
      },
    },
    { text: words(paper.inWords), margin: [0, 8, 0, 0] },
    ...(paper.terms.length ? [headingOf('TERMS'), factsTable(paper.terms, 96)] : []),
    ...(paper.bank.length ? [{ unbreakable: true, stack: [headingOf('OUR BANK'), factsTable(paper.bank, 96)] }] : []),
    ...(paper.notes ? [headingOf('NOTES'), { text: words(paper.notes) }] : []),
    signaturesOf(paper.signatures),
  ];
}

printsPapers<ProformaPaper>((paper) => pagesOf({ ...paper, kind: 'PROFORMA INVOICE' }, contentOf(paper)));
