import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useQuery } from '@tanstack/react-query';
import type { LineDto } from '@/shared/api/generated';
import { aGate, aLine, anOrder, aStyle, pageOf, problem } from '../../../../test/orders';
import { http } from '@/shared/api/http';
import { renderAt } from '../../../../test/render';
import { answerWith, type Answer } from '../../../../test/server';
import { orderDetail } from '../api';
import LinesPanel from './LinesPanel';

/** The panel as the workspace shows it: of the order that is in the cache. */
function Workspace() {
  const { data } = useQuery(orderDetail('order-1'));
  return data ? <LinesPanel orderId={data.id} order={data} /> : null;
}

function panelWith(
  lines: LineDto[],
  routes: Record<string, (sent: unknown) => Answer> = {},
  order: Parameters<typeof anOrder>[0] = {},
) {
  const sent: unknown[] = [];
  let shown = lines;
  const recording = Object.entries(routes).map(([route, answer]) => [
    route,
    ({ data }: { data?: unknown }) => {
      const body: unknown = data === undefined ? null : JSON.parse(String(data));
      sent.push(body);
      const answered = answer(body);
      const line = answered.body as LineDto | undefined;
      if ((answered.status ?? 200) < 400 && line?.styleId)
        shown = shown.map((each) => (each.id === line.id ? line : each));
      return answered;
    },
  ]);
  answerWith({
    'GET /api/v1/orders/order-1/': () => ({ body: anOrder({ ...order, styles: [aStyle({ lines: shown })] }) }),
    'GET /api/v1/order-lines/line-1/gates/labDip/': () => ({ body: { ...aGate(), history: [], handOvers: [] } }),
    'GET /api/v1/gate-overrides/': () => ({ body: pageOf() }),
    ...(Object.fromEntries(recording) as object),
  });
  return sent;
}

