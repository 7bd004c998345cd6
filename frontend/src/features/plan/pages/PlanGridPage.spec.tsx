import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
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
const focus = (element: HTMLElement) => act(() => element.focus());

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
    expect(grid.getByRole('gridcell', { name: 'Not in its plan' })).toBeInTheDocument();
    expect(screen.getByText('2 lines')).toBeInTheDocument();
  });

  it('is walked with arrows, and a day is written where it stands', async () => {
    answer();
    await renderAt(PlanGridPage, { at: '/late/grid' });
    focus(await cell(/^Yarn booked: done/));
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
    focus(await cell(/^Knitting start/));
    await userEvent.keyboard('t');
    await waitFor(() => expect(written).toMatchObject([{ body: { actualOn: today() } }]));
    expect(await screen.findByRole('alert')).toHaveTextContent('This day cannot be.');
  });

  describe('with 3,214 lines', () => {
    const many = () =>
      answerWith({
        ...everythingAllowed,
        'GET /api/v1/users/colleagues/': () => ({ body: pageOf() }),
        'GET /api/v1/plan-grid/': ({ params, url }) => {
          asked = new URLSearchParams((url ?? '').split('?')[1] ?? (params as Record<string, string>));
          const size = Number(asked.get('pageSize'));
          const from = (Number(asked.get('page') ?? 1) - 1) * size;
          const lines = Array.from({ length: Math.min(size, 3214 - from) }, (_, at) =>
            aGridLine(
              Array.from({ length: 28 }, (__, step) =>
                aGridStep({ id: `s-${from + at}-${step}`, milestone: `m${step}`, label: `Step ${step}` }),
              ),
              { orderLineId: `line-${from + at}`, orderNumber: `PO-${from + at}` },
            ),
          );
          return { body: { ...pageOf(...lines), count: 3214, next: from + size < 3214 ? 'more' : null } };
        },
      });
    const inRow = () => document.activeElement?.closest('[role=row]');

    it('has on the page what can be seen, and says how many there are', async () => {
      many();
      await renderAt(PlanGridPage, { at: '/late/grid' });
      const grid = await screen.findByRole('grid');
      expect(await screen.findByText('3,214 lines')).toBeInTheDocument();
      expect(grid).toHaveAttribute('aria-rowcount', '3215');
      expect(grid).toHaveAttribute('aria-colcount', '30');
      expect(within(grid).getAllByRole('row').length).toBeLessThan(25);
      expect(grid.querySelectorAll('*').length).toBeLessThan(1000);
    });

    it('takes the focus to lines that were not read yet, and out again with Tab', async () => {
      many();
      await renderAt(PlanGridPage, { at: '/late/grid' });
      focus(await screen.findByRole('link', { name: 'PO-0' }));
      await userEvent.keyboard('{Control>}{End}{/Control}');
      expect(inRow()).toHaveAttribute('aria-rowindex', '3215');
      await waitFor(() => expect(document.activeElement).toHaveAccessibleName(/^Step 27: forecast/));
      expect(asked.get('page')).toBe(String(Math.ceil(3214 / Number(asked.get('pageSize')))));
      expect(inRow()).toHaveTextContent('PO-3213');
      expect(screen.getAllByRole('row').length).toBeLessThan(25);

      await userEvent.keyboard('{PageUp}{ArrowUp}{Home}');
      const row = Number(inRow()?.getAttribute('aria-rowindex'));
      expect(row).toBeLessThan(3210);
      await waitFor(() => expect(screen.getByRole('link', { name: `PO-${row - 2}` })).toHaveFocus());
      await userEvent.keyboard('{Control>}{Home}{/Control}');
      await waitFor(() => expect(screen.getByRole('link', { name: 'PO-0' })).toHaveFocus());
      expect(screen.getByRole('grid').querySelectorAll('[tabindex="0"]')).toHaveLength(1);
      await userEvent.tab();
      expect(screen.getByRole('grid')).not.toContainElement(document.activeElement as HTMLElement);
    });

    it('keeps the cell with the focus when the rest is scrolled away', async () => {
      many();
      await renderAt(PlanGridPage, { at: '/late/grid' });
      const cell = (await screen.findAllByRole('button', { name: /^Step 0:/ }))[0] as HTMLElement;
      focus(cell);
      fireEvent.scroll(screen.getByRole('grid'), { target: { scrollTop: 48 * 1000 } });
      expect(await screen.findByRole('link', { name: 'PO-1005' })).toBeInTheDocument();
      expect(cell).toHaveFocus();
      await userEvent.keyboard('{ArrowDown}');
      expect(inRow()).toHaveTextContent('PO-1');
      expect(screen.getByRole('grid').scrollTop).toBe(48);
    });
  });
});
