import { newId } from '../../src/platform/database/base.entity';
import { Transaction } from '../../src/platform/database/transaction';
import { Jobs, QUEUES, type QueueName } from '../../src/platform/jobs/jobs';
import { eventually } from '../support/eventually';
import { House } from '../support/house';
import { statementsDuring } from '../support/statements';
import { startWorker } from '../support/workers';

interface Job {
  id: string;
  queue: string;
  state: string;
  data: { number?: number };
  tries: number;
  fault: string | null;
}
interface Listed {
  count: number;
  results: Job[];
}

let house: House;
beforeAll(async () => (house = await House.open()));
beforeEach(() => house.query('DELETE FROM pgboss.job'));
afterAll(() => house?.close());

const BASE = '/administration/jobs/';

const send = (queue: QueueName, ...all: object[]) =>
  house.app.get(Transaction).run(async () => {
    for (const data of all) await house.app.get(Jobs).send(queue, { ...data });
  });

const listed = async (query = '') => (await house.as('admin').get<Listed>(`${BASE}${query}`)).body.results;

/** One that failed as often as it may. */
async function dead(queue: QueueName = 'exports', data: object = { number: 1 }): Promise<Job> {
  await send(queue, data);
  await house.query(
    `UPDATE pgboss.job SET state = 'failed', started_on = now(), completed_on = now(), retry_count = 9,
            output = '{"message": "The disk is full."}' WHERE state = 'created' AND name = $1`,
    [queue],
  );
  return (await listed(`?state=dead&queue=${queue}`))[0]!;
}

describe('background jobs', () => {
  it('are for admins', async () => {
    const { id } = await dead();
    for (const path of [BASE, '/administration/queues/']) {
      expect((await house.anonymous.get(path)).status).toBe(401);
      expect((await house.as('manager').get(path)).status).toBe(403);
    }
    expect((await house.as('manager').post(`${BASE}${id}/resending/`)).status).toBe(403);
    expect((await house.as('manager').delete(`${BASE}${id}/`)).status).toBe(403);
  });

  it('are listed by queue and state, with what came of them', async () => {
    await dead();
    await send('digests', { number: 2 });
    expect((await house.as('admin').get(`${BASE}?state=lost`)).status).toBe(400);
    expect(await listed('?state=dead')).toMatchObject([
      { queue: 'exports', state: 'dead', data: { number: 1 }, tries: 10, triesAtMost: 10, fault: 'The disk is full.' },
    ]);
    expect(await listed('?queue=digests')).toMatchObject([{ state: 'waiting', tries: 0, fault: null, endedAt: null }]);
    const { statements } = await statementsDuring(() => house.as('admin').get(BASE));
    expect(statements.length).toBe(2);
    const { result, statements: asked } = await statementsDuring(() =>
      house.as('admin').get<{ queues: { name: string; dead: number; waiting: number }[] }>('/administration/queues/'),
    );
    expect(asked.length).toBe(1);
    expect(result.body.queues.map(({ name }) => name)).toEqual([...QUEUES]);
    const { queues } = result.body;
    expect(queues.find(({ name }) => name === 'exports')).toMatchObject({ dead: 1, waiting: 0 });
    expect(queues.find(({ name }) => name === 'digests')).toMatchObject({ dead: 0, waiting: 1 });
  });

  it('are sent again or given up once they failed for good, by one admin, and that is on record', async () => {
    const admin = house.as('admin');
    const [again, gone] = [await dead('exports'), await dead('digests')];
    await send('house-figures', {});
    const [waiting] = await listed('?state=waiting');
    expect((await admin.post(`${BASE}${newId()}/resending/`)).status).toBe(404);
    for (const answer of [
      await admin.post(`${BASE}${waiting!.id}/resending/`),
      await admin.delete(`${BASE}${waiting!.id}/`),
    ])
      expect([answer.status, answer.body?.['code']]).toEqual([409, 'job.not_dead']);
    const twice = await Promise.all([1, 2, 3].map(() => admin.post(`${BASE}${again.id}/resending/`)));
    expect(twice.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await listed('?queue=exports')).toMatchObject([{ state: 'waiting', tries: 0, fault: 'The disk is full.' }]);
    expect((await admin.delete(`${BASE}${gone.id}/`)).status).toBe(204);
    expect((await admin.delete(`${BASE}${gone.id}/`)).status).toBe(404);
    const told = [...(await house.eventsOf(again.id)), ...(await house.eventsOf(gone.id))];
    expect(told.map(({ name, data }) => [name, data['queue']])).toEqual([
      ['job.resent', 'exports'],
      ['job.discarded', 'digests'],
    ]);
  });

  it('are sent again a queue at a time', async () => {
    await dead('exports', { number: 1 });
    await dead('exports', { number: 2 });
    await dead('digests');
    const answer = await house.as('admin').post(`${BASE}resending/`, { queue: 'exports' });
    expect(answer.body).toEqual({ resent: 2 });
    expect((await listed('?state=dead')).map(({ queue }) => queue)).toEqual(['digests']);
    expect((await house.as('admin').post(`${BASE}resending/`, { queue: 'nowhere' })).status).toBe(400);
  });
});

