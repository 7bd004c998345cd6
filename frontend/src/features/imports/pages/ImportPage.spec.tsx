import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ImportDto, UpdateImportDto } from '@/shared/api/generated';
import { aCell, aDryRun, anImport, aRow } from '../../../../test/imports';
import { aLine, anOrderRow, problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { type Answer, answerWith } from '../../../../test/server';
import ImportPage from './ImportPage';

const order = (at: number) => ({ id: `order-${at}`, orderNumber: `PB-20261121-000${at}`, lines: 2 });
const committed = (...orders: ImportDto['orders']) =>
  anImport({ status: 'committed', nextStatuses: [], orders, rowVersion: 3 });

interface Server {
  read?: Answer;
  decide?: (body: UpdateImportDto, version: unknown) => Answer;
  commit?: (version: unknown) => Answer;
}

/** Answers the import, and keeps what was sent to it, in order. */
function serve({ read = { body: anImport() }, decide, commit }: Server = {}) {
  const sent: string[] = [];
  answerWith({
    'GET /api/v1/imports/import-1/': () => read,
    'PATCH /api/v1/imports/import-1/': ({ data, headers }) => {
      sent.push('decisions');
      const body = JSON.parse(String(data)) as UpdateImportDto;
      const taken = { body: anImport({ decisions: body.decisions, rowVersion: 2 }) };
      return decide?.(body, headers['If-Match']) ?? taken;
    },
    'POST /api/v1/imports/import-1/commitment/': ({ headers }) => {
      sent.push('commitment');
      return commit?.(headers['If-Match']) ?? { body: committed(order(1)) };
    },
  });
  return sent;
}

const open = () => renderAt(ImportPage, { at: '/orders/import/import-1', path: '/orders/import/$importId' });
const sheet = () => screen.findByRole('table', { name: /^Plan: each cell/ });
const cellOf = async (row: RegExp, text: RegExp) => {
  const found = within(await sheet()).getByRole('row', { name: row });
  return within(found).getByRole('button', { name: text });
};

describe('the dry run', () => {
  it('tells of each cell what it becomes, or why it is not taken', async () => {
    serve();
    await open();
    expect(await cellOf(/WHITE/, /22\/Nov\/25/)).toHaveTextContent('Planned 22 Nov 2025');
    expect(await cellOf(/BLACK/, /need revised LD/)).toHaveTextContent('Rejected');
    expect(await cellOf(/BLACK/, /640/)).toHaveTextContent('640 is a quantity where a date belongs.');
    expect(screen.getByText('1 order, 2 lines')).toBeVisible();
  });

  it('says which PO number was seen before, with the other order beside and what differs', async () => {
    const [proposal] = aDryRun().orders;
    const dryRun = aDryRun({ orders: [{ ...proposal!, orderNumber: 'po 1182', buyer: 'ANABIA' }] });
    const other = anOrderRow({ id: 'order-9', orderNumber: 'PO-1182', buyerName: 'Forza', lines: [aLine()] });
    serve({ read: { body: anImport({ dryRun, repeats: [{ orderNumber: 'po 1182', orders: [other] }] }) } });
    await open();
    const said = within(await screen.findByRole('region', { name: 'po 1182 was seen before' }));
    expect(said.getByText('po 1182 is on 1 order already')).toBeVisible();
    expect(said.getByText('From this sheet')).toBeVisible();
    expect(said.getByRole('link', { name: /^Open PO-1182/ })).toHaveAttribute('href', '/orders/order-9');
    expect(said.getByText('Forza')).toHaveTextContent('(differs)');
    expect(screen.getByRole('button', { name: /^Create/ })).toBeEnabled();
  });

  it('folds the rows of another plan, and says why each is none of this one', async () => {
    serve();
    await open();
    const fold = await screen.findByRole('button', { name: '2 old rows of another plan, left out (6–7)' });
    expect(screen.queryByText('La Halle')).not.toBeInTheDocument();
    await userEvent.click(fold);
    expect(screen.getAllByText('La Halle')).toHaveLength(2);
    expect(screen.getAllByText('Its dates end 01 Jun 2017.')[0]).toBeVisible();
    expect(screen.getByRole('checkbox', { name: 'Take row 6' })).not.toBeChecked();
    expect(screen.getByText('Adds up the lines above it.')).toBeVisible();
  });

  it('leads from a cell that cannot be taken to that cell', async () => {
    serve();
    await open();
    await sheet();
    await userEvent.click(screen.getByRole('button', { name: 'Show D9' }));
    expect(await cellOf(/BLACK/, /640/)).toHaveFocus();
  });

  it('draws a long sheet in parts, and finds a cell far down in it', async () => {
    const refused = { type: 'refused', reason: 'This is no day.', suggestion: null } as const;
    const rows = Array.from({ length: 900 }, (_, at) => {
      const cell = aCell(`D${at + 6}`, 'knittingStart', at === 700 ? { shown: '640', outcome: refused } : {});
      return aRow(at + 6, { cells: [cell] });
    });
    serve({ read: { body: anImport({ dryRun: aDryRun({ rows }) }) } });
    await open();
    await sheet();
    expect(screen.getAllByLabelText(/^Take row/)).toHaveLength(40);
    await userEvent.click(screen.getByText('Show D706'));
    expect(document.activeElement).toHaveTextContent(/^640/);
    expect(screen.getAllByLabelText(/^Take row/)).toHaveLength(40);
    await userEvent.click(screen.getByText('Show earlier rows (690 left)'));
    expect(screen.getAllByLabelText(/^Take row/)).toHaveLength(120);
  });

  it('is not there once the import was discarded, or is a colleague’s', async () => {
    serve({ read: problem(404) });
    await open();
    expect(await screen.findByText('There is no such import')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Import a workbook' })).toHaveAttribute('href', '/orders/import');
  });
});

describe('a decision about the dry run', () => {
  it('turns a plan into what happened, at once and on the server', async () => {
    const bodies: [UpdateImportDto, unknown][] = [];
    serve({
      decide: (body, version) => {
        bodies.push([body, version]);
        return { body: anImport({ decisions: body.decisions, rowVersion: 2 }) };
      },
    });
    await open();
    await userEvent.click(await cellOf(/WHITE/, /22\/Nov\/25/));
    const choices = screen.getByRole('dialog', { name: 'D8, Knitting start' });
    expect(within(choices).getByRole('button', { name: /It is planned/ })).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(within(choices).getByRole('button', { name: /It happened/ }));
    expect(await cellOf(/WHITE/, /22\/Nov\/25/)).toHaveTextContent('Actual 22 Nov 2025');
    await waitFor(() => expect(bodies).toEqual([[{ decisions: { cells: { D8: { as: 'actual' } } } }, '"1"']]));
    expect(await screen.findByText('All changes kept')).toBeVisible();
  });

  it('sends what is decided quickly one after the other in one go', async () => {
    const bodies: UpdateImportDto[] = [];
    serve({
      decide: (body) => {
        bodies.push(body);
        return { body: anImport({ decisions: body.decisions, rowVersion: 2 }) };
      },
    });
    await open();
    await sheet();
    for (const box of [9, 10].map((row) => screen.getByRole('checkbox', { name: `Take row ${row}` }))) {
      fireEvent.click(box);
    }
    expect(screen.getByText('Keeping your changes…')).toBeVisible();
    await waitFor(() => expect(bodies).toEqual([{ decisions: { rows: { 9: 'exclude', 10: 'include' } } }]));
  });

  it('is taken back with the server’s sentence when it does not fit', async () => {
    const errors = { 'cells.D8': ['D8 holds no date.'] };
    serve({ decide: () => problem(400, { detail: 'Some decisions do not fit.', errors }) });
    await open();
    await userEvent.click(await cellOf(/WHITE/, /22\/Nov\/25/));
    await userEvent.click(screen.getByRole('button', { name: /It happened/ }));
    await waitFor(async () => expect(await cellOf(/WHITE/, /22\/Nov\/25/)).toHaveTextContent('Planned 22 Nov 2025'));
  });

  it('names the buyer that the sheet does not', async () => {
    const dryRun = aDryRun({ buyer: null, blockers: ['The sheet names no buyer. Enter the buyer.'] });
    const decided: UpdateImportDto[] = [];
    serve({
      read: { body: anImport({ dryRun }) },
      decide: (body) => {
        decided.push(body);
        return { body: anImport({ decisions: body.decisions, rowVersion: 2 }) };
      },
    });
    await open();
    expect(await screen.findByRole('alert')).toHaveTextContent('The sheet names no buyer.');
    const create = screen.getByRole('button', { name: 'Create order' });
    expect(create).toBeDisabled();
    await userEvent.type(screen.getByLabelText('Buyer'), 'ANABIA{Enter}');
    await waitFor(() => expect(decided).toEqual([{ decisions: { buyer: 'ANABIA' } }]));
    await waitFor(() => expect(create).toBeEnabled());
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});

describe('creating what the dry run shows', () => {
  /** The second click follows before the first decision is sent. */
  async function decideAndCreateAtOnce() {
    const create = await screen.findByRole('button', { name: 'Create order' });
    await userEvent.click(await cellOf(/WHITE/, /22\/Nov\/25/));
    fireEvent.click(screen.getByRole('button', { name: /It happened/ }));
    fireEvent.click(create);
  }

  it('first sends what waits, makes what was seen, and opens the order', async () => {
    const versions: unknown[] = [];
    const sent = serve({
      commit: (version) => {
        versions.push(version);
        return { body: committed(order(1)) };
      },
    });
    const { address } = await open();
    await decideAndCreateAtOnce();
    await waitFor(() => expect(address()).toBe('/orders/order-1'));
    expect(sent).toEqual(['decisions', 'commitment']);
    expect(versions).toEqual(['"2"']);
  });

  it('makes nothing when a decision was refused', async () => {
    const sent = serve({ decide: () => problem(400, { detail: 'D8 holds no date.' }) });
    await open();
    await decideAndCreateAtOnce();
    expect(await screen.findByText('All changes kept')).toBeVisible();
    expect(sent).toEqual(['decisions']);
  });

  it('lists several orders, each with its link, and changes nothing any more', async () => {
    const several = aDryRun({ counts: { ...aDryRun().counts, orders: 2 } });
    serve({
      read: { body: anImport({ dryRun: several }) },
      commit: () => ({ body: { ...committed(order(1), order(2)), dryRun: several } }),
    });
    const { address } = await open();
    await userEvent.click(await screen.findByRole('button', { name: 'Create 2 orders' }));
    const made = await screen.findByRole('region', { name: 'Orders created' });
    expect(
      within(made)
        .getAllByRole('link')
        .map((link) => link.getAttribute('href')),
    ).toEqual(['/orders/order-1', '/orders/order-2']);
    expect(address()).toBe('/orders/import/import-1');
    expect(screen.queryByRole('button', { name: /^Create/ })).not.toBeInTheDocument();
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });
});
