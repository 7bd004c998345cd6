import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ExportDto } from '@/shared/api/generated';
import { pageOf } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import ExportsPage from './ExportsPage';

const anExport = (overrides: Partial<ExportDto> = {}): ExportDto => ({
  id: 'e-1',
  kind: 'orders',
  format: 'xlsx',
  about: 'status running; newest first',
  status: 'running',
  nextStatuses: ['cancelled'],
  totalRows: 2000,
  doneRows: 500,
  failure: null,
  file: null,
  finishedAt: null,
  expiresAt: '2026-11-28T05:00:00Z',
  createdAt: '2026-11-21T05:00:00Z',
  updatedAt: '2026-11-21T05:00:00Z',
  rowVersion: 1,
  ...overrides,
});
const made = anExport({
  id: 'e-2',
  kind: 'tna',
  status: 'done',
  nextStatuses: [],
  doneRows: 2000,
  file: { fileName: 'provabook-tna.xlsx', contentType: 'x', size: 184_000 },
});

describe('one’s own files', () => {
  it('say how far they are, and are read by a link once they are made', async () => {
    const opened = jest.spyOn(window, 'open').mockReturnValue(null);
    jest.spyOn(console, 'error').mockImplementation(() => undefined); // jsdom cannot leave the page
    answerWith({
      'GET /api/v1/exports/': () => ({ body: pageOf(anExport(), made) }),
      'GET /api/v1/exports/e-2/file/': () => ({ body: { url: '/files/e-2.xlsx?signature=1' } }),
    });
    await renderAt(ExportsPage);
    const running = within(await screen.findByRole('row', { name: /Orders/ }));
    expect(running.getByRole('progressbar', { name: 'Rows written' })).toHaveAttribute('value', '500');
    expect(running.getByText('500 of 2,000')).toBeVisible();
    expect(running.queryByRole('button', { name: /^Save/ })).not.toBeInTheDocument();
    const done = within(screen.getByRole('row', { name: /T&A/ }));
    expect(done.getByText('2,000 rows')).toBeVisible();
    await userEvent.click(done.getByRole('button', { name: /^Save 180 kB/ }));
    expect(opened).toHaveBeenCalledWith(expect.stringContaining('/files/e-2.xlsx?signature=1'), '_blank');
  });

  it('are cancelled while they are made', async () => {
    let status: ExportDto['status'] = 'running';
    answerWith({
      'GET /api/v1/exports/': () => ({
        body: pageOf(anExport({ status, nextStatuses: status === 'running' ? ['cancelled'] : [] })),
      }),
      'POST /api/v1/exports/e-1/cancellation/': () => {
        status = 'cancelled';
        return { body: anExport({ status }) };
      },
    });
    await renderAt(ExportsPage);
    await userEvent.click(await screen.findByRole('button', { name: /^Cancel/ }));
    const row = within(await screen.findByRole('row', { name: /Cancelled/ }));
    expect(row.queryByRole('button', { name: /^Cancel/ })).not.toBeInTheDocument();
    expect(row.getByRole('button', { name: /^Delete Orders/ })).toBeVisible();
  });

  it('tell how to get one where there is none', async () => {
    answerWith({ 'GET /api/v1/exports/': () => ({ body: pageOf() }) });
    await renderAt(ExportsPage);
    expect(await screen.findByText('No files yet')).toBeVisible();
  });
});