describe('a worker', () => {
  it('begins when it is told to, which is after its process answers people', async () => {
    await send('exports', { number: 1 });
    const worker = await startWorker(house, false);
    const done: unknown[] = [];
    try {
      await worker.jobs.work('exports', ({ number }) => Promise.resolve(void done.push(number)));
      await worker.jobs.onceBegun(() => send('exports', { number: 2 }));
      await new Promise((wake) => setTimeout(wake, 1_500)); // longer than it waits between two looks
      expect(await listed()).toMatchObject([{ state: 'waiting', data: { number: 1 } }]);
      await worker.jobs.begin();
      await eventually(async () => expect(await listed('?state=done')).toHaveLength(2));
      expect(done.sort()).toEqual([1, 2]);
    } finally {
      await worker.stop();
    }
  });

  it('lets a job that fails take no other with it, and does it once it is sent again', async () => {
    await send('exports', ...[1, 2, 3, 4, 5].map((number) => ({ number })));
    await house.query('UPDATE pgboss.job SET retry_limit = 0');
    const worker = await startWorker(house);
    const done: unknown[] = [];
    let broken = true;
    try {
      await worker.jobs.work('exports', ({ number }) => {
        if (number === 3 && broken) return Promise.reject(new Error('The disk is full.'));
        return Promise.resolve(void done.push(number));
      });
      await eventually(async () => expect((await listed('?state=done')).length).toBe(4));
      expect(done.sort()).toEqual([1, 2, 4, 5]);
      const [poison] = await listed('?state=dead');
      expect(poison).toMatchObject({ data: { number: 3 }, fault: 'The disk is full.' });
      broken = false;
      await house.as('admin').post(`${BASE}${poison!.id}/resending/`);
      await eventually(async () => expect((await listed('?state=done')).length).toBe(5));
      expect(done).toContain(3);
    } finally {
      await worker.stop();
    }
  });

  it('does once what several jobs that it took together ask for', async () => {
    await send('exports', { number: 1 }, { number: 2 }, { number: 1 }, { number: 1 });
    const worker = await startWorker(house);
    const done: unknown[] = [];
    try {
      await worker.jobs.work('exports', ({ number }) => Promise.resolve(void done.push(number)));
      await eventually(async () => expect(await listed('?state=done')).toHaveLength(4));
      expect(done.sort()).toEqual([1, 2]);
    } finally {
      await worker.stop();
    }
  });

  it('keeps a job for as long as it says that it is at it, and no longer', async () => {
    await send('exports', { number: 1 });
    const worker = await startWorker(house);
    let finish = () => {};
    try {
      await worker.jobs.work('exports', () => new Promise<void>((finishes) => (finish = finishes)));
      const secondsLeft = async () => {
        const [job] = await house.query<{ left: number }>(
          `SELECT extract(epoch FROM started_on + expire_in - now())::float8 AS left FROM pgboss.job WHERE state = 'active'`,
        );
        return job?.left ?? 0;
      };
      await eventually(async () => expect(await secondsLeft()).toBeGreaterThan(0));
      expect(await secondsLeft()).toBeLessThanOrEqual(25);
      await house.query(`UPDATE pgboss.job SET started_on = now() - interval '10 minutes'`);
      expect(await secondsLeft()).toBeLessThan(0);
      await eventually(async () => expect(await secondsLeft()).toBeGreaterThan(15));
      expect(await secondsLeft()).toBeLessThanOrEqual(25);
    } finally {
      finish();
      await worker.stop();
    }
    expect(await listed('?queue=exports')).toMatchObject([{ state: 'done', tries: 1 }]);
  });

  it('tries again after pauses that grow and differ', async () => {
    await send('exports', ...Array.from({ length: 5 }, (_, number) => ({ number })));
    const worker = await startWorker(house);
    try {
      await worker.jobs.work('exports', () => Promise.reject(new Error('Away.')));
      const pauses = async (tries: number) => {
        const rows = await house.query<{ pause: string }>(
          `SELECT extract(epoch FROM start_after - now())::text AS pause FROM pgboss.job
            WHERE name = 'exports' AND state = 'retry' AND retry_count = $1`,
          [tries],
        );
        expect(rows).toHaveLength(5);
        return rows.map(({ pause }) => Number(pause));
      };
      let first: number[] = [];
      await eventually(async () => void (first = await pauses(0)));
      await house.query(`UPDATE pgboss.job SET start_after = now(), retry_count = 5 WHERE name = 'exports'`);
      let later: number[] = [];
      await eventually(async () => void (later = await pauses(6)));
      expect(Math.max(...first)).toBeLessThan(5);
      expect(Math.min(...later)).toBeGreaterThan(60);
      expect(new Set(later.map((pause) => pause.toFixed(1))).size).toBeGreaterThan(1);
    } finally {
      await worker.stop();
    }
  });

  it('ends with the job that it is at, and hands back what it had not begun', async () => {
    await send('exports', { number: 1 }, { number: 2 }, { number: 3 });
    const worker = await startWorker(house);
    let finish = () => {};
    const begun = new Promise<void>((begins) => {
      void worker.jobs.work('exports', () => {
        begins();
        return new Promise<void>((finishes) => (finish = finishes));
      });
    });
    await begun;
    const stopped = worker.stop();
    setTimeout(finish, 300);
    await stopped;
    const left = await house.query<{ state: string; tries: number }>(
      `SELECT state, retry_count AS tries FROM pgboss.job WHERE name = 'exports' ORDER BY state`,
    );
    expect(left).toEqual([
      { state: 'created', tries: 0 },
      { state: 'created', tries: 0 },
      { state: 'completed', tries: 0 },
    ]);
  });

  it('does what is scheduled once, however many workers there are', async () => {
    const untilNextMinute = 60_000 - (Date.now() % 60_000);
    if (untilNextMinute < 12_000) await new Promise((passed) => setTimeout(passed, untilNextMinute));
    const now = new Date();
    await house.query(
      `INSERT INTO pgboss.schedule (name, cron, timezone, data, options) VALUES ('export-sweep', $1, 'UTC', '{}', '{}')`,
      [`${now.getUTCMinutes()} ${now.getUTCHours()} * * *`],
    );
    // Nobody looked at the clock yet: whoever looks first within half a minute decides.
    const lookAgain = () => house.query('UPDATE pgboss.version SET cron_on = NULL');
    await lookAgain();
    let times = 0;
    const join = async () => {
      const worker = await startWorker(house);
      await worker.jobs.work('export-sweep', () => Promise.resolve(void times++));
      return worker;
    };
    const workers = await Promise.all([join(), join()]);
    try {
      await eventually(() => Promise.resolve(expect(times).toBe(1)));
      await lookAgain(); // the next one, within the same minute
      workers.push(await join());
      await eventually(async () =>
        expect(await house.query(`SELECT cron_on FROM pgboss.version WHERE cron_on IS NOT NULL`)).toHaveLength(1),
      );
      expect(await house.query(`SELECT 1 FROM pgboss.job WHERE name = 'export-sweep'`)).toHaveLength(1);
      expect(times).toBe(1);
    } finally {
      await Promise.all(workers.map((worker) => worker.stop()));
      await house.query(`DELETE FROM pgboss.schedule WHERE name = 'export-sweep'`);
    }
  });
});
