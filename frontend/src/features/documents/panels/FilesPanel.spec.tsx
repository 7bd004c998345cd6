import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DocumentDto } from '@/shared/api/generated';
import { http } from '@/shared/api/http';
import { onNotice } from '@/shared/lib/notify';
import { aFile, filesAllowed } from '../../../../test/files';
import { aLine, anOrder, aStyle, pageOf, problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { type Answer, answerWith } from '../../../../test/server';
import FilesPanel from './FilesPanel';

const order = anOrder({ styles: [aStyle({ lines: [aLine()] })] });
const Panel = () => <FilesPanel orderId="order-1" order={order} />;

type Sent = { data?: unknown; params?: unknown; headers: Record<string, unknown> };

/** The files of the order as the server has them, and what it is sent. */
function panelWith(files: DocumentDto[], routes: Record<string, (sent: Sent) => Answer> = {}) {
  const kept = [...files];
  answerWith({
    ...filesAllowed,
    'GET /api/v1/documents/': () => ({ body: pageOf(...kept) }),
    'POST /api/v1/orders/order-1/document-guesses/': () => ({
      body: { guesses: [{ category: 'lc', subcategory: null, orderLineId: 'line-1', documentDate: '2026-11-02' }] },
    }),
    ...routes,
  });
  return kept;
}

const drop = (...files: File[]) => fireEvent.drop(document.body, { dataTransfer: { files, types: ['Files'] } });
const paper = new File(['%PDF-1.7'], 'LC 0417.pdf', { type: 'application/pdf' });
const received = (document: DocumentDto | null, refusal: object | null = null) => ({
  body: { results: [{ fileName: 'LC 0417.pdf', document, refusal }] },
});

describe('the files of an order', () => {
  it('say what they are, whose they are and what took their place', async () => {
    panelWith([
      aFile({ lineLabel: 'MT-2291 · White', documentDate: '2026-11-02', version: 2 }),
      aFile({
        id: 'old',
        fileName: 'dip.png',
        category: 'sample',
        subcategory: 'lab_dip',
        isCurrent: false,
        supersededBy: { id: 'new', version: 2, fileName: 'dip 2.png', createdAt: '2026-11-05T04:00:00Z' },
      }),
    ]);
    await renderAt(Panel);
    const [invoice, dip] = await screen.findAllByRole('listitem');
    expect(invoice).toHaveTextContent(
      /PI-00042\.pdf.*PI.*Version 2.*MT-2291 · White.*dated 02 Nov 2026.*47 kB.*Rina Akter/,
    );
    expect(dip).toHaveTextContent(/Lab dip.*Version 1, superseded by 2/);
  });

  it('are not opened before the virus scanner has seen them, and never once it found something', async () => {
    panelWith([
      aFile({ id: 'a', fileName: 'a.pdf', scanState: 'pending' }),
      aFile({ id: 'b', fileName: 'b.pdf', scanState: 'infected', threat: 'Eicar-Signature' }),
      aFile({ id: 'c', fileName: 'c.pdf', scanState: 'failed' }),
      aFile({ id: 'd', fileName: 'd.pdf', scanState: 'clean' }),
    ]);
    await renderAt(Panel);
    const rows = await screen.findAllByRole('listitem');
    const told = [/Being checked/, /Held: a virus was found\s*Eicar-Signature/, /Waits for the virus scanner/];
    told.forEach((words, at) => expect(rows[at]).toHaveTextContent(words));
    for (const name of ['a', 'b', 'c'])
      expect(screen.getByRole('button', { name: `Download ${name}.pdf` })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Download d.pdf' })).toBeEnabled();
    await userEvent.click(screen.getByRole('button', { name: 'b.pdf' }));
    expect(await screen.findByText('A virus was found in this file')).toBeInTheDocument(); // and no link was asked for
  });

  it('are asked about once when they are dropped, and sent by Enter as they were guessed', async () => {
    const sent: FormData[] = [];
    const kept = panelWith([], {
      'POST /api/v1/orders/order-1/documents/': ({ data }) => {
        sent.push(data as FormData);
        const document = aFile({ fileName: 'LC 0417.pdf', category: 'lc' });
        kept.push(document);
        return received(document);
      },
    });
    await renderAt(Panel);
    expect(await screen.findByText('No files yet')).toBeInTheDocument();
    drop(paper);
    const dialog = await screen.findByRole('dialog', { name: 'Add 1 file' });
    expect(within(dialog).getByLabelText('Kind of LC 0417.pdf')).toHaveValue('lc');
    expect(within(dialog).getByLabelText('Line of LC 0417.pdf')).toHaveValue('line-1');
    expect(within(dialog).getByRole('button', { name: 'Add 1 file' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('button', { name: 'LC 0417.pdf' })).toBeInTheDocument();
    const [form] = sent;
    expect(form?.get('files')).toBeInstanceOf(File);
    expect([form?.get('category'), form?.get('orderLineId'), form?.get('documentDate')]).toEqual([
      'lc',
      'line-1',
      '2026-11-02',
    ]);
  });

  it('are asked about for all at once, by the folders they lay in', async () => {
    const asked: unknown[] = [];
    const sent: FormDataEntryValue[] = [];
    panelWith([], {
      'POST /api/v1/orders/order-1/document-guesses/': ({ data }) => {
        asked.push(JSON.parse(String(data)));
        const guess = { subcategory: null, orderLineId: null, documentDate: null };
        return { body: { guesses: ['lc', 'pi', 'other'].map((category) => ({ ...guess, category })) } };
      },
      'POST /api/v1/orders/order-1/documents/': ({ data }) => {
        sent.push((data as FormData).get('category') ?? '');
        return received(aFile());
      },
    });
    await renderAt(Panel);
    await screen.findByText('No files yet');
    const inFolder = (name: string) =>
      Object.defineProperty(new File(['%PDF-1.7'], name), 'webkitRelativePath', { value: `Bank/${name}` });
    drop(inFolder('a.pdf'), inFolder('b.pdf'), new File(['x'], 'c.pdf'));
    const dialog = await screen.findByRole('dialog', { name: 'Add 3 files' });
    expect(asked).toEqual([
      { files: ['Bank/a.pdf', 'Bank/b.pdf', 'c.pdf'].map((fileName) => ({ fileName, contentType: null })) },
    ]);
    expect(within(dialog).getAllByText(/^Bank · /)).toHaveLength(2);
    expect(within(dialog).getByLabelText('Kind of all files')).toHaveDisplayValue('As below');
    await userEvent.selectOptions(within(dialog).getByLabelText('Kind of all files'), 'lc');
    expect(within(dialog).getByLabelText('Kind of c.pdf')).toHaveValue('lc');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Add 3 files' }));
    await waitFor(() => expect(sent).toEqual(['lc', 'lc', 'lc']));
  });

  it('that are refused stay with their reason; the very same file may be meant', async () => {
    const again: unknown[] = [];
    panelWith([aFile()], {
      'POST /api/v1/orders/order-1/documents/': ({ data }) => {
        const meant = (data as FormData).get('again');
        again.push(meant);
        const detail = 'This very file is in this order already, as PI-00042.pdf.';
        return meant
          ? received(aFile({ id: 'copy' }))
          : received(null, { code: 'document.already_there', detail, existing: aFile() });
      },
    });
    await renderAt(Panel);
    await screen.findByRole('button', { name: 'PI-00042.pdf' });
    drop(paper);
    await userEvent.click(await screen.findByRole('button', { name: 'Add 1 file' }));
    expect(await screen.findByText('LC 0417.pdf was not added')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Show PI-00042.pdf' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Add it all the same' }));
    await waitFor(() => expect(screen.queryByText('LC 0417.pdf was not added')).not.toBeInTheDocument());
    expect(again).toEqual([null, 'true']);
  });

  it('that are dropped while others are asked about join them', async () => {
    panelWith([]);
    await renderAt(Panel);
    await screen.findByText('No files yet');
    drop(paper);
    const dialog = await screen.findByRole('dialog', { name: 'Add 1 file' });
    await userEvent.selectOptions(within(dialog).getByLabelText('Kind of LC 0417.pdf'), 'pi');
    drop(new File(['%PDF-1.7'], 'late.pdf'));
    expect(await screen.findByRole('dialog', { name: 'Add 2 files' })).toBeInTheDocument();
    expect(screen.getByLabelText('Kind of LC 0417.pdf')).toHaveValue('pi');
    expect(screen.getByLabelText('Kind of late.pdf')).toHaveValue('lc');
  });

  it('that are refused after their tab was left are told of all the same', async () => {
    let answer: (value: unknown) => void = () => undefined;
    panelWith([]);
    const told: string[] = [];
    const stop = onNotice(({ message, detail }) => told.push(`${message} ${detail}`));
    const { unmount } = await renderAt(Panel);
    await screen.findByText('No files yet');
    const routes = http.defaults.adapter as (config: object) => Promise<unknown>;
    http.defaults.adapter = async (config) => {
      if (config.url?.endsWith('/documents/') && config.method === 'post') {
        await new Promise((resolve) => (answer = resolve));
        const refusal = { code: 'file.type_refused', detail: 'This kind cannot be stored.', existing: null };
        return { data: received(null, refusal).body, status: 200, statusText: '', headers: {}, config };
      }
      return (await routes(config)) as never;
    };
    drop(paper);
    await userEvent.click(await screen.findByRole('button', { name: 'Add 1 file' }));
    await screen.findByRole('progressbar', { name: 'Sending LC 0417.pdf' });
    unmount();
    answer(null);
    await waitFor(() => expect(told).toEqual(['LC 0417.pdf was not added. This kind cannot be stored.']));
    stop();
  });

  it('that are too large are not even sent', async () => {
    panelWith([]);
    await renderAt(Panel);
    await screen.findByText('No files yet');
    const film = new File([''], 'film.pdf');
    Object.defineProperty(film, 'size', { value: 65 * 1024 * 1024 });
    drop(film);
    await userEvent.click(await screen.findByRole('button', { name: 'Add 1 file' }));
    expect(await screen.findByText(/too large: at most 50 MB/)).toBeInTheDocument();
  });

  it('change in what is said of them alone', async () => {
    const bodies: unknown[] = [];
    panelWith([aFile()], {
      'PATCH /api/v1/documents/file-1/': ({ data, headers }) => {
        bodies.push([JSON.parse(String(data)), headers['If-Match']]);
        return bodies.length === 1
          ? problem(422, { errors: { documentDate: ['Not this day.'] } })
          : { body: aFile({ rowVersion: 2 }) };
      },
    });
    await renderAt(Panel);
    await userEvent.click(await screen.findByRole('button', { name: 'More about PI-00042.pdf' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Edit' }));
    await userEvent.selectOptions(await screen.findByLabelText(/^Kind/), 'sample.lab_dip');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Not this day.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(bodies).toEqual(Array(2).fill([{ category: 'sample', subcategory: 'lab_dip' }, '"1"']));
  });

  it('could not be loaded: the reason, and another try', async () => {
    panelWith([], { 'GET /api/v1/documents/': () => problem(403, { detail: 'Your role does not allow this.' }) });
    await renderAt(Panel);
    expect(await screen.findByText('The files could not be loaded')).toBeInTheDocument();
    expect(screen.getByText('Your role does not allow this.')).toBeInTheDocument();
  });
});
