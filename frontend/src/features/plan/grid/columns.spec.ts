import { aGridStep } from '../../../../test/plan';
import { columnsOf, moved, widened } from './columns';

const plan = (...keys: string[]) => ({ steps: keys.map((milestone) => aGridStep({ milestone, label: milestone })) });

describe('the grid of plans', () => {
  it('has every step of its lines once, where it stands in their plans', () => {
    const local = plan('yarnBooked', 'labDipApproved', 'knittingStart', 'cuttingStart', 'exFactory');
    const foreign = plan('piSent', 'labDipApproved', 'knittingStart', 'shipped');
    expect(columnsOf([local, foreign]).map(({ key }) => key)).toEqual([
      'yarnBooked',
      'piSent',
      'labDipApproved',
      'knittingStart',
      'cuttingStart',
      'exFactory',
      'shipped',
    ]);
  });

  it('takes in what further lines bring, and moves no step before another', () => {
    const columns = columnsOf([plan('yarnBooked', 'knittingStart', 'exFactory')]);
    expect(widened(columns, [plan('knittingStart', 'dyeing', 'exFactory')]).map(({ key }) => key)).toEqual([
      'yarnBooked',
      'knittingStart',
      'dyeing',
      'exFactory',
    ]);
    expect(widened(columns, [])).toEqual(columns);
  });

  it('is walked with keys, and not left by them', () => {
    const from = { row: 1, column: 2 };
    const extent = { rows: 30, columns: 5, page: 12 };
    const to = (key: string, ctrl = false) => moved(from, key, ctrl, extent);
    expect(to('ArrowUp')).toEqual({ row: 0, column: 2 });
    expect(to('ArrowRight')).toEqual({ row: 1, column: 3 });
    expect(to('Home')).toEqual({ row: 1, column: 0 });
    expect(to('End', true)).toEqual({ row: 29, column: 4 });
    expect(to('PageDown')).toEqual({ row: 13, column: 2 });
    expect(to('PageUp')).toEqual({ row: 0, column: 2 });
    expect(to('x')).toBeNull();
    expect(moved({ row: 0, column: 0 }, 'ArrowLeft', false, extent)).toBeNull();
    expect(moved({ row: 29, column: 4 }, 'ArrowDown', false, extent)).toBeNull();
  });
});
