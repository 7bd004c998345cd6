import { aCell, aDayCell, aDryRun, aRow } from '../../../test/imports';
import { choicesFor, chosen, decideCell, includeRow, isInForce, mapColumn, readFrom, withDecisions } from './decisions';

const namesOf = (...of: Parameters<typeof choicesFor>) => choicesFor(...of).map(({ as }) => as);
const { columns } = aDryRun();
const planned = aDayCell('D8', '22/Nov/25', '2025-11-22', 'planned');
const empty = { shown: '', outcome: { type: 'ignored', reason: 'The cell is empty.' } } as const;

describe('what a cell can be made into', () => {
  it('is actual or planned where it holds a day', () => {
    expect(namesOf(planned)).toEqual(['actual', 'planned', 'not_applicable', 'note', 'ignore']);
  });

  it('is rejected only for a lab dip, and no day where there is none', () => {
    expect(namesOf(aCell('H8', 'labDipSubmitted', { shown: 'too red' }))).toContain('rejected');
    expect(namesOf(aCell('M8', 'cuttingStart', { shown: 'too red' }))).toEqual(['not_applicable', 'note', 'ignore']);
  });

  it('is a day again after it was decided otherwise', () => {
    const ignored = { ...planned, decided: true, outcome: { type: 'ignored', reason: '' } as const };
    expect(namesOf(ignored)).toContain('actual');
  });

  it('leaves nothing out where there is nothing, and offers nothing in a column that is left out', () => {
    expect(namesOf(aCell('D8', 'knittingStart', empty))).toEqual(['not_applicable']);
    expect(namesOf(aCell('A8', 'style', empty))).toEqual([]);
    expect(namesOf(aCell('A9', 'style', { ...empty, from: 'A8' }))).toEqual(['ignore']);
    expect(namesOf(aCell('Z8', null))).toEqual([]);
  });

  it('marks what is in force: what the sheet says, or what was decided', () => {
    expect([isInForce(planned, 'planned'), isInForce(planned, 'actual')]).toEqual([true, false]);
    expect(isInForce(aCell('D8', 'knittingStart', empty), 'ignore')).toBe(false);
    const left = { ...planned, decided: true, outcome: { type: 'ignored', reason: 'You left it out.' } as const };
    expect(isInForce(left, 'ignore')).toBe(true);
  });
});

describe('a decision', () => {
  it('keeps the day that was typed when only its kind changes', () => {
    const typed = { as: 'value', value: '2025-11-20', kind: 'planned' } as const;
    expect(chosen('actual', typed)).toEqual({ as: 'value', value: '2025-11-20', kind: 'actual' });
    expect(chosen('not_applicable', typed)).toEqual({ as: 'not_applicable' });
    expect(chosen('actual', { as: 'note' })).toEqual({ as: 'actual' });
  });

  it('is taken back without a trace', () => {
    const decided = decideCell({ buyer: 'ANABIA' }, 'D8', { as: 'actual' });
    expect(decided).toEqual({ buyer: 'ANABIA', cells: { D8: { as: 'actual' } } });
    expect(decideCell(decided, 'D8', undefined)).toEqual({ buyer: 'ANABIA', cells: {} });
  });

  it('about a row is kept only where it differs from the sheet', () => {
    const line = aRow(8);
    const old = aRow(6, { class: 'leftover', included: false });
    const out = includeRow({}, line, false);
    expect(out).toEqual({ rows: { 8: 'exclude' } });
    expect(includeRow(out, line, true)).toEqual({ rows: {} });
    expect(includeRow({}, old, true)).toEqual({ rows: { 6: 'include' } });
  });

  it('about the cells of a row goes when the row is left out', () => {
    const decided = { cells: { D8: { as: 'actual' }, D9: { as: 'ignore' }, D18: { as: 'ignore' } } } as const;
    expect(includeRow(decided, aRow(8), false)).toEqual({
      rows: { 8: 'exclude' },
      cells: { D9: { as: 'ignore' }, D18: { as: 'ignore' } },
    });
  });

  it('moves a field to another column, for one column holds it', () => {
    const first = mapColumn({}, columns, 'B', 'labDipApproved');
    expect(mapColumn(first, columns, 'D', 'labDipApproved').mapping).toEqual({ columns: { D: 'labDipApproved' } });
    const left = mapColumn(mapColumn({}, columns, 'A', null), columns, 'B', null);
    expect(left.mapping).toEqual({ columns: { A: null, B: null } });
  });

  it('about cells goes with the field that their column had', () => {
    const decided = { cells: { A8: { as: 'ignore' }, C8: { as: 'note' }, D8: { as: 'actual' } } } as const;
    expect(mapColumn(decided, columns, 'D', 'labDipApproved').cells).toEqual({ A8: { as: 'ignore' } });
  });

  it('about cells and rows ends with the sheet it was about; the buyer stays', () => {
    const before = { buyer: 'ANABIA', cells: { D8: { as: 'actual' } }, rows: { 6: 'include' } } as const;
    expect(readFrom(before, { sheet: 'Plan 2' })).toEqual({ buyer: 'ANABIA', mapping: { sheet: 'Plan 2' } });
  });
});

describe('what a person sees before the server has answered', () => {
  const run = aDryRun();
  const cellOf = (dry: typeof run, address: string) =>
    dry.rows.flatMap(({ cells }) => cells).find((cell) => cell.address === address);

  it('is the plan turned into what happened', () => {
    const seen = withDecisions(run, { cells: { D8: { as: 'actual' } } }, {});
    expect(cellOf(seen, 'D8')).toMatchObject({ decided: true, outcome: { date: '2025-11-22', kind: 'actual' } });
  });

  it('is a typed day, a row taken in, and all else untouched', () => {
    const wanted = {
      cells: { D9: { as: 'value', value: '2025-11-30', kind: 'planned' } },
      rows: { 6: 'include' },
    } as const;
    const seen = withDecisions(run, wanted, {});
    expect(cellOf(seen, 'D9')?.outcome).toMatchObject({ type: 'milestone', date: '2025-11-30', kind: 'planned' });
    expect(seen.rows.find(({ row }) => row === 6)?.included).toBe(true);
    expect(seen.rows.find(({ row }) => row === 8)).toBe(run.rows.find(({ row }) => row === 8));
  });

  it('is the answer itself once nothing waits', () => {
    const decisions = { cells: { D8: { as: 'actual' } } } as const;
    expect(withDecisions(run, decisions, decisions)).toBe(run);
  });
});
