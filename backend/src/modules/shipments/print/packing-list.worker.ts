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
} from '../../../platform/papers/paper-parts';
import type { PackingListPaper } from './print.types';

function contentOf({ facts, rows, totals, containers, signatures }: PackingListPaper): Content[] {
  const body = rows.map((row): TableCell[] => [
    cell(row.numbers, { noWrap: true }),
    cell(row.count, { noWrap: true }),
    cell(row.goods),
    cell(row.each, right),
    cell(row.quantity, right),
    cell(row.net, right),
    cell(row.gross, right),
    cell(row.measures, right),
  ]);
  return [
    { columns: [factsTable(facts[0], 64), factsTable(facts[1], 74)], columnGap: 24, margin: [0, 0, 0, 16] },
    {
      layout: ROWS,
      fontSize: 8,
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: [34, 50, '*', 54, 62, 54, 54, 62],
        body: [headRow(['No.', 'Packages', 'Goods', 'Each', 'Quantity', 'Net', 'Gross', 'cm'], 3), ...body],
      },
    },
    {
      unbreakable: true,
      margin: [0, 16, 0, 0],
      columnGap: 24,
      columns: [
        { stack: [{ text: 'Totals', bold: true, margin: [0, 0, 0, 4] }, factsTable(totals, 150)] },
        containers.length
          ? {
              stack: [
                { text: 'Containers', bold: true, margin: [0, 0, 0, 4] },
                ...containers.map(({ box, holds }): Content => ({
                  stack: [{ text: words(box) }, ...(holds ? [{ text: words(holds), color: MUTED, fontSize: 8 }] : [])],
                  margin: [0, 0, 0, 4],
                })),
              ],
            }
          : { text: '' },
      ],
    },
    signaturesOf(signatures),
  ];
}

printsPapers<PackingListPaper>((paper) => pagesOf(paper, contentOf(paper)));
