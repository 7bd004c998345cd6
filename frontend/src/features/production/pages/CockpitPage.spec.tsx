import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { LineOutputDetailDto } from '@/shared/api/generated';
import { pageOf } from '../../../../test/orders';
import { aLineOutput, anEntry, aPace } from '../../../../test/production';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import CockpitPage from './CockpitPage';

const detail: LineOutputDetailDto = {
  ...aLineOutput(),
  need: {
    unit: 'kg',
    finished: '4737',
    greige: '5305.44',
    yarn: '5093.22',
    mixedYarn: '212.22',
    basis: 'Of 5,305.44 kg greige: 4,737 kg finished fabric and 12 % process loss on output.',
  },
  mixedFabricType: 'Elastane',
  yarnRequired: null,
  stages: [{ ...aPace(), days: [{ day: '2026-11-09', made: '190', total: '3980' }] }],
};

describe('the production cockpit', () => {
  let asked: string[];

  beforeEach(() => {
    asked = [];
    answerWith({
      'GET /api/v1/auth/capabilities/': () => ({ body: { capabilities: { 'production.write': 'own' } } }),
      'GET /api/v1/auth/users/': () => ({ body: pageOf() }),
      'GET /api/v1/production-cockpit/counts/': () => ({
        body: { late: 4, at_pace: 17, waiting: 30, done: 2, idle: 3, lossOver: 2 },
      }),
      'GET /api/v1/production-cockpit/': ({ url }) => {
        asked.push(new URLSearchParams(url?.split('?')[1]).toString());
        return { body: pageOf(aLineOutput()) };
      },
      'GET /api/v1/order-lines/line-1/output/': () => ({ body: detail }),
      'GET /api/v1/production-entries/': () => ({ body: pageOf(anEntry()) }),
    });
  });

  it('says how far, how fast, and when that is done', async () => {
    await renderAt(CockpitPage, { at: '/production' });
    const row = (await screen.findByRole('button', { name: 'PO-1182' })).closest('tr')!;
    expect(row).toHaveTextContent('3,980 / 5,305 kg');
    expect(row).toHaveTextContent('need 221 a day · now 190 → 18 Nov 2026, 2 days late');
    expect(within(row).getByText('Late by 2 days')).toBeVisible();
  });

  it('shows the lines behind each number, and all of them when it is pressed again', async () => {
    const { address } = await renderAt(CockpitPage, { at: '/production' });
    const idle = await screen.findByRole('button', { name: '3 No entry since yesterday' });
    await userEvent.click(idle);
    await waitFor(() => expect(address()).toBe('/production?sign=idle'));
    await waitFor(() => expect(asked.at(-1)).toBe('sign=idle'));
    expect(idle).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(idle);
    await waitFor(() => expect(address()).toBe('/production'));
  });

  it('opens a line day by day, with its greige and yarn, at an address of its own', async () => {
    const { address } = await renderAt(CockpitPage, { at: '/production' });
    await userEvent.click(await screen.findByRole('button', { name: 'PO-1182' }));
    await waitFor(() => expect(address()).toBe('/production?line=line-1'));
    const drawer = await screen.findByRole('dialog', { name: 'PO-1182 · MT-2291 · White' });
    expect(await within(drawer).findByText('5,093.22')).toBeVisible();
    await userEvent.click(within(drawer).getByRole('button', { name: 'Show as a table' }));
    expect(within(drawer).getByRole('row', { name: /09 Nov 2026 190 kg 3,980 kg/ })).toBeVisible();
    expect(within(drawer).getByRole('link', { name: 'Enter output' })).toHaveAttribute(
      'href',
      '/production/entry?line=line-1',
    );
  });

  it('enters the line in focus by E', async () => {
    const { address } = await renderAt(CockpitPage, { at: '/production' });
    await screen.findByRole('button', { name: 'PO-1182' });
    await userEvent.keyboard('je');
    await waitFor(() => expect(address()).toBe('/production/entry?line=line-1'));
  });
});
