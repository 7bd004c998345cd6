import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ActivityEntryDto, FieldChangeDto } from '@/shared/api/generated';
import { useHouse } from '@/shared/lib/house';
import { aLine, anOrder, aStyle, problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import ActivityPanel from './ActivityPanel';

const order = anOrder({ styles: [aStyle({ lines: [aLine(), aLine({ id: 'line-2', label: 'MT-2291 · Black' })] })] });
const Panel = () => <ActivityPanel orderId={order.id} order={order} />;

function aChange(field: string, beforeText: string | null, afterText: string | null): FieldChangeDto {
  return { field, label: field, before: beforeText, after: afterText, beforeText, afterText };
}

function anEntry(given: Partial<ActivityEntryDto> = {}): ActivityEntryDto {
  return {
    id: 'e-1',
    name: 'sample.rejected',
    kind: 'sample',
    subjectId: 'sample-1',
    orderId: order.id,
    orderNumber: order.orderNumber,
    orderGone: false,
    orderLineId: 'line-2',
    lineLabel: 'MT-2291 · Black',
    actor: { id: 'rina', fullName: 'Rina Akter' },
    sentence: 'rejected lab dip round 1 for Black: “Too red under D65”',
    changes: [aChange('status', 'submitted', 'rejected')],
    reason: 'Too red under D65',
    occurredAt: '2026-11-10T19:02:00Z',
    recordedAt: '2026-11-10T19:02:00Z',
    recordedLate: false,
    undoes: null,
    undone: false,
    mayUndo: false,
    ...given,
  };
}

function historyOf(
  entries: ActivityEntryDto[],
  verification: object = {},
  more: Parameters<typeof answerWith>[0] = {},
) {
  const asked: URLSearchParams[] = [];
  answerWith({
    ...more,
    'GET /api/v1/auth/capabilities/': () => ({ body: { capabilities: { 'activity.read': 'own' } } }),
    'GET /api/v1/auth/users/colleagues/': () => ({ body: { results: [] } }),
    'GET /api/v1/activity/': ({ url = '' }) => {
      const query = new URL(url, 'http://house.test').searchParams;
      asked.push(query);
      const kinds = query.getAll('kind');
      const rows = kinds.length ? entries.filter(({ kind }) => kinds.includes(kind)) : entries;
      const at = Number(query.get('cursor'));
      const next = at + 1 < rows.length ? `http://house.test/api/v1/activity/?cursor=${at + 1}` : null;
      return { body: { count: null, next, previous: null, results: rows.slice(at, at + 1) } };
    },
    'GET /api/v1/activity/verification/': () => ({
      body: { orderId: order.id, intact: true, events: 2, firstBroken: null, missing: 0, ...verification },
    }),
  });
  return { asked };
}

const created = anEntry({
  id: 'e-0',
  name: 'order.created',
  kind: 'order',
  sentence: 'created order PO-1182 with 2 lines',
  reason: null,
  occurredAt: '2026-11-01T05:00:00Z',
  recordedAt: '2026-11-01T05:00:00Z',
});

describe('the activity of an order', () => {
  beforeEach(() => useHouse.setState({ timeZone: 'Asia/Dhaka' }));

  it('says who did what under the days of the house, and reads on to the beginning', async () => {
    const { asked } = historyOf([anEntry(), created]);
    await renderAt(Panel);
    const day = within(await screen.findByRole('region', { name: 'Wednesday 11 Nov 2026' }));
    expect(day.getByRole('listitem')).toHaveTextContent(
      'Rina Akter rejected lab dip round 1 for Black: “Too red under D65”01:02',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Show earlier' }));
    expect(await screen.findByText(/created order PO-1182 with 2 lines/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show earlier' })).toBeNull();
    expect(asked.map((query) => [query.get('orderId'), query.get('cursor')])).toEqual([
      [order.id, ''],
      [order.id, '1'],
    ]);
  });

  it('shows what a sentence has no room for, and what was written down later', async () => {
    const etd = { ...aChange('etd', '5 Jan 2027', '9 Jan 2027'), label: 'ETD' };
    const quantity = { ...aChange('quantity', null, '64,680 pcs'), label: 'Quantity' };
    const style = { ...aChange('styleId', null, null), after: '0193cf3c-0a10-7c4e-8f65-6d2c4b8e1a11' };
    historyOf([
      anEntry({
        name: 'line.updated',
        kind: 'line',
        sentence: 'changed the ETD and quantity of Black',
        changes: [etd, quantity, style],
        reason: null,
        occurredAt: '2026-11-07T06:00:00Z',
        recordedLate: true,
      }),
    ]);
    await renderAt(Panel);
    await userEvent.click(await screen.findByText('What changed'));
    expect(screen.getAllByRole('term').map((term) => term.textContent)).toEqual(['ETD', 'Quantity']);
    expect(screen.getAllByRole('definition')[0]).toHaveTextContent('5 Jan 2027 →became 9 Jan 2027');
    expect(screen.getAllByRole('definition')[1]).toHaveTextContent('nothing →became 64,680 pcs');
    expect(screen.getByText(/^Recorded late: it happened/)).toHaveTextContent('it happened on 07 Nov 2026.');
  });

  it('asks what undoing does before it is done, and offers it for one’s own changes only', async () => {
    const own = anEntry({
      id: 'e-9',
      name: 'line.updated',
      kind: 'line',
      sentence: 'set the notes of Black to “x”',
      mayUndo: true,
    });
    const posted: string[] = [];
    historyOf(
      [own],
      {},
      {
        'GET /api/v1/activity/e-9/undo/': () => ({
          body: { eventId: 'e-9', possible: true, reason: null, steps: ['cleared the notes of Black'] },
        }),
        'POST /api/v1/activity/e-9/undo/': () => {
          posted.push('e-9');
          return { body: { eventId: 'e-9', steps: ['cleared the notes of Black'] } };
        },
      },
    );
    await renderAt(Panel);
    await userEvent.click(await screen.findByRole('button', { name: /^Undo/ }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Undo this change?' }));
    expect(await dialog.findByText('cleared the notes of Black')).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: 'Undo it' }));
    expect(posted).toEqual(['e-9']);
  });

  it('says why a change cannot be undone', async () => {
    const own = anEntry({
      id: 'e-9',
      name: 'line.updated',
      kind: 'line',
      sentence: 'set the notes of Black to “x”',
      mayUndo: true,
    });
    historyOf(
      [own],
      {},
      {
        'GET /api/v1/activity/e-9/undo/': () => ({
          body: {
            eventId: 'e-9',
            possible: false,
            reason: 'Since then Rafi Islam cleared the notes of Black.',
            steps: [],
          },
        }),
      },
    );
    await renderAt(Panel);
    await userEvent.click(await screen.findByRole('button', { name: /^Undo/ }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText(/^Since then Rafi Islam/)).toBeVisible();
    expect(dialog.queryByRole('button', { name: 'Undo it' })).toBeNull();
  });

  it('can be narrowed to a subject and a line', async () => {
    const { asked } = historyOf([created]);
    await renderAt(Panel);
    await userEvent.click(await screen.findByRole('button', { name: 'About' }));
    await userEvent.click(screen.getByLabelText('Styles and lines'));
    await userEvent.keyboard('{Escape}');
    expect(await screen.findByText('Nothing of this has happened yet')).toBeVisible();
    expect(asked.at(-1)?.getAll('kind')).toEqual(['style', 'line', 'gate']);
    await userEvent.click(screen.getByRole('button', { name: 'Line' }));
    await userEvent.click(screen.getByLabelText('MT-2291 · Black'));
    expect(asked.at(-1)?.getAll('orderLineId')).toEqual(['line-2']);
    await userEvent.keyboard('{Escape}');
    await userEvent.click(await screen.findByRole('button', { name: 'Show the whole history' }));
    expect(await screen.findByText(/created order PO-1182/)).toBeVisible();
  });

  it.each([
    [{ intact: true, events: 2 }, 'Nobody rewrote this history. All 2 entries are as they were written.'],
    [{ intact: true, events: 1 }, 'Nobody rewrote this history. Its one entry is as it was written.'],
    [{ intact: false, firstBroken: 'e-0' }, /^This history is not as it was written/],
  ])('is checked when one asks: %j', async (verification, said) => {
    historyOf([created], verification);
    await renderAt(Panel);
    await userEvent.click(await screen.findByRole('button', { name: 'Check this history' }));
    expect(await screen.findByText(said)).toBeVisible();
  });

  it('says why it could not be loaded', async () => {
    answerWith({
      'GET /api/v1/auth/capabilities/': () => ({ body: { capabilities: {} } }),
      'GET /api/v1/auth/users/colleagues/': () => ({ body: { results: [] } }),
      'GET /api/v1/activity/': () => problem(404, { detail: 'This order does not exist, or it is not yours to see.' }),
    });
    await renderAt(Panel);
    expect(await screen.findByRole('alert')).toHaveTextContent('not yours to see');
    expect(screen.queryByRole('button', { name: 'Check this history' })).toBeNull();
  });
});
