import { AxiosError, AxiosHeaders } from 'axios';
import { change } from './change';

function stale(currentVersion: number, changes: unknown[]): AxiosError {
  const config = { headers: new AxiosHeaders() };
  const data = {
    status: 412,
    code: 'request.stale_version',
    detail: 'Somebody changed this.',
    currentVersion,
    changes,
  };
  return new AxiosError('stale', 'ERR', config, null, { status: 412, data, headers: {}, statusText: '', config });
}

const theirs = (field: string) => ({ data: { before: { [field]: 'old' }, after: { [field]: 'new' } } });

describe('change', () => {
  const order = { rowVersion: 3 };

  function sending(...outcomes: (AxiosError | string)[]) {
    const sent: string[] = [];
    const send = (headers: { 'If-Match': string }) => {
      sent.push(headers['If-Match']);
      const outcome = outcomes[sent.length - 1] ?? 'too often';
      return typeof outcome === 'string' ? Promise.resolve(outcome) : Promise.reject(outcome);
    };
    return { sent, send };
  }

  it('says which version it was made from', async () => {
    const { sent, send } = sending('saved');
    await expect(change(order, { notes: 'x' }, send)).resolves.toBe('saved');
    expect(sent).toEqual(['"3"']);
  });

  it('goes on top of a change to other fields', async () => {
    const { sent, send } = sending(stale(5, [theirs('etd'), theirs('eta')]), 'saved');
    await expect(change(order, { notes: 'x' }, send)).resolves.toBe('saved');
    expect(sent).toEqual(['"3"', '"5"']);
  });

  it('leaves it to the person when the same field was changed', async () => {
    const conflict = stale(4, [theirs('notes')]);
    const { sent, send } = sending(conflict, 'saved');
    await expect(change(order, { notes: 'x' }, send)).rejects.toBe(conflict);
    expect(sent).toEqual(['"3"']);
  });

  it('leaves it to the person when their change is not told in full', async () => {
    const { send } = sending(stale(9, [theirs('etd')]), 'saved');
    await expect(change(order, { notes: 'x' }, send)).rejects.toBeInstanceOf(AxiosError);
  });
});
