import { aGridStep } from '../../../../test/plan';
import { columnsOf, moved } from './columns';

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

  it('is walked with arrows, Home and End, and not left by them', () => {
    const from = { row: 1, column: 2 };
    const to = (key: string, ctrl = false) => moved(from, key, ctrl, 3, 5);
    expect(to('ArrowUp')).toEqual({ row: 0, column: 2 });
    expect(to('ArrowRight')).toEqual({ row: 1, column: 3 });
    expect(to('Home')).toEqual({ row: 1, column: 0 });
    expect(to('End', true)).toEqual({ row: 2, column: 4 });
    expect(to('x')).toBeNull();
    expect(moved({ row: 0, column: 0 }, 'ArrowLeft', false, 3, 5)).toBeNull();
    expect(moved({ row: 2, column: 4 }, 'ArrowDown', false, 3, 5)).toBeNull();
  });
});
