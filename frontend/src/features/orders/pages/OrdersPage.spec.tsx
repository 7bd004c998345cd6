import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type Role, useSession } from '@/shared/session';
import { takeHandedOver } from '@/shared/lib/handover';
import { onNotice } from '@/shared/lib/notify';
import { aGate, aLine, anOrder, anOrderRow, aStyle, nothingCame, pageOf, problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { type Answer, answerWith } from '../../../../test/server';
import OrdersPage from './OrdersPage';

const colleague = { id: 'rina', fullName: 'Rina Akter', email: '', role: 'merchandiser', department: null };

function signedInAs(role: Role) {
  useSession.setState({ status: 'signedIn', actor: { id: 'me', email: '', fullName: 'Tanvir Rahman', role } });
}

/** Answers the list, and keeps what was asked for. */
function listWith(answer: (query: URLSearchParams) => Answer) {
  const asked: string[] = [];
  answerWith({
    'GET /api/v1/auth/users/colleagues/': () => ({ body: pageOf(colleague) }),
    'GET /api/v1/orders/': ({ url }) => {
      const query = new URLSearchParams(url?.split('?')[1]);
      asked.push(query.toString());
      return answer(query);
    },
  });
  return asked;
}

describe('the list of orders', () => {
  beforeEach(() => signedInAs('manager'));

  it('asks for what the URL says, and says it in its chips', async () => {
    const asked = listWith(() => ({ body: pageOf(anOrderRow()) }));
    await renderAt(OrdersPage, {
      at: '/orders?status=running&status=bulk&etdTo=2026-12-01&merchandiserId=rina&status=no',
    });
    expect(await screen.findByRole('link', { name: 'PO-1182' })).toHaveAttribute('href', '/orders/order-1');
    expect(asked).toEqual(['status=running&status=bulk&etdTo=2026-12-01&merchandiserId=rina&pageSize=25']);
    expect(screen.getByRole('button', { name: 'Status: Running, In bulk' })).toBeVisible();
    expect(screen.getByRole('button', { name: /^ETD: up to 01 Dec 2026/ })).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Merchandiser: Rina Akter' })).toBeVisible();
  });

  it('looks at an order beside the list by Space, goes on by J and K, and closes by Esc where it was', async () => {
    const rows = [
      anOrderRow(),
      anOrderRow({ id: 'order-2', orderNumber: 'PO-1183', lines: [aLine({ gates: [aGate()] })] }),
    ];
    const listed = pageOf(...rows);
    answerWith({
      'GET /api/v1/auth/users/colleagues/': () => ({ body: pageOf(colleague) }),
      'GET /api/v1/orders/': () => ({ body: listed }),
      'GET /api/v1/tasks/': ({ url }) => ({
        body: pageOf(
          ...(url?.includes('order-2')
            ? [
                {
                  id: 't',
                  title: 'Call Mill A',
                  assignedTo: { id: 'rina', fullName: 'Rina Akter' },
                  dueDate: '2026-11-30',
                },
              ]
            : []),
        ),
      }),
    });
    const { address } = await renderAt(OrdersPage, { at: '/orders?page=2&status=bulk' });
    (await screen.findByRole('link', { name: 'PO-1182' })).focus();
    await userEvent.keyboard(' ');
    await waitFor(() => expect(address()).toBe('/orders?page=2&status=bulk&peek=order-1'));
    expect(await screen.findByRole('dialog', { name: 'PO-1182' })).toBeVisible();

    await userEvent.keyboard('j');
    const drawer = within(await screen.findByRole('dialog', { name: 'PO-1183' }));
    expect(drawer.getByText(aGate().name)).toBeVisible();
    expect(await drawer.findByText('Call Mill A')).toBeVisible();
    expect(drawer.getByRole('link', { name: 'Open the order' })).toHaveAttribute('href', '/orders/order-2');

    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(address()).toBe('/orders?page=2&status=bulk'));
    await waitFor(() => expect(screen.getByRole('link', { name: 'PO-1183' })).toHaveFocus());
  });

  it('looks at an order by the eye beside its number as well', async () => {
    listWith(() => ({ body: pageOf(anOrderRow()) }));
    const { address } = await renderAt(OrdersPage, { at: '/orders?page=2' });
    await userEvent.click(await screen.findByRole('button', { name: 'Look at PO-1182 beside the list' }));
    await waitFor(() => expect(address()).toBe('/orders?page=2&peek=order-1'));
  });

  it('opens a peek by its address, also of an order that is not on the page, with its T&A', async () => {
    const plan = { slackDays: -4, urgency: 'late' as const, forecastOn: '2027-01-09', strip: 'ddlco' };
    const styles = [aStyle({ lines: [{ ...aLine(), plan }] })];
    answerWith({
      'GET /api/v1/auth/users/colleagues/': () => ({ body: pageOf(colleague) }),
      'GET /api/v1/orders/': () => ({ body: pageOf(anOrderRow()) }),
      'GET /api/v1/orders/order-9/': () => ({ body: anOrder({ id: 'order-9', orderNumber: 'PO-1190', styles }) }),
      'GET /api/v1/tasks/': () => ({ body: pageOf() }),
    });
    const { address } = await renderAt(OrdersPage, { at: '/orders?peek=order-9' });
    expect(await screen.findByRole('dialog', { name: 'PO-1190' })).toBeVisible();
    expect(await screen.findByText('Late: 4 working days late')).toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(address()).toBe('/orders/order-9'));
  });

  it('shows how its lines stand by their plans: the one with the least slack, until it has left', async () => {
    const plan = { slackDays: -4, urgency: 'late' as const, forecastOn: '2027-01-09', strip: 'ddlco' };
    const fine = { ...plan, slackDays: 20, urgency: 'fine' as const, strip: 'ddooo' };
    const lines = [aLine({ id: 'a' }), aLine({ id: 'b' })].map((line, at) => ({ ...line, plan: [fine, plan][at] }));
    const left = { id: 'order-2', orderNumber: 'PO-1183', actualDeliveryDate: '2026-11-20' };
    listWith(() => ({ body: pageOf(anOrderRow({ lines }), anOrderRow({ lines, ...left })) }));
    await renderAt(OrdersPage, { at: '/orders' });
    const row = within(await screen.findByRole('row', { name: /PO-1182/ }));
    expect(row.getByText('Late: 4 working days late')).toBeInTheDocument();
    expect(row.getByRole('img', { name: '2 of 5 steps done, 1 too late for the ETD' })).toBeVisible();
    expect(within(screen.getByRole('row', { name: /PO-1183/ })).queryByRole('img')).toBeNull();
  });

  it('writes search, filters and ordering into the URL, from the first page again', async () => {
    const asked = listWith(() => ({ body: { ...pageOf(anOrderRow()), count: 60, next: 'more' } }));
    const { address } = await renderAt(OrdersPage, { at: '/orders?page=2' });
    await screen.findByRole('link', { name: 'PO-1182' });
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search these orders' }), 'white{Enter}');
    await waitFor(() => expect(address()).toBe('/orders?search=white'));

    await userEvent.click(screen.getByRole('button', { name: 'Type' }));
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Local' }));
    await waitFor(() => expect(address()).toBe('/orders?search=white&orderType=local'));
    await userEvent.keyboard('{Escape}');

    await waitFor(() => expect(asked.at(-1)).toContain('orderType=local'));
    expect(asked.at(-1)).not.toContain('page=');
  });

  it('names the filters when nothing fits, and what each would bring back, the most first', async () => {
    listWith((query) => {
      if (!query.has('status')) return { body: { ...pageOf(), count: 4 } };
      return { body: query.has('search') ? pageOf() : { ...pageOf(anOrderRow()), count: 9 } };
    });
    const { address } = await renderAt(OrdersPage, { at: '/orders?search=forza&status=completed' });
    await screen.findByText('No order fits all of this');
    await screen.findByText('9 orders');
    const ways = within(screen.getByRole('list')).getAllByRole('button');
    expect(ways.map((way) => way.textContent)).toEqual([
      'Drop Search “forza”9 orders',
      'Drop Status: Completed4 orders',
    ]);
    await userEvent.click(ways[0]!);
    await waitFor(() => expect(address()).toBe('/orders?status=completed'));
    expect(await screen.findByRole('link', { name: 'PO-1182' })).toBeVisible();
  });

  it('hands the ticked over, all together', async () => {
    const rows = ['PO-1182', 'PO-1183', 'PO-1184'].map((orderNumber) =>
      anOrderRow({ id: orderNumber, orderNumber, merchandiser: { id: 'mitu', fullName: 'Mitu Das' } }),
    );
    const sent: unknown[] = [];
    answerWith({
      'GET /api/v1/auth/users/colleagues/': () => ({ body: pageOf(colleague) }),
      'GET /api/v1/orders/': () => ({ body: pageOf(...rows) }),
      'POST /api/v1/orders/assignments/': ({ data }) => {
        sent.push(JSON.parse(String(data)));
        return { status: 204 };
      },
    });
    await renderAt(OrdersPage);
    await screen.findByRole('checkbox', { name: 'Tick PO-1182' });
    await userEvent.keyboard('jx');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Tick PO-1184' }));
    const foot = within(screen.getByRole('region', { name: 'Ticked orders' }));
    expect(foot.getByRole('status')).toHaveTextContent('2 orders ticked');
    await userEvent.click(foot.getByRole('button', { name: 'Hand over…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Hand 2 orders over' }));
    await userEvent.click(dialog.getByRole('button', { name: 'Hand over' }));
    expect(dialog.getByText('Choose who takes them over.')).toBeVisible();
    await dialog.findByRole('option', { name: 'Rina Akter (merchandiser)' });
    await userEvent.selectOptions(dialog.getByRole('combobox', { name: /^To/ }), 'rina');
    await userEvent.click(dialog.getByRole('button', { name: 'Hand over' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Ticked orders' })).not.toBeInTheDocument());
    expect(sent).toEqual([{ orderIds: ['PO-1182', 'PO-1184'], merchandiserId: 'rina' }]);
  });

  it('offers a merchandiser no filter by merchandiser, and without orders says how to begin', async () => {
    signedInAs('merchandiser');
    listWith(() => ({ body: pageOf() }));
    await renderAt(OrdersPage, { at: '/orders' });
    expect(await screen.findByText('No orders yet')).toBeVisible();
    expect(screen.getByRole('link', { name: 'New order' })).toHaveAttribute('href', '/orders/new');
    expect(screen.queryByRole('button', { name: /Merchandiser/ })).not.toBeInTheDocument();
  });

  it('hands a dropped workbook to the import', async () => {
    listWith(() => ({ body: pageOf(anOrderRow()) }));
    const { address } = await renderAt(OrdersPage, { at: '/orders' });
    const file = new File(['PO,Colour'], 'TNA.csv', { type: 'text/csv' });
    await userEvent.upload(await screen.findByLabelText(/Drop your T&A workbook here/), file);
    await waitFor(() => expect(address()).toBe('/orders/import'));
    expect(takeHandedOver()).toBe(file);
    expect(takeHandedOver()).toBeNull();
  });

  it('says what failed and loads again on request', async () => {
    let failing = true;
    listWith(() =>
      failing
        ? problem(400, { detail: 'There is no filter “statu”; is it “status”?' })
        : { body: pageOf(anOrderRow()) },
    );
    await renderAt(OrdersPage, { at: '/orders' });
    expect(await screen.findByRole('alert')).toHaveTextContent('is it “status”?');
    failing = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'PO-1182' })).toBeVisible();
  });

  it('says how much came of an order and of its lines, where units compare', async () => {
    const [line] = anOrderRow().lines;
    const came = [{ quantity: '44639', unit: 'pieces' as const }];
    const delivery = nothingCame({ deliveries: 1, percent: '69.0' });
    const shown = (id: string, more: object) => ({
      ...anOrderRow({ id, orderNumber: id, quantity: '44640', unit: 'pieces', totalDeliveredQuantity: [...came] }),
      lines: [{ ...line, id: `line-of-${id}`, delivery }],
      ...more,
    });
    const other = { totalDeliveredQuantity: [...came, { quantity: '3', unit: 'kg' }] };
    listWith(() => ({ body: pageOf(shown('PO-1', {}), shown('PO-2', other), shown('PO-3', { unit: 'kg' })) }));
    await renderAt(OrdersPage, { at: '/orders?lines=shown' });
    expect(await screen.findByText('99 % came')).toBeVisible();
    expect(screen.getAllByText(/% came/).map(({ textContent }) => textContent)).toEqual([
      '99 % came',
      ...['69 % came', '69 % came', '69 % came'],
    ]);
  });

  it('unfolds the lines of an order', async () => {
    listWith(() => ({ body: pageOf(anOrderRow()) }));
    await renderAt(OrdersPage, { at: '/orders' });
    const toggle = await screen.findByRole('button', { name: /1 line of PO-1182/ });
    expect(screen.queryByText('MT-2291 · White')).not.toBeInTheDocument();
    await userEvent.click(toggle);
    expect(toggle).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByRole('row', { name: /PO-1182/, expanded: true })).toHaveAttribute('aria-level', '1');
    const line = screen.getByRole('row', { name: /MT-2291 · White/ });
    expect(line).toHaveAttribute('aria-level', '2');
    expect(within(line).getByRole('link', { name: 'MT-2291 · White' })).toHaveAttribute(
      'href',
      '/orders/order-1?tab=lines&line=line-1',
    );
  });

  describe('the gates of its lines', () => {
    const gate = (more: object = {}) =>
      aGate({
        status: 'submission',
        nextStatuses: ['approved', 'rejected', 'resubmission', 'cleared'],
        round: 2,
        holder: 'buyer',
        heldSince: '2020-01-01',
        allowedDays: 5,
        dueOn: '2020-01-06',
        ...more,
      });
    const row = anOrderRow();
    const [white] = row.lines;
    const line = (id: string, label: string, gates: object[]) => ({ ...white, id, label, gates });
    const order = {
      ...row,
      lines: [
        line('l1', 'White', [gate(), gate({ key: 'price', name: 'Price' })]),
        line('l2', 'Black', [gate()]),
        line('l3', 'Navy', [gate()]),
      ],
    };
    let decided: unknown;

    async function show(shown: object = order, at = '/orders?lines=shown') {
      decided = undefined;
      answerWith({
        'GET /api/v1/auth/users/colleagues/': () => ({ body: pageOf(colleague) }),
        'GET /api/v1/auth/capabilities/': () => ({ body: { capabilities: { 'approval.record': 'own' } } }),
        'GET /api/v1/orders/': () => ({ body: pageOf(shown) }),
        'POST /api/v1/line-gates/decisions/': ({ data }) => {
          decided = JSON.parse(String(data));
          return { body: { gates: [] } };
        },
      });
      await renderAt(OrdersPage, { at });
      await screen.findByRole('treegrid', { name: 'Orders' });
    }
    const ready = (of: string) => waitFor(() => expect(cell(of)).toHaveAttribute('aria-haspopup', 'menu'));
    const cell = (of: string) => screen.getByRole('button', { name: new RegExp(`^Lab dip.*, ${of}$`) });

    it('say how they stand and for how long, and A approves the focused one', async () => {
      await show();
      await ready('White');
      expect(cell('White')).toHaveTextContent(/R2Buyer.*d of 5/);
      cell('White').focus();
      await userEvent.keyboard('a');
      await waitFor(() => expect(decided).toEqual({ gateKey: 'labDip', lineIds: ['l1'], status: 'approved' }));
    });

    it('are taken over several lines with Shift and the arrow, and approved at once', async () => {
      await show();
      await ready('White');
      cell('White').focus();
      await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
      expect(screen.getAllByRole('gridcell', { selected: true })).toHaveLength(3);
      expect(screen.getByText('3 lines taken: A approves, R rejects')).toBeVisible();
      await userEvent.keyboard('a');
      await waitFor(() =>
        expect(decided).toEqual({ gateKey: 'labDip', lineIds: ['l1', 'l2', 'l3'], status: 'approved' }),
      );
    });

    it('are taken with Shift and a click as well, and R asks why', async () => {
      await show();
      await ready('White');
      cell('White').focus();
      const user = userEvent.setup();
      await user.keyboard('{Shift>}');
      await user.click(cell('Black'));
      await user.keyboard('{/Shift}');
      expect(screen.queryByRole('menu')).not.toBeInTheDocument();
      await userEvent.keyboard('r');
      await userEvent.type(await screen.findByRole('textbox', { name: /Why/ }, { timeout: 5000 }), 'Too red');
      await userEvent.click(screen.getByRole('button', { name: 'Reject' }));
      await waitFor(() =>
        expect(decided).toMatchObject({ lineIds: ['l1', 'l2'], status: 'rejected', notes: 'Too red' }),
      );
    });

    it('stand under heads that name them, and an order of one line has them in its own row', async () => {
      const rejected = gate({ status: 'rejected', nextStatuses: ['resubmission', 'cleared'], holder: 'mill' });
      await show(
        { ...order, lines: [line('l1', 'White', [rejected, gate({ key: 'price', name: 'Price' })])] },
        '/orders',
      );
      await ready('White');
      const heads = screen.getAllByRole('columnheader').map((head) => head.textContent);
      expect(heads.slice(-2)).toEqual(['Price', 'Lab dip']);
      cell('White').focus();
      await userEvent.keyboard('t');
      await waitFor(() => expect(decided).toMatchObject({ lineIds: ['l1'], status: 'resubmission' }));
    });

    it('of a folded order say how many lines have passed, and lead to the one that is due first: two actions', async () => {
      const [white, black] = order.lines;
      const passed = gate({ status: 'approved', holder: null, heldSince: null, allowedDays: null, dueOn: null });
      await show({ ...order, lines: [{ ...white, gates: [passed] }, black] }, '/orders');
      const folded = await screen.findByRole('button', {
        name: /^Lab dip of PO-1182: 1 of 2 lines passed, Black is submitted/,
      });
      const said = jest.fn();
      const silence = onNotice(said);
      folded.focus();
      await userEvent.keyboard('a');
      silence();
      expect(said).toHaveBeenCalledWith(
        expect.objectContaining({
          message: 'Several gates stand behind this: press Enter, and decide on one of them.',
        }),
      );
      await userEvent.click(folded);
      expect(cell('Black')).toHaveFocus();
      await userEvent.keyboard('a');
      await waitFor(() => expect(decided).toEqual({ gateKey: 'labDip', lineIds: ['l2'], status: 'approved' }));
    });

    it('that have no column stand behind a count, with their own menus and keys', async () => {
      const keys = ['price', 'quality', 'labDip', 'strikeOff', 'aop', 'bulkSwatch', 'ppSample'];
      const own = keys.map((key) => gate({ key, name: key }));
      await show({ ...order, lines: [{ ...order.lines[0], gates: own }] }, '/orders');
      await userEvent.click(await screen.findByRole('button', { name: '2 more gates of White, 2 late' }));
      const rest = await screen.findByRole('dialog', { name: 'More gates of White' });
      expect(within(rest).getAllByRole('button')).toHaveLength(2);
      expect(within(rest).getByRole('button', { name: /^ppSample: submitted/ })).toBeVisible();
    });
  });
});
