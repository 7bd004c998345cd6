import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { pageOf } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import RoundCostsPage from './RoundCostsPage';

const cost = (more: object) => ({
  type: 'lab_dip',
  millName: 'Mill A',
  colorName: 'Navy',
  lines: 8,
  rounds: 19,
  refused: 11,
  roundsPerLine: '2.4',
  lostDays: 62,
  daysPerRefusal: '5.6',
  ...more,
});

describe('what rounds cost', () => {
  it('leads from each colour at a mill to the very rounds that were counted, where both have a name', async () => {
    const asked: string[] = [];
    answerWith({
      'GET /api/v1/sample-rounds/': ({ url }) => {
        asked.push(url ?? '');
        return { body: pageOf(cost({}), cost({ millName: null, colorName: 'Rust', daysPerRefusal: null })) };
      },
    });
    await renderAt(RoundCostsPage, { at: '/samples/rounds?type=lab_dip&sentFrom=2026-09-01' });
    const table = await screen.findByRole('table', { name: 'Rounds by type, colour and mill' });
    const link = within(table).getByRole('link', { name: /^Navy.*Lab dip at Mill A: its rounds$/ });
    const behind = new URL(link.getAttribute('href') ?? '', 'http://house').searchParams;
    expect([...behind.entries()]).toEqual(
      expect.arrayContaining([
        ['type', 'lab_dip'],
        ['millName', 'Mill A'],
        ['colorName', 'Navy'],
        ['submissionDateFrom', '2026-09-01'],
        ['status', 'rejected'],
      ]),
    );
    expect(behind.getAll('status')).not.toContain('pending');
    expect(within(table).getByText('Rust').closest('a')).toBeNull();
    await userEvent.click(within(table).getByRole('button', { name: /Refused/ }));
    expect(asked.at(-1)).toMatch(/sentFrom=2026-09-01.*ordering=-?refused|ordering=-?refused.*sentFrom=2026-09-01/);
  });
});
