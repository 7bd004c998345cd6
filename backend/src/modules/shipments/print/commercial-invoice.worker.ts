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
} from '../../../platform/papers/paper-parts';
import type { InvoicePaper } from './print.types';

function contentOf({ facts, lines, total, inWords, bank, remarks, signatures }: InvoicePaper): Content[] {
  const rows = lines.map(({ goods, quantity, price, amount }, index): TableCell[] => {
    const [title = '', ...cloth] = goods.split('\n');
    return [
      cell(String(index + 1), { color: MUTED }),
      {
        stack: [
          { text: words(title), bold: true },
          ...(cloth.length ? [{ text: words(cloth.join('\n')), color: MUTED, fontSize: 8 }] : []),
        ],
      },
      cell(quantity, right),
      cell(price, right),
      cell(amount, right),
    ];
  });
  return [
    { columns: [factsTable(facts[0], 64), factsTable(facts[1], 74)], columnGap: 24, margin: [0, 0, 0, 16] },
    {
      layout: ROWS,
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: [16, '*', 68, 84, 92],
        body: [
          headRow(['', 'Goods', 'Quantity', 'Unit price', 'Amount'], 2),
          ...rows,
          [
            { ...(cell('Total', { bold: true, colSpan: 2, alignment: 'right' }) as object) },
            '',
            cell(total.quantity, { ...right, bold: true }),
            '',
            cell(total.amount, { ...right, bold: true }),
          ],
        ],
      },
    },
    { text: words(inWords), margin: [0, 8, 0, 0] },
    ...(bank.length ? [{ unbreakable: true, stack: [headingOf('OUR BANK'), factsTable(bank, 96)] }] : []),
    ...remarks.map((text): Content => ({ text: words(text), margin: [0, 10, 0, 0] })),
    signaturesOf(signatures),
  ];
}

printsPapers<InvoicePaper>((paper) => pagesOf(paper, contentOf(paper)));
