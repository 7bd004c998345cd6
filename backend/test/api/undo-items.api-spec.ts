import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { House } from '../support/house';
import { offered, Undoings } from '../support/undoing';

let folder: string;
let house: House;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'undo-'));
  house = await House.open({ MEDIA_ROOT: folder });
});
afterAll(async () => {
  await house?.close();
  await rm(folder, { recursive: true });
});

const me = () => house.as('merchandiser');
const undoings = new Undoings(() => house);
const undone = (eventId: string) => undoings.undone(eventId);
const pdf = (text: string) => Buffer.from(`%PDF-1.7\n% ${text}\n%%EOF`);

interface Made {
  id: string;
  at: string;
  event: string;
  read: () => Promise<{ status: number; body: Record<string, unknown> }>;
}

/** Finds the thing in the trash under this name, and brings it back. */
async function restore({ id, read }: Made, label: string): Promise<void> {
  expect((await read()).status).toBe(404);
  const { results } = (await me().get<{ results: { id: string; label: string }[] }>(`/trash/?subjectId=${id}`)).body;
  expect(results.map((entry) => entry.label)).toEqual([label]);
  expect((await me().post(`/trash/${results[0]!.id}/restoration/`)).status).toBe(200);
  expect((await read()).status).toBe(200);
}

describe('undo and trash: a document', () => {
  async function document(name = 'LC 0417.pdf'): Promise<Made> {
    const order = await house.given.order();
    const answer = await me().uploadAll<{ results: { document: { id: string } }[] }>(`/orders/${order.id}/documents/`, [
      [name, pdf(order.id)],
    ]);
    const { id } = answer.body.results[0]!.document;
    const at = `/documents/${id}/`;
    return { id, at, event: answer.headers['x-undo']!, read: () => me().get(at) };
  }

  it('that it was added', async () => {
    const { event, read } = await document();
    const { steps, again } = await undone(event);
    expect([steps, (await read()).status]).toEqual([['moved LC 0417.pdf to the trash'], 404]);
    await undone(again);
    expect((await read()).status).toBe(200);
  });

  it('what is said of it', async () => {
    const { at, read } = await document();
    await undone(await offered(me().patch(at, { description: 'Second amendment', category: 'pi' })));
    expect((await read()).body).toMatchObject({ description: null, category: 'lc' });
  });

  it('a new version, so that the one before is the newest again', async () => {
    const { at, read } = await document();
    const event = await offered(me().uploadAll(`${at}versions/`, [['LC 0417-2.pdf', pdf('two')]]));
    expect((await read()).body).toMatchObject({ isCurrent: false });
    await undone(event);
    expect((await read()).body).toMatchObject({ isCurrent: true });
  });

  it('that it was deleted, and from the trash', async () => {
    const made = await document();
    await undone(await offered(me().delete(made.at)));
    expect((await made.read()).status).toBe(200);
    await me().delete(made.at);
    await restore(made, 'LC 0417.pdf');
  });
});

describe('undo and trash: a task', () => {
  async function task(fields: object = {}): Promise<Made> {
    const order = await house.given.order();
    const answer = await me().post<{ id: string }>('/tasks/', { orderId: order.id, title: 'Call the mill', ...fields });
    const at = `/tasks/${answer.body.id}/`;
    return { id: answer.body.id, at, event: answer.headers['x-undo']!, read: () => me().get(at) };
  }

  it('that it was created', async () => {
    const { event, read } = await task();
    await undone(event);
    expect((await read()).status).toBe(404);
  });

  it('what is said of it, and to whom it was given', async () => {
    const { at, read } = await task({ dueDate: '2026-12-01' });
    const changed = { title: 'Visit the mill', dueDate: null, assignedToId: house.ids.colleague };
    const { steps } = await undone(await offered(me().patch(at, changed)));
    expect(steps).toHaveLength(2);
    expect((await read()).body).toMatchObject({
      title: 'Call the mill',
      dueDate: '2026-12-01',
      assignedTo: { id: house.ids.merchandiser },
    });
  });

  it.each([
    ['start', 'pending'],
    ['completion', 'pending'],
    ['cancellation', 'pending'],
  ])('its %s', async (step, status) => {
    const { at, read } = await task();
    const { again } = await undone(await offered(me().post(`${at}${step}/`)));
    expect((await read()).body).toMatchObject({ status, completedAt: null });
    await undone(again);
    expect((await read()).body['status']).not.toBe(status);
  });

  it('its reopening, with the hour in which it was done', async () => {
    const { at, read } = await task();
    await me().post(`${at}start/`);
    await me().post(`${at}completion/`);
    const { completedAt } = (await read()).body;
    await undone(await offered(me().post(`${at}reopening/`)));
    expect((await read()).body).toMatchObject({ status: 'completed', completedAt });
  });

  it('that it was deleted, and from the trash', async () => {
    const made = await task();
    const { again } = await undone(await offered(me().delete(made.at)));
    expect((await made.read()).status).toBe(200);
    await undone(again);
    await restore(made, 'Task “Call the mill”');
  });

  it('not what somebody changed since', async () => {
    const { at } = await task();
    const handed = await offered(me().patch(at, { title: 'Visit the mill' }));
    await house.as('manager').patch(at, { title: 'Visit the dyer' });
    expect(await undoings.refusal(handed)).toContain('Since then manager of the house');
  });
});

describe('undo and trash: a comment', () => {
  async function comment(): Promise<Made> {
    const order = await house.given.order();
    const { body } = await me().post<{ id: string }>('/comments/', { orderId: order.id, body: 'dip R2 couriered' });
    const at = `/comments/${body.id}/`;
    const read = async () => {
      const { results } = (await me().get<{ results: { id: string }[] }>(`/comments/?orderId=${order.id}`)).body;
      const [found] = results.filter(({ id }) => id === body.id);
      return { status: found ? 200 : 404, body: { ...found } };
    };
    return { id: body.id, at, event: await undoings.lastEventOf(body.id), read };
  }

  it('not that it was written: somebody may have read it', async () => {
    const { event } = await comment();
    expect(await undoings.refusal(event)).toBe('A comment that was sent may have been read: edit it, or delete it.');
  });

  it('that it was edited, with whom it mentions', async () => {
    const { at, read } = await comment();
    const body = '@manager of the house dip R2 couriered';
    const named = await offered(me().patch(at, { body, mentionedIds: [house.ids.manager] }));
    const again = await offered(me().patch(at, { body: 'dip R2 is late' }));
    expect((await read()).body).toMatchObject({ mentions: [] });
    await undone(again);
    expect((await read()).body).toMatchObject({ body, mentions: [{ id: house.ids.manager }] });
    await undone(named);
    expect((await read()).body).toMatchObject({ body: 'dip R2 couriered', mentions: [] });
  });

  it('that it was deleted, and from the trash', async () => {
    const made = await comment();
    const { again } = await undone(await offered(me().delete(made.at)));
    expect((await made.read()).status).toBe(200);
    await undone(again);
    await restore(made, 'A comment: “dip R2 couriered”');
  });
});