describe('the lines of an order', () => {
  it('may go only where the server lets them', async () => {
    const sent = panelWith([aLine({ nextStatuses: ['running', 'archived'] })], {
      'POST /api/v1/order-lines/line-1/status/': () => ({ body: aLine({ status: 'running', nextStatuses: ['bulk'] }) }),
    });
    await renderAt(Workspace);
    await userEvent.click(await screen.findByRole('button', { name: /^Status of MT-2291 · White: Upcoming/ }));
    const steps = within(await screen.findByRole('menu')).getAllByRole('menuitem');
    expect(steps.map((step) => step.textContent)).toEqual(['Running', 'Archived']);
    await userEvent.click(steps[0]!);
    const moved = await screen.findByRole('button', { name: /^Status of MT-2291 · White: Running/ });
    expect(sent).toEqual([{ status: 'running' }]);
    await userEvent.click(moved);
    expect(
      within(await screen.findByRole('menu'))
        .getAllByRole('menuitem')
        .map((step) => step.textContent),
    ).toEqual(['In bulk']);
  });

  it('are not added to once the order is delivered', async () => {
    panelWith([aLine()], {}, { currentStage: 'Delivered', status: 'completed' });
    await renderAt(Workspace, { at: '/' });
    await userEvent.click(await screen.findByRole('button', { name: 'More about MT-2291 · White' }));
    expect(await screen.findByRole('menuitem', { name: 'Edit' })).toBeVisible();
    expect(screen.queryByRole('menuitem', { name: 'Add one like this' })).toBeNull();
    expect(screen.queryByText(/Add (line|style)/)).toBeNull();
  });

  it('are split: how much stays is said while it is typed, and a confirmed one takes a reason', async () => {
    const line = aLine({ status: 'running', nextStatuses: ['bulk'] });
    const sent = panelWith([line], {
      'POST /api/v1/order-lines/line-1/split/': (body) =>
        (body as { revision?: object }).revision
          ? { status: 201, body: { line: aLine({ quantity: '24640' }), part: aLine({ id: 'line-2', part: 2 }) } }
          : problem(422, {
              code: 'order.revision_needed',
              because: 'The line is running.',
              before: { quantity: '44640', splitOff: null },
              after: { quantity: '24640', splitOff: '20000' },
              affects: [],
            }),
    });
    await renderAt(Workspace);
    await userEvent.click(await screen.findByRole('button', { name: 'More about MT-2291 · White' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Split…' }));
    const question = within(await screen.findByRole('dialog', { name: 'Split MT-2291 · White' }));
    await userEvent.click(question.getByRole('button', { name: 'Split line' }));
    expect(await question.findByText('How much of it goes on by itself?')).toBeVisible();
    await userEvent.type(question.getByRole('textbox', { name: /Quantity/ }), '20,000');
    expect(question.getByText(/^24,640\spcs stay on this line, 20,000\spcs go on/)).toBeVisible();
    await userEvent.click(question.getByRole('button', { name: 'Split line' }));
    const asked = within(await screen.findByRole('dialog', { name: 'What this changes on MT-2291 · White' }));
    expect(asked.getByText('Split off')).toBeVisible();
    await userEvent.type(asked.getByRole('textbox', { name: /Reason/ }), 'Two boats.');
    await userEvent.type(asked.getByRole('textbox', { name: /Agreed by/ }), 'Anna Berg');
    await userEvent.click(asked.getByRole('button', { name: 'Save revision' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent[1]).toMatchObject({ quantity: '20000', revision: { reason: 'Two boats.', agreedBy: 'Anna Berg' } });
  });

  it('are closed short with a reason, where less came than was ordered', async () => {
    const line = aLine({ status: 'bulk', nextStatuses: ['completed', 'running'] });
    const closed: Partial<LineDto> = { status: 'completed', nextStatuses: ['bulk'], shortClosedOn: '2026-11-21' };
    const sent = panelWith([line], {
      'POST /api/v1/order-lines/line-1/short-closing/': () => ({ body: aLine({ ...closed, shortCloseReason: 'x' }) }),
    });
    await renderAt(Workspace);
    await userEvent.click(await screen.findByRole('button', { name: 'More about MT-2291 · White' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Close short…' }));
    const question = within(await screen.findByRole('dialog', { name: 'Close short: MT-2291 · White' }));
    expect(question.getByText(/Nothing came yet of 44,640 pcs\./)).toBeVisible();
    await userEvent.click(question.getByRole('button', { name: 'Close short' }));
    expect(await question.findByText('Say why the rest is not coming.')).toBeVisible();
    await userEvent.type(question.getByRole('textbox', { name: /Reason/ }), 'No more yarn.');
    await userEvent.click(question.getByRole('button', { name: 'Close short' }));
    expect(await screen.findByText('Closed short')).toBeVisible();
    expect(sent).toEqual([expect.objectContaining({ reason: 'No more yarn.' })]);
  });

  it('move together, and it is said before which of them cannot', async () => {
    const sent = panelWith(
      [
        aLine({ nextStatuses: ['running', 'in_development', 'archived'] }),
        aLine({ id: 'line-2', label: 'MT-2291 · Black', status: 'running', nextStatuses: ['bulk', 'archived'] }),
      ],
      { 'POST /api/v1/orders/order-1/line-statuses/': () => ({ body: anOrder() }) },
    );
    await renderAt(Workspace);
    await userEvent.click(await screen.findByRole('button', { name: 'Move all lines' }));
    const steps = within(await screen.findByRole('menu')).getAllByRole('menuitem');
    expect(steps.map((step) => step.textContent)).toEqual([
      'In development1 of 2',
      'Running',
      'In bulk1 of 2',
      'Archived',
    ]);
    await userEvent.click(steps[2]!);
    const question = within(await screen.findByRole('dialog', { name: 'Move 1 line to in bulk?' }));
    expect(within(question.getByRole('list', { name: 'Lines that stay' })).getByText('MT-2291 · White')).toBeVisible();
    expect(question.getByText(/Upcoming: from here it can become running or in development or archived/)).toBeVisible();
    expect(sent).toEqual([]);
    await userEvent.click(question.getByRole('button', { name: 'Move 1 line' }));
    await waitFor(() => expect(sent).toEqual([{ status: 'bulk', lineIds: ['line-2'] }]));
  });

  it('move as they are ticked, with Shift all in between', async () => {
    const lines = ['White', 'Black', 'Navy', 'Rust'].map((name) =>
      aLine({ id: name, label: name, nextStatuses: ['running'] }),
    );
    const sent = panelWith(lines, { 'POST /api/v1/orders/order-1/line-statuses/': () => ({ body: anOrder() }) });
    await renderAt(Workspace);
    const user = userEvent.setup();
    await user.click(await screen.findByRole('checkbox', { name: 'Tick White' }));
    await user.keyboard('{Shift>}');
    await user.click(screen.getByRole('checkbox', { name: 'Tick Navy' }));
    await user.keyboard('{/Shift}');
    await user.click(screen.getByRole('checkbox', { name: 'Tick Black' }));
    await user.click(screen.getByRole('button', { name: 'Move 2 lines' }));
    await user.click(within(await screen.findByRole('menu')).getByRole('menuitem', { name: 'Running' }));
    await waitFor(() => expect(sent).toEqual([{ status: 'running', lineIds: ['White', 'Navy'] }]));
  });

  it('change what was agreed only with a reason and a name, once it is known what that affects', async () => {
    const line = aLine({ status: 'running', quantity: '44640' });
    const sent = panelWith([line], {
      'PATCH /api/v1/order-lines/line-1/': (body) =>
        'revision' in (body as object)
          ? { body: { ...line, quantity: '40000', rowVersion: 2 } }
          : problem(422, {
              code: 'order.revision_needed',
              because: 'The line is running.',
              before: { quantity: '44640' },
              after: { quantity: '40000' },
              affects: [
                { kind: 'proforma_invoice', id: 'pi-1', title: 'PI-00042', sentence: 'Confirmed for USD 158,466.00.' },
              ],
            }),
    });
    await renderAt(Workspace, { at: '/?line=line-1' });
    const quantity = await screen.findByRole('textbox', { name: 'Quantity' });
    await userEvent.clear(quantity);
    await userEvent.type(quantity, '40,000');
    await userEvent.click(screen.getByRole('button', { name: 'Save line' }));

    const question = within(await screen.findByRole('dialog', { name: 'What this changes on MT-2291 · White' }));
    expect(question.getByText(/The line is running/)).toBeVisible();
    expect(question.getByText('44,640 pcs')).toBeVisible();
    expect(question.getByText('40,000 pcs')).toBeVisible();
    expect(question.getByRole('link', { name: /PI-00042/ })).toHaveAttribute('href', '/money/proforma-invoices/pi-1');
    await userEvent.click(question.getByRole('button', { name: 'Save revision' }));
    expect(await question.findByText('Say why: the next person reads it.')).toBeVisible();
    await userEvent.type(question.getByLabelText(/^Reason/), 'The buyer cut the order.');
    await userEvent.type(question.getByLabelText(/^Agreed by/), 'Anna Berg');
    await userEvent.clear(question.getByLabelText(/^Agreed on/));
    await userEvent.type(question.getByLabelText(/^Agreed on/), '2026-11-03');
    await userEvent.click(question.getByRole('button', { name: 'Save revision' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent).toEqual([
      { quantity: '40000' },
      {
        quantity: '40000',
        revision: { reason: 'The buyer cut the order.', agreedBy: 'Anna Berg', agreedOn: '2026-11-03' },
      },
    ]);
  });

  it('take a decision on a gate with its day and reason', async () => {
    const rejected = aLine({ gates: [aGate({ status: 'rejected', holder: 'mill' })] });
    const sent = panelWith([aLine({ gates: [aGate({ status: 'submission', holder: 'buyer' })] })], {
      'POST /api/v1/order-lines/line-1/approvals/': (body) =>
        (body as { occurredOn?: string }).occurredOn === '2026-11-03'
          ? { body: rejected }
          : problem(400, { errors: { occurredOn: ['This day is still to come.'] } }),
    });
    await renderAt(Workspace);
    await userEvent.click(await screen.findByRole('button', { name: /^Lab dip: submitted, .*MT-2291 · White/ }));
    await userEvent.click(await screen.findByRole('menuitem', { name: /^Reject…/ }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Lab dip of MT-2291 · White' }));
    await userEvent.type(dialog.getByLabelText('Note'), 'Too red under D65');
    await userEvent.click(dialog.getByRole('button', { name: 'Record' }));
    expect(await dialog.findByText('This day is still to come.')).toBeVisible();

    await userEvent.clear(dialog.getByLabelText('When it happened'));
    await userEvent.type(dialog.getByLabelText('When it happened'), '2026-11-03');
    await userEvent.click(dialog.getByRole('button', { name: 'Record' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(await screen.findByRole('button', { name: /^Lab dip: rejected/ })).toBeVisible();
    expect(sent.at(-1)).toEqual({
      approvalType: 'labDip',
      status: 'rejected',
      notes: 'Too red under D65',
      occurredOn: '2026-11-03',
    });
  });

  it('shows how long each holder has had a gate, and what an approval is bound to', async () => {
    const bound = aGate({
      key: 'quality',
      name: 'Quality',
      status: 'approved',
      holder: null,
      heldSince: null,
      dueOn: null,
    });
    panelWith([
      aLine({
        gates: [
          aGate({
            status: 'resubmission',
            round: 2,
            holder: 'buyer',
            heldSince: '2020-01-01',
            dueOn: '2020-01-06',
            allowedDays: 5,
          }),
          { ...bound, condition: 'Bulk a shade bluer.', conditionOpen: true },
        ],
      }),
    ]);
    await renderAt(Workspace);
    const cell = await screen.findByRole('button', {
      name: /^Lab dip: resubmitted, round 2, with the buyer \d+ d of 5, late, MT-2291 · White/,
    });
    expect(cell).toHaveTextContent(/R2\d+ d of 5/);
    expect(screen.getByText('Quality: Bulk a shade bluer.')).toBeVisible();
  });

  it('completes a line with an open condition only with a reason', async () => {
    const shut = {
      orderLineId: 'line-1',
      lineLabel: 'MT-2291 · White',
      gateKey: 'labDip',
      gateName: 'Lab dip',
      status: 'approved',
    };
    const sent = panelWith([aLine({ status: 'bulk', nextStatuses: ['completed'] })], {
      'POST /api/v1/order-lines/line-1/status/': (body) =>
        (body as { override?: object }).override
          ? { body: aLine({ status: 'completed', nextStatuses: ['archived'] }) }
          : problem(409, {
              code: 'gate.not_passed',
              step: 'completion',
              gates: [{ ...shut, condition: 'Bulk a shade bluer.' }],
            }),
    });
    await renderAt(Workspace);
    await userEvent.click(await screen.findByRole('button', { name: /^Status of MT-2291 · White: In bulk/ }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Completed' }));
    const question = within(await screen.findByRole('dialog', { name: 'A gate is not passed' }));
    expect(question.getByText('“Bulk a shade bluer.”')).toBeVisible();
    await userEvent.click(question.getByRole('button', { name: 'Go on all the same' }));
    expect(question.getByText('Say why: colleagues will ask.')).toBeVisible();
    await userEvent.type(question.getByLabelText(/Reason/), 'Buyer accepts it');
    await userEvent.click(question.getByRole('button', { name: 'Go on all the same' }));
    expect(await screen.findByRole('button', { name: /^Status of MT-2291 · White: Completed/ })).toBeVisible();
    expect(sent).toEqual([{ status: 'completed' }, { status: 'completed', override: { reason: 'Buyer accepts it' } }]);
  });

  it('say how many files and offers they have, and are talked about where they are changed', async () => {
    const asked: string[] = [];
    panelWith([aLine({ fileCount: 2, millOfferCount: 3 })], {
      'GET /api/v1/comments/': () => ({ body: pageOf() }),
    });
    const routes = http.defaults.adapter as (config: { url?: string }) => Promise<never>;
    http.defaults.adapter = (config) => {
      if (config.url?.includes('/comments/')) asked.push(config.url.split('?')[1] ?? '');
      return routes(config);
    };
    const { address } = await renderAt(Workspace);
    await userEvent.click(await screen.findByRole('button', { name: 'More about MT-2291 · White' }));
    expect(screen.getByRole('menuitem', { name: 'Files (2)' })).toBeVisible();
    expect(screen.getByRole('menuitem', { name: 'Mill offers (3)' })).toBeVisible();
    await userEvent.click(screen.getByRole('menuitem', { name: 'Edit' }));
    await waitFor(() => expect(address()).toContain('line=line-1'));
    expect(await screen.findByText(/^Nobody has written here yet/)).toBeVisible();
    expect(asked[0]).toContain('orderLineId=line-1');
  });

  it('say why one cannot be deleted', async () => {
    panelWith([aLine()], {
      'DELETE /api/v1/order-lines/line-1/': () => problem(409, { detail: 'This is the last line of its order.' }),
    });
    await renderAt(Workspace);
    await userEvent.click(await screen.findByRole('button', { name: 'More about MT-2291 · White' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Delete…' }));
    const question = within(await screen.findByRole('alertdialog'));
    await userEvent.click(question.getByRole('button', { name: 'Delete line' }));
    expect(await question.findByRole('alert')).toHaveTextContent('This is the last line of its order.');
  });

  it('sets the same on the lines that are ticked, after one question where some were agreed', async () => {
    const impact = (revisionNeeded: boolean) => ({
      body: {
        revisionNeeded,
        because: revisionNeeded ? 'The line is running.' : null,
        before: { etd: '2027-01-05' },
        after: { etd: '2027-02-01' },
        affects: [],
      },
    });
    const sent = panelWith([aLine(), aLine({ id: 'line-2', label: 'MT-2291 · Black' })], {
      'POST /api/v1/order-lines/line-1/impact/': () => impact(true),
      'POST /api/v1/order-lines/line-2/impact/': () => impact(false),
      'PATCH /api/v1/order-lines/line-1/': () => ({ body: aLine({ etd: '2027-02-01' }) }),
      'PATCH /api/v1/order-lines/line-2/': () => ({ body: aLine({ id: 'line-2', etd: '2027-02-01' }) }),
    });
    await renderAt(Workspace);
    await userEvent.click(await screen.findByRole('checkbox', { name: /^Tick .*White/ }));
    await userEvent.click(screen.getByRole('checkbox', { name: /^Tick .*Black/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Set on 2 lines…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Set on 2 lines' }));
    await userEvent.type(dialog.getByLabelText('ETD'), '2027-02-01');
    await userEvent.click(dialog.getByRole('button', { name: 'Set on 2 lines' }));
    const question = within(await screen.findByRole('dialog', { name: 'What this changes on 2 lines' }));
    expect(sent).toEqual([{ etd: '2027-02-01' }, { etd: '2027-02-01' }]);
    expect(question.getByText(/^The line is running\./)).toBeVisible();
    await userEvent.type(question.getByLabelText(/^Reason/), 'A week later.');
    await userEvent.type(question.getByLabelText(/^Agreed by/), 'Anna Berg');
    await userEvent.click(question.getByRole('button', { name: 'Save revision' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent.slice(2)).toEqual([
      { etd: '2027-02-01', revision: expect.objectContaining({ reason: 'A week later.' }) as object },
      { etd: '2027-02-01' },
    ]);
  });
});
