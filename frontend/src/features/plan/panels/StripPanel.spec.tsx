import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aLine, anOrder, aStyle, pageOf } from '../../../../test/orders';
import { aGridLine, aGridStep } from '../../../../test/plan';
import { http } from '@/shared/api/http';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import StripPanel from './StripPanel';

const lines = ['White', 'Black', 'Navy', 'Wine', 'Rust', 'Sand'].map((colour, at) =>
  aLine({ id: `line-${at + 1}`, label: `MT-2291 · ${colour}` }),
);
const order = anOrder({ styles: [aStyle({ lines })] });
const Panel = () => <StripPanel orderId="order-1" order={order} />;
const late = aGridStep({
  label: 'Dyeing start',
  holder: 'mill',
  slackDays: -4,
  critical: true,
  note: 'Boiler is down.',
});

const wide = (is: boolean) =>
  Object.defineProperty(window, 'matchMedia', {
    configurable: true,
    value: () => ({ matches: is, addEventListener: () => {}, removeEventListener: () => {} }),
  });

describe('the strip of an order', () => {
  it('says of a point what was planned, what is forecast, who holds it and what it does', async () => {
    wide(true);
    answerWith({ 'GET /api/v1/plan-grid/': () => ({ body: pageOf(aGridLine([late])) }) });
    await renderAt(Panel);
    const strip = within(await screen.findByRole('list', { name: 'Steps of MT-2291 · White' }));
    await userEvent.click(
      strip.getByRole('button', { name: 'Dyeing start: critical, forecast 10 Nov 2026, too late for the ETD' }),
    );
    const facts = within(screen.getByRole('dialog', { name: 'Dyeing start' }));
    expect(facts.getByText('Mill')).toBeVisible();
    expect(
      facts.getByText('The ETD slips: 4 working days late; the chain that decides runs through it.'),
    ).toBeVisible();
    expect(facts.getByText('Boiler is down.')).toBeVisible();
    expect(screen.getByText('5 lines without a plan')).toBeVisible();
  });

  it('holds no place for an order without a plan, and one for each planned line while they load', async () => {
    http.defaults.adapter = () => new Promise(() => {});
    const { unmount } = await renderAt(Panel);
    expect(screen.queryByRole('status')).toBeNull();
    unmount();
    await renderAt(() => <StripPanel orderId="order-1" order={{ ...order, plannedLineCount: 2 }} />);
    expect(await screen.findByText('Loading the time and action…')).toBeInTheDocument();
  });

  it('shows the lines with the least slack, and the others when asked', async () => {
    wide(true);
    const all = lines.map(({ id, label }) => aGridLine([late], { orderLineId: id, lineLabel: label }));
    answerWith({ 'GET /api/v1/plan-grid/': () => ({ body: pageOf(...all) }) });
    await renderAt(Panel);
    expect(await screen.findAllByRole('list', { name: /^Steps of/ })).toHaveLength(4);
    await userEvent.click(screen.getByRole('button', { name: 'Show all 6 lines' }));
    expect(screen.getAllByRole('list', { name: /^Steps of/ })).toHaveLength(6);
  });

  it('on a phone names the next three steps', async () => {
    wide(false);
    const steps = [1, 2, 3, 4].map((n) => aGridStep({ id: `s${n}`, label: `Step ${n}`, forecastOn: `2026-11-1${n}` }));
    answerWith({ 'GET /api/v1/plan-grid/': () => ({ body: pageOf(aGridLine(steps)) }) });
    await renderAt(Panel);
    const next = within(await screen.findByRole('list', { name: 'Next steps of MT-2291 · White' }));
    expect(next.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Step 1Us · 11 Nov 2026',
      'Step 2Us · 12 Nov 2026',
      'Step 3Us · 13 Nov 2026',
    ]);
  });

  it('fails alone, and can be asked again', async () => {
    wide(true);
    answerWith({ 'GET /api/v1/plan-grid/': () => ({ status: 500, body: {} }) });
    await renderAt(Panel);
    expect(await screen.findByText('The time and action could not be loaded')).toBeVisible();
  });
});
