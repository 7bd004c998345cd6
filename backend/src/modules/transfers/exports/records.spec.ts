import { readRecords } from './records';

describe('rows as Postgres writes them', () => {
  it.each([
    ['(PO-1,White,44640)', [['PO-1', 'White', '44640']]],
    ['(,,)', [[null, null, null]]],
    ['("",a,"")', [['', 'a', '']]],
    ['("say ""yes""","a, b","(c)")', [['say "yes"', 'a, b', '(c)']]],
    [
      '("""",a)(b,"""")',
      [
        ['"', 'a'],
        ['b', '"'],
      ],
    ],
    ['("C:\\\\mill\\\\1","\\\\""")', [['C:\\mill\\1', '\\"']]],
    [
      '("two\nlines",2)("(3,","4)")',
      [
        ['two\nlines', '2'],
        ['(3,', '4)'],
      ],
    ],
    ['', []],
  ])('%j', (text, rows) => {
    expect([...readRecords(text)]).toEqual(rows);
  });
});
