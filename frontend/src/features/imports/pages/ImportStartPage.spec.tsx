import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { handOver } from '@/shared/lib/handover';
import { anImport } from '../../../../test/imports';
import { pageOf, problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { type Answer, answerWith } from '../../../../test/server';
import ImportStartPage from './ImportStartPage';

const plan = new File(['STYLE,COLOR'], 'plan.csv', { type: 'text/csv' });

/** Answers the upload, and keeps the names of the files that were sent. */
function serverThat(answer: () => Answer) {
  const sent: string[] = [];
  answerWith({
    'GET /api/v1/imports/': () => ({ body: pageOf() }),
    'POST /api/v1/imports/': ({ data }) => {
      sent.push(((data as FormData).get('file') as File).name);
      return answer();
    },
  });
  return sent;
}

const open = () => renderAt(ImportStartPage, { at: '/orders/import' });
const choose = async (file: File) =>
  userEvent.upload(await screen.findByLabelText(/Drop your T&A workbook here/), file, { applyAccept: false });

describe('the start of an import', () => {
  it('reads the file that was dropped on the orders, and goes on to its dry run', async () => {
    const sent = serverThat(() => ({ status: 201, body: anImport({ id: 'import-7' }) }));
    handOver(plan);
    const { address } = await open();
    await waitFor(() => expect(address()).toBe('/orders/import/import-7'));
    expect(sent).toEqual(['plan.csv']);
  });

  it('takes a file dropped anywhere on the page', async () => {
    const sent = serverThat(() => ({ status: 201, body: anImport() }));
    const { address } = await open();
    await screen.findByRole('heading', { name: 'Import a workbook' });
    const drop = new Event('drop', { bubbles: true, cancelable: true });
    document.body.dispatchEvent(Object.assign(drop, { dataTransfer: { files: [plan], types: ['Files'] } }));
    await waitFor(() => expect(address()).toBe('/orders/import/import-1'));
    expect(sent).toEqual(['plan.csv']);
  });

  it('refuses an empty file and one of 100 MB without sending them', async () => {
    const sent = serverThat(() => ({ status: 201, body: anImport() }));
    await open();
    await choose(new File([], 'nothing.xls'));
    expect(await screen.findByText('nothing.xls was not taken')).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent('It is empty. Save the workbook once more');

    const large = new File(['x'], 'whole-season.xlsx');
    Object.defineProperty(large, 'size', { value: 100 * 1024 * 1024 });
    await choose(large);
    expect(await screen.findByText('whole-season.xlsx was not taken')).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent('It has 100 MB; up to 10 MB can be read.');
    expect(sent).toEqual([]);
  });

  it('says why a picture under a workbook’s name is refused, and takes the next file', async () => {
    let picture = true;
    const refusal = problem(422, {
      code: 'workbook.not_a_spreadsheet',
      detail: 'This is not a spreadsheet but a PNG file.',
    });
    const sent = serverThat(() => (picture ? refusal : { status: 201, body: anImport() }));
    const { address } = await open();
    await choose(new File(['png'], 'photo.xls'));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('photo.xls was not taken');
    expect(alert).toHaveTextContent('This is not a spreadsheet but a PNG file.');
    expect(alert).toHaveTextContent('Export the plan as Excel or CSV.');
    expect(address()).toBe('/orders/import');

    picture = false;
    await choose(plan);
    await waitFor(() => expect(address()).toBe('/orders/import/import-1'));
    expect(sent).toEqual(['photo.xls', 'plan.csv']);
  });

  it('lists the last workbooks, and what they became', async () => {
    const orders = [{ id: 'order-1', orderNumber: 'PB-20261121-0001', lines: 2 }];
    const imported = anImport({ status: 'committed', orders });
    answerWith({ 'GET /api/v1/imports/': () => ({ body: pageOf(imported) }) });
    await open();
    expect(await screen.findByRole('link', { name: 'plan.xls' })).toHaveAttribute('href', '/orders/import/import-1');
    expect(screen.getAllByText('PB-20261121-0001')[0]).toBeVisible();
  });
});
