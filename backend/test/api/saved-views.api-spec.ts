import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';

let house: House;
beforeAll(async () => (house = await House.open()));
afterAll(() => house?.close());

interface View {
  id: string;
  name: string;
  query: string;
  isShared: boolean;
  isDefault: boolean;
  isMine: boolean;
  owner: { fullName: string };
  rowVersion: number;
  code?: string;
  errors?: Record<string, string[]>;
}

const save = (body: object, by: Person = 'merchandiser', headers: Record<string, string> = {}) =>
  house.as(by).post<View>('/saved-views/', { list: 'orders', ...body }, headers);
const listed = async (by: Person = 'merchandiser') =>
  (await house.as(by).get<{ results: View[] }>('/saved-views/?list=orders')).body.results;

describe('saved views of a list', () => {
  it('ask a stranger to sign in', async () => {
    expect((await house.anonymous.get('/saved-views/')).status).toBe(401);
    expect((await house.anonymous.post('/saved-views/', { list: 'orders', name: 'Mine' })).status).toBe(401);
  });

  it('are one’s own: nobody else finds them', async () => {
    const { body: mine } = await save({ name: 'For me alone', query: 'status=running' });
    for (const by of ['colleague', 'manager'] as const) {
      expect((await listed(by)).map(({ id }) => id)).not.toContain(mine.id);
      expect((await house.as(by).get(`/saved-views/${mine.id}/`)).status).toBe(404);
      expect((await house.as(by).patch(`/saved-views/${mine.id}/`, { name: 'X' })).status).toBe(404);
      expect((await house.as(by).delete(`/saved-views/${mine.id}/`)).status).toBe(404);
    }
  });

  it('are shared by managers, and stay theirs', async () => {
    const refused = await save({ name: 'For all', isShared: true });
    expect([refused.status, refused.body.code]).toEqual([403, 'saved_view.shared_by_managers']);
    const { body: own } = await save({ name: 'For all' });
    expect((await house.as('merchandiser').patch(`/saved-views/${own.id}/`, { isShared: true })).status).toBe(403);

    const { body: shared } = await save({ name: 'Late of the house', isShared: true, isDefault: true }, 'manager');
    expect((await listed()).find(({ id }) => id === shared.id)).toMatchObject({ isMine: false, isDefault: false });
    const changing = await house.as('merchandiser').patch<View>(`/saved-views/${shared.id}/`, { name: 'Ours' });
    expect([changing.status, changing.body.code]).toEqual([403, 'saved_view.not_yours']);
    expect((await house.as('merchandiser').delete(`/saved-views/${shared.id}/`)).status).toBe(403);
  });

  it('keep only what their list can be asked', async () => {
    const said = async (query: string) => (await save({ name: `Of ${query}`, query })).body.errors;
    expect(await said('statuss=running')).toEqual({
      query: ['statuss: There is no parameter of this name; did you mean status?'],
    });
    expect((await said('status=sleeping'))?.['query']?.[0]).toMatch(/^status: Choose from: upcoming/);
    expect((await said('ordering=colour'))?.['query']?.[0]).toMatch(/^ordering: This list cannot be ordered by colour/);
    expect(await said('columns=margin')).toEqual({
      query: ['columns: Choose from: photo, fabric, orderDate, piSent, lcIssued.'],
    });
    expect(
      (await save({ name: 'With its photo', query: 'status=bulk&columns=photo&columns=piSent' })).body,
    ).toMatchObject({
      query: 'status=bulk&columns=photo&columns=piSent',
    });
    expect(await said('status=running&page=2')).toEqual({
      query: ['Leave out page: a view begins at its first page.'],
    });
    expect((await save({ name: 'x'.repeat(61) })).body.errors).toHaveProperty('name');
    expect((await save({ name: 'Of samples', list: 'samples' })).body.errors).toHaveProperty('list');
  });

  it('have a name of their own among those of their owner', async () => {
    expect((await save({ name: 'Bulk' })).status).toBe(201);
    const twice = await save({ name: 'bulk' });
    expect([twice.status, twice.body.errors]).toEqual([409, { name: ['You have a view of this name already.'] }]);
    expect((await save({ name: 'Bulk' }, 'colleague')).status).toBe(201);
  });

  it('are saved, changed from the version that was read, and deleted; each is told', async () => {
    const saved = await save({
      name: ' Running ',
      query: '?status=running&status=bulk&ordering=-etd&search=white+dip',
    });
    expect(saved.status).toBe(201);
    const { id } = saved.body;
    expect(saved.body).toMatchObject({
      name: 'Running',
      query: 'status=running&status=bulk&ordering=-etd&search=white+dip',
      isShared: false,
      isDefault: false,
      isMine: true,
    });
    const me = house.as('merchandiser');
    const changed = await me.patch<View>(`/saved-views/${id}/`, { query: 'status=bulk' }, { 'If-Match': '"1"' });
    expect([changed.status, changed.body.query, changed.body.rowVersion]).toEqual([200, 'status=bulk', 2]);
    expect((await me.patch(`/saved-views/${id}/`, { name: 'Old' }, { 'If-Match': '"1"' })).status).toBe(412);
    expect((await me.delete(`/saved-views/${id}/`)).status).toBe(204);
    expect((await me.get(`/saved-views/${id}/`)).status).toBe(404);
    expect(await house.eventNamesOf(id)).toEqual(['saved_view.created', 'saved_view.updated', 'saved_view.deleted']);
    expect((await save({ name: 'Running' })).status).toBe(201);
  });

  it('are saved once, however often the request is sent', async () => {
    const headers = { 'Idempotency-Key': 'view-0001-once-only' };
    const [first, second] = [
      await save({ name: 'Sent twice' }, 'merchandiser', headers),
      await save({ name: 'Sent twice' }, 'merchandiser', headers),
    ];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.id).toBe(first.body.id);
  });

  it('of which one is where the list begins', async () => {
    const { body: first } = await save({ name: 'First', isDefault: true }, 'colleague');
    const { body: second } = await save({ name: 'Second' }, 'colleague');
    await house.as('colleague').patch(`/saved-views/${second.id}/`, { isDefault: true });
    const defaults = (await listed('colleague')).filter(({ isDefault }) => isDefault);
    expect(defaults.map(({ name }) => name)).toEqual(['Second']);
    expect(await house.eventNamesOf(first.id)).toEqual(['saved_view.created', 'saved_view.updated']);
  });

  it('ask for two statements as a list, and one each', async () => {
    const { body: view } = await save({ name: 'Counted' });
    const list = await statementsDuring(() => listed());
    expect(list.statements.length).toBeLessThanOrEqual(2);
    const one = await statementsDuring(() => house.as('merchandiser').get(`/saved-views/${view.id}/`));
    expect(one.statements).toHaveLength(1);
  });
});
