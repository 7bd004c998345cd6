import { OrderLine } from '../orders/line/line.entity';
import { OrderStyle } from '../orders/style/style.entity';
import { MILESTONES, stepLabel, type MilestoneKey } from './milestone.vocabulary';
import { planAffected } from './plan-impact';

const style = Object.assign(new OrderStyle(), { styleNumber: 'MT' });
const white = Object.assign(new OrderLine(), { id: 'white', style, colorName: 'White' });
const step = (milestone: MilestoneKey, plannedOn: string) =>
  ({
    orderLineId: 'white',
    milestone,
    label: stepLabel(milestone),
    position: MILESTONES.indexOf(milestone),
    plannedOn,
    state: 'open',
  }) as const;

const steps = [
  step('exFactory', '2027-01-05'),
  step('sewingFinish', '2027-01-02'),
  step('packingComplete', '2027-01-03'),
  step('finalInspection', '2027-01-04'),
];
const said = (etd: string) => planAffected(white, etd, steps).map(({ title, sentence }) => [title, sentence]);

describe('what another ETD does to the plan', () => {
  it('names the first steps that would come too late, and counts the rest', () => {
    expect(said('2027-01-01')).toEqual([
      [
        'Plan of MT · White',
        '4 steps are planned after the new ETD of 1 Jan 2027: Sewing finish (2 Jan 2027), Packing complete (3 Jan 2027), Final inspection (4 Jan 2027) and 1 more.',
      ],
    ]);
    expect(said('2027-01-04')[0]?.[1]).toBe(
      '1 step is planned after the new ETD of 4 Jan 2027: Ex-factory (5 Jan 2027).',
    );
  });

  it('tells of days that are gained', () => {
    expect(said('2027-01-06')[0]?.[1]).toBe(
      'Ex-factory is planned for 5 Jan 2027, 1 day before the new ETD of 6 Jan 2027.',
    );
  });

  it('has nothing to say where the plan fits', () => {
    expect(said('2027-01-05')).toEqual([]);
    expect(planAffected(white, '2027-01-01', [])).toEqual([]);
  });
});
