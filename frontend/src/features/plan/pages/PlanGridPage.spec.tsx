import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { today } from '@/shared/lib/house';
import { pageOf, problem } from '../../../../test/orders';
import { aGridLine, aGridStep } from '../../../../test/plan';
import { renderAt } from '../../../../test/render';
import { everythingAllowed } from '../../../../test/samples';
import { type Answer, answerWith } from '../../../../test/server';
import PlanGridPage from './PlanGridPage';

const knitting = aGridStep({ id: 's2', milestone: 'knittingStart', label: 'Knitting start', critical: true });
const line = aGridLine([
  aGridStep({ id: 's1', state: 'done', actualOn: '2026-11-12', forecastOn: null, slackDays: null }),
  knitting,
]);
const black = aGridLine([aGridStep({ id: 's3' })], { orderLineId: 'line-2', lineLabel: 'MT-2291 · Black' });

let asked: URLSearchParams;
let written: { path: string; body: unknown }[];
const answer = (refusal?: Answer) =>
  answerWith({
    ...everythingAllowed,
    'GET /api/v1/users/colleagues/': () => ({ body: pageOf() }),
    'GET /api/v1/plan-grid/': ({ params, url }) => {
      asked = new URLSearchParams((url ?? '').split('?')[1] ?? (params as Record<string, string>));
      return { body: pageOf(line, black) };
    },
    'PATCH /api/v1/milestones/s2/': ({ url = '', data }) => {
      written.push({ path: url, body: JSON.parse(String(data)) });
      return refusal ?? { body: { ...knitting, orderId: 'order-1' } };
    },
  });
const cell = (name: RegExp) => screen.findByRole('button', { name });

describe('the grid of plans', () => {
  beforeEach(() => {
    written = [];
    Object.defineProperty(window, 'matchMedia', {
      configurable: true,
      value: () => ({ matches: true, addEventListener: () => {}, removeEventListener: () => {} }),
    });
  });

  it('shows what is still to leave, a step in each column', async () => {
    answer();
    await renderAt(PlanGridPage, { at: '/late/grid?holder=mill&etdTo=2026-12-01' });
    const grid = within(await screen.findByRole('grid'));
    expect(grid.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      'Line',
      'Slack',
      'Yarn booked',
      'Knitting start',
    ]);
    expect(Object.fromEntries(asked)).toMatchObject({ standing: 'open', holder: 'mill', etdTo: '2026-12-01' });
    expect(grid.getByText('Not in its plan')).toBeInTheDocument();
  });

  it('is walked with arrows, and a day is written where it stands', async () => {
    answer();
    await renderAt(PlanGridPage, { at: '/late/grid' });
    (await cell(/^Yarn booked: done/)).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(await cell(/^Knitting start/)).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    const editor = within(await screen.findByRole('dialog', { name: 'Knitting start of MT-2291 · White' }));
    fireEvent.change(editor.getByLabelText('Planned on'), { target: { value: '2026-11-20' } });
    await userEvent.click(editor.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(written).toEqual([{ path: expect.anything(), body: { plannedOn: '2026-11-20' } }]));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('takes T for “it happened today”, and says what the server refuses', async () => {
    answer(problem(400, { detail: 'This day cannot be.' }));
    await renderAt(PlanGridPage, { at: '/late/grid' });
    (await cell(/^Knitting start/)).focus();
    await userEvent.keyboard('t');
    await waitFor(() => expect(written).toMatchObject([{ body: { actualOn: today() } }]));
    expect(await screen.findByRole('alert')).toHaveTextContent('This day cannot be.');
  });
});
