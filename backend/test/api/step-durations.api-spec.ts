import { StepDurationsService } from '../../src/modules/planning/history/step-durations.service';
import { PlanFollower } from '../../src/modules/planning/plan/plan-follower';
import { addDays, today } from '../../src/platform/values/day';
import { House } from '../support/house';
import { statementsDuring } from '../support/statements';

const TODAY = today('Asia/Dhaka');
const inDays = (days: number) => addDays(TODAY, days);

interface Took {
  step: string;
  label: string;
  millName: string | null;
  samples: number;
  p50: number;
  p80: number;
}
interface Plan {
  forecastOn: string;
  p80On: string | null;
  chain: { key: string; days: number; past?: { samples: number; p50: number; p80: number; of: string | null } }[];
}

let house: House;
let templateId: string;
beforeAll(async () => {
  house = await House.open();
  // Everybody works on all days, so that the days of these tests are the same whenever they run.
  await house.query(`UPDATE working_calendars SET weekend = '{}', holidays = '[]'`);
  const steps = [
    { key: 'yarnReceived', holder: 'mill', days: 3 },
    { key: 'knittingComplete', holder: 'mill', days: 10, after: [{ key: 'yarnReceived', lag: 0 }] },
  ];
  const made = await house.as('manager').post<{ id: string }>('/tna-templates/', { name: 'Knit only', steps });
  templateId = made.body.id;
});
afterAll(() => house?.close());

const me = () => house.as('merchandiser');

async function aLaidLine(millName: string, etd = inDays(60)) {
  const { lines } = await house.given.order({
    millName,
    styles: [{ styleNumber: 'MT-1', lines: [{ colorName: 'White', quantity: '400', unit: 'pieces', etd }] }],
  });
  const { id } = lines[0]!;
  await me().post(`/order-lines/${id}/plan/`, { templateId });
  return id;
}

/** A line whose knitting took so many days from the yarn, which is finished. */
async function finished(millName: string, took: number) {
  const id = await aLaidLine(millName);
  const write = (key: string, actualOn: string) => me().put(`/order-lines/${id}/milestones/${key}/`, { actualOn });
  await house.query(`UPDATE line_milestones SET planned_on = $2, baseline_on = $2 WHERE order_line_id = $1`, [
    id,
    inDays(-50),
  ]);
  await write('yarnReceived', inDays(-40));
  await write('knittingComplete', inDays(-40 + took));
  await house.query(`UPDATE order_lines SET status = 'completed' WHERE id = $1`, [id]);
}
const listed = async (query = '') =>
  (await me().get<{ results: Took[] }>(`/step-durations/?${query}`)).body.results.map(
    ({ step, millName, samples, p50, p80 }) => [step, millName, samples, p50, p80],
  );

describe('how long steps take in the house', () => {
  it('is for who is signed in', async () => {
    expect((await house.anonymous.get('/step-durations/')).status).toBe(401);
    expect(await listed()).toEqual([]);
  });

  it('is the template’s until there are five finished lines, then half of the times, at the mill of the line', async () => {
    const open = await aLaidLine('Padma');
    const read = async () => (await me().get<Plan>(`/order-lines/${open}/plan/`)).body;
    for (const took of [6, 8, 7, 12]) await finished('Padma', took);
    await house.app.get(StepDurationsService).count();
    expect(await listed()).toEqual([]);
    expect(await read()).toMatchObject({ forecastOn: inDays(13), p80On: null });

    await finished('padma', 7);
    await finished('Meghna', 20);
    expect(await house.app.get(StepDurationsService).count()).toBe(2);
    expect(await listed('wholeHouse=true')).toEqual([['knittingComplete', null, 6, 7, 12]]);
    expect(await listed('millName=padma')).toEqual([['knittingComplete', 'Padma', 5, 7, 8]]);

    await house.query(`UPDATE line_plans SET reckoned_on = reckoned_on - 1 WHERE order_line_id = $1`, [open]);
    await house.app.get(PlanFollower).reckonAll();
    const plan = await read();
    expect([plan.forecastOn, plan.p80On]).toEqual([inDays(10), inDays(11)]);
    expect(plan.chain).toMatchObject([
      { key: 'yarnReceived', days: 3 },
      { key: 'knittingComplete', days: 7, past: { samples: 5, p50: 7, p80: 8, of: 'Padma' } },
    ]);
    expect(plan.chain[0]?.past).toBeUndefined();
  });

  it('counts all mills where the line’s own has too few', async () => {
    const line = await aLaidLine('Meghna');
    const { body } = await me().get<Plan>(`/order-lines/${line}/plan/`);
    expect(body.chain.at(-1)).toMatchObject({ days: 7, past: { samples: 6, of: null } });
  });

  it('is counted with one reading of the finished lines, and listed with two statements', async () => {
    const { statements } = await statementsDuring(() => house.app.get(StepDurationsService).count());
    expect(statements.length).toBeLessThanOrEqual(4);
    expect((await statementsDuring(() => listed())).statements).toHaveLength(2);
  });
});
