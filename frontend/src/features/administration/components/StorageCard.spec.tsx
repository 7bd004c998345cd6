import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderAt } from '../../../../test/render';
import { type Answer, answerWith } from '../../../../test/server';
import { StorageCard } from './StorageCard';

const at = '2026-11-22T02:40:00.000Z';
const sweep = {
  ...{ id: 's-1', state: 'done', startedAt: at, finishedAt: at, askedById: null, deletes: true, deleted: 0 },
  ...{ listed: 1250, listedBytes: 52_428_800, unknown: 0, unused: 0, unusedBytes: 0, missing: 0 },
};
const held = { ...sweep, state: 'held', unused: 1013, unusedBytes: 41_943_040 };
const file = (n: number) => ({
  ...{ id: `f-${n}`, key: `orders/o-1/${n}`, carrier: 'order_documents', fileName: `PI-${n}.pdf` },
  ...{ orderId: 'o-1', orderNumber: 'PO-1182', noticedAt: at },
});

interface House {
  lastSweep?: object | null;
  missingFiles?: number;
  missing?: (page: number) => Answer;
  capabilities?: object;
}

/** @returns what the server was asked to sweep */
function house({ lastSweep = sweep, missingFiles = 0, missing, capabilities }: House): unknown[] {
  const wishes: unknown[] = [];
  answerWith({
    'GET /api/v1/auth/capabilities/': () => ({
      body: { capabilities: capabilities ?? { 'storage.manage': 'house' } },
    }),
    'GET /api/v1/administration/storage/state/': () => ({
      body: { driver: 'disk', lastSweep, running: null, missingFiles },
    }),
    'POST /api/v1/administration/storage/sweeps/': ({ data }) => {
      wishes.push(JSON.parse(String(data)));
      return { status: 202, body: { ...sweep, state: 'counting', finishedAt: null } };
    },
    ...(missing && {
      'GET /api/v1/administration/storage/missing-files/': ({ url }) =>
        missing(Number(new URL(String(url), 'http://house.test').searchParams.get('page') ?? 1)),
    }),
  });
  return wishes;
}

const button = (name: string) => screen.queryByRole('button', { name });

describe('the card of the files', () => {
  it('tells why a sweep is held, and releases it once its numbers are confirmed', async () => {
    const wishes = house({ lastSweep: held });
    await renderAt(StorageCard);
    const why = await screen.findByRole('region', { name: 'Nothing was deleted' });
    expect(why).toHaveTextContent('1,013 of 1,250 files (40.0 MB) are named by no row');
    await userEvent.click(await screen.findByRole('button', { name: 'Delete what is unused' }));
    const question = within(await screen.findByRole('alertdialog'));
    expect(question.getByText(/81 % of all files, and hold 40.0 MB of 50.0 MB/)).toBeVisible();
    expect(wishes).toEqual([]);
    await userEvent.click(question.getByRole('button', { name: 'Delete 1,013 files' }));
    await waitFor(() => expect(wishes).toEqual([{ deletes: true, seenSweepId: 's-1' }]));
  });

  it('says the same of a few: what was seen goes', async () => {
    const wishes = house({ lastSweep: { ...sweep, unused: 2, unusedBytes: 81_920 } });
    await renderAt(StorageCard);
    await userEvent.click(await screen.findByRole('button', { name: 'Delete what is unused' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Delete 2 files' }));
    await waitFor(() => expect(wishes).toEqual([{ deletes: true, seenSweepId: 's-1' }]));
  });

  it('offers nothing to delete where all is named, and nothing at all to who may not', async () => {
    const wishes = house({});
    const { unmount } = await renderAt(StorageCard);
    await userEvent.click(await screen.findByRole('button', { name: 'Compare now' }));
    await waitFor(() => expect(wishes).toEqual([{ deletes: false }]));
    expect(button('Delete what is unused')).toBeNull();
    unmount();
    house({ lastSweep: held, capabilities: {} });
    await renderAt(StorageCard);
    await screen.findByText('On the disk');
    expect([button('Compare now'), button('Delete what is unused')]).toEqual([null, null]);
  });

  it('lists the files that are gone a page at a time', async () => {
    house({
      missingFiles: 26,
      missing: (page) => ({
        body: { count: 26, next: page === 1 ? 'there' : null, previous: null, results: [file(page)] },
      }),
    });
    await renderAt(StorageCard);
    const table = await screen.findByRole('table', { name: 'Files that are gone' });
    expect(await within(table).findByText('PI-1.pdf')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(await screen.findByText('PI-2.pdf')).toBeVisible();
    expect(screen.getByText('26–26 of 26 files')).toBeVisible();
  });

  it('says so where they cannot be read, and where none is gone any more', async () => {
    let works = false;
    house({
      missingFiles: 1,
      missing: () =>
        works
          ? { body: { count: 0, next: null, previous: null, results: [] } }
          : { status: 503, body: { status: 503, code: 'storage.unavailable', detail: 'It does not answer.' } },
    });
    await renderAt(StorageCard);
    expect(
      await screen.findByText('The files that are gone could not be loaded', {}, { timeout: 5_000 }),
    ).toBeVisible();
    works = true;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('None is gone any more')).toBeVisible();
  });
});
