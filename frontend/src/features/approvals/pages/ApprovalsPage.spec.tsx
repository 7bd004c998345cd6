import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http } from '@/shared/api/http';
import { signedInAs } from '@/shared/session';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import { ApprovalsPage as Board } from './ApprovalsPage';

const ApprovalsPage = () => (
  <Board
    NewRound={({ onClose }) => <button onClick={onClose}>A round is asked for</button>}
    ScanLabel={() => <p>Labels</p>}
  />
);

const gate = (id: string, more: object = {}) => ({
  id,
  key: 'labDip',
  name: 'Lab dip',
  status: 'submission',
  nextStatuses: ['approved', 'rejected', 'resubmission', 'cleared'],
  round: 2,
  holder: 'buyer',
  heldSince: '2020-01-01',
  allowedDays: 5,
  dueOn: '2020-01-06',
  condition: null,
  conditionOpen: false,
  rowVersion: 1,
  orderId: 'o1',
  orderLineId: `line-${id}`,
  orderNumber: 'PO-1182',
  customerName: 'ANABIA',
  merchandiser: null,
  lineLabel: 'MT-2291 · Black',
  styleNumber: 'MT-2291',
  colorName: 'Black',
  colorCode: null,
  part: 1,
  millName: 'Square Textiles',
  lineStatus: 'running',
  etd: null,
  daysHeld: 6,
  overdue: true,
  remindedOn: null,
  ...more,
});

/** The round of Black that went to the buyer: two options, one parcel. */
const round = (version: number, more: object = {}) => ({
  id: `dip-${version}`,
  gate: 'labDip',
  orderLineId: 'line-g1',
  version,
  options: [
    { label: 'A', verdict: null },
    { label: 'B', verdict: 'rejected' },
  ],
  courierName: 'DHL Express',
  awbNumber: '4471829305',
  receivedOn: null,
  ...more,
});

let decided: unknown;
let reminded: unknown[];
let made: string[];
let handed: unknown;
const asked: URLSearchParams[] = [];

beforeEach(() => {
  decided = undefined;
  handed = undefined;
  reminded = [];
  made = [];
  asked.length = 0;
  signedInAs({ id: 'u1', email: 'a@b.test', fullName: 'Rina', role: 'manager' }, 'token');
  answerWith({
    'GET /api/v1/auth/capabilities/': () => ({
      body: { capabilities: { 'approval.record': 'own', 'sample.write': 'own' } },
    }),
    'GET /api/v1/line-gates/': ({ url }) => {
      const query = new URLSearchParams(url?.split('?')[1]);
      asked.push(query);
      const shown = [
        gate('g1'),
        gate('g2', { colorName: 'White', lineLabel: 'MT-2291 · White' }),
        gate('g3', { holder: 'us', status: null, round: 0, orderNumber: 'alone' }),
      ];
      if (query.get('search') === 'wash')
        shown.push(gate('g4', { key: 'qualityTest', name: 'Wash test', holder: 'lab' }));
      const [one, holder] = [query.get('id'), query.getAll('holder')];
      const results = shown.filter(
        (each) =>
          (one ? each.id === one : each.id !== 'g3') &&
          (holder.length > 0 ? holder.includes(each.holder) : !query.has('status')) &&
          query.getAll('status')[0] !== 'rejected',
      );
      return { body: { count: results.length, next: null, previous: null, results } };
    },
    'GET /api/v1/samples/': () => ({
      body: { count: 2, next: null, previous: null, results: [round(2), round(1, { awbNumber: '1' })] },
    }),
    'POST /api/v1/order-lines/line-g1/gates/labDip/reminder/': ({ data }) => {
      reminded.push(JSON.parse(String(data)));
      if (reminded.length > 1) return { body: { gates: [] } };
      return {
        status: 409,
        body: { code: 'gate.reminded_today', detail: 'Somebody reminded of Lab dip today already.' },
      };
    },
    'POST /api/v1/samples/': ({ data }) => {
      made.push(String(data));
      return { status: 201, body: { ...round(1), id: 'new', version: 1 } };
    },
    'POST /api/v1/order-lines/line-g2/gates/labDip/holding/': ({ data }) => {
      handed = JSON.parse(String(data));
      return { body: { ...gate('g2'), history: [] } };
    },
    'POST /api/v1/line-gates/decisions/': ({ data }) => {
      decided = JSON.parse(String(data));
      return { body: { gates: [] } };
    },
  });
});

describe('the approvals board', () => {
  it('shows by who must act what waits, how long, and what would come where nothing is', async () => {
    await renderAt(ApprovalsPage);
    const column = await screen.findByRole('region', { name: /With the buyer/ });
    expect(await within(column).findByRole('link', { name: 'Black · Lab dip' })).toBeVisible();
    expect(within(column).getByRole('heading')).toHaveTextContent('With the buyer22 late');
    expect(within(column).getAllByText(/d of 5 · late/)).toHaveLength(2);
    expect(
      await screen.findByText(
        'What the buyer rejects comes here, with us or at the mill, until the next round is sent.',
      ),
    ).toBeVisible();
    expect(screen.queryByText('What the buyer approves comes here.')).not.toBeInTheDocument();
  });

  it('says of a card under “Mill or lab” that it is the lab that has it', async () => {
    await renderAt(ApprovalsPage, { at: '/approvals?search=wash' });
    const column = await screen.findByRole('region', { name: /Mill or lab/ });
    expect(await within(column).findByText(/^at the lab \d+ d of 5 · late/)).toBeVisible();
  });

  it('approves the card that J leads to with A, and G A approves nothing', async () => {
    await renderAt(ApprovalsPage);
    await screen.findAllByRole('button', { name: /^Move Lab dip/ });
    await userEvent.keyboard('jj');
    expect(screen.getByRole('link', { name: 'White · Lab dip' })).toHaveFocus();
    await userEvent.keyboard('ga');
    expect(decided).toBeUndefined();
    await new Promise((done) => setTimeout(done, 1_250));
    await userEvent.keyboard('a');
    await waitFor(() => expect(decided).toEqual({ gateKey: 'labDip', lineIds: ['line-g2'], status: 'approved' }));
  });

  it('leads on to the next card when one leaves its column', async () => {
    let left = false;
    const { adapter } = http.defaults;
    http.defaults.adapter = async (config) => {
      const answer = await (adapter as (asked: typeof config) => Promise<{ data: { results?: { id: string }[] } }>)(
        config,
      );
      const { results } = answer.data;
      if (left && results) answer.data = { ...answer.data, results: results.filter(({ id }) => id !== 'g1') };
      return answer as never;
    };
    await renderAt(ApprovalsPage);
    await screen.findAllByRole('button', { name: /^Move Lab dip/ });
    act(() => screen.getByRole('link', { name: 'Black · Lab dip' }).focus());
    left = true;
    await userEvent.keyboard('a');
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Black · Lab dip' })).toBeNull());
    await waitFor(() => expect(screen.getByRole('link', { name: 'White · Lab dip' })).toHaveFocus());
  });

  it('asks why a card is rejected', async () => {
    await renderAt(ApprovalsPage);
    await screen.findAllByRole('button', { name: /^Move Lab dip/ });
    await userEvent.keyboard('jr');
    await userEvent.click(await screen.findByRole('button', { name: 'Reject' }));
    expect(decided).toBeUndefined();
    await userEvent.type(screen.getByRole('textbox', { name: /Why/ }), 'Too red under D65');
    await userEvent.click(screen.getByRole('button', { name: 'Reject' }));
    await waitFor(() => expect(decided).toMatchObject({ status: 'rejected', notes: 'Too red under D65' }));
  });

  it('narrows and groups by its address', async () => {
    await renderAt(ApprovalsPage, { at: '/approvals?gateKey=labDip&whose=mine&group=colour&approved=shown' });
    expect(await screen.findByRole('list', { name: 'With the buyer: White' })).toBeVisible();
    expect(await screen.findByText('What the buyer approves comes here.')).toBeVisible();
    expect(asked.every((query) => query.get('gateKey') === 'labDip' && query.get('merchandiserId') === 'u1')).toBe(
      true,
    );
  });

  it('groups a mill as one, whatever the case it was written in', async () => {
    const cards = [gate('g1', { millName: 'Square Textiles' }), gate('g2', { millName: 'SQUARE TEXTILES' })];
    answerWith({
      'GET /api/v1/auth/capabilities/': () => ({ body: { capabilities: {} } }),
      'GET /api/v1/samples/': () => ({ body: { count: 0, next: null, previous: null, results: [] } }),
      'GET /api/v1/line-gates/': ({ url }) => {
        const results = url?.includes('holder=buyer') ? cards : [];
        return { body: { count: results.length, next: null, previous: null, results } };
      },
    });
    await renderAt(ApprovalsPage, { at: '/approvals?group=mill' });
    const mill = await screen.findByRole('list', { name: 'With the buyer: Square Textiles' });
    expect(within(mill).getAllByRole('listitem')).toHaveLength(2);
  });

  it('has one column in sight on a phone, with how many wait in each, and its address says which', async () => {
    const { address } = await renderAt(ApprovalsPage, { at: '/approvals' });
    const choice = within(screen.getByRole('group', { name: 'Column of the board' }));
    expect(await choice.findByRole('button', { name: 'With the buyer 2' })).toHaveAttribute('aria-pressed', 'false');
    const column = (name: RegExp) => screen.getByRole('region', { name });
    expect(column(/^To send/)).not.toHaveClass('max-md:hidden');
    expect(column(/^With the buyer/)).toHaveClass('max-md:hidden');
    await userEvent.click(choice.getByRole('button', { name: 'With the buyer 2' }));
    expect(address()).toBe('/approvals?column=withBuyer');
    expect(column(/^With the buyer/)).not.toHaveClass('max-md:hidden');
    await userEvent.click(choice.getByRole('button', { name: 'Approved' }));
    expect(address()).toBe('/approvals?column=approved&approved=shown');
  });

  it('shows what was sent last with its options and AWB, and Space lays its rounds side by side', async () => {
    const { address } = await renderAt(ApprovalsPage);
    const card = (await screen.findByRole('link', { name: 'Black · Lab dip' })).closest('li')!;
    expect(await within(card).findByText('AWB 4471829305')).toBeVisible();
    expect(within(card).getByText('B')).toHaveTextContent('B rejected');
    await userEvent.keyboard('j');
    expect(screen.getByRole('link', { name: 'Black · Lab dip' })).toHaveFocus();
    await userEvent.keyboard(' ');
    await waitFor(() => expect(address()).toBe('/samples/compare?sampleId=dip-2'));
  });

  it('moves with M without a pointer, and greys what is not allowed with its rule', async () => {
    await renderAt(ApprovalsPage);
    await screen.findAllByRole('button', { name: /^Move Lab dip/ });
    await userEvent.keyboard('jjm');
    const there = await screen.findByRole('menuitem', { name: /^With the buyer/ });
    expect(there).toHaveAttribute('aria-disabled', 'true');
    expect(there).toHaveTextContent('It is there.');
    await userEvent.click(screen.getByRole('menuitem', { name: 'Mill or lab' }));
    await waitFor(() => expect(handed).toEqual({ holder: 'mill' }));
  });

  it('takes a card that is dropped where it may go, and only there', async () => {
    await renderAt(ApprovalsPage);
    const card = (await screen.findByRole('link', { name: 'White · Lab dip' })).closest('li')!;
    fireEvent.dragStart(card);
    const buyer = screen.getByRole('region', { name: /With the buyer/ });
    expect(within(buyer).getByText('It is there.')).toBeVisible();
    fireEvent.drop(buyer);
    expect(decided).toBeUndefined();
    fireEvent.dragStart(card);
    fireEvent.drop(screen.getByRole('region', { name: /Approved/ }));
    await waitFor(() => expect(decided).toEqual({ gateKey: 'labDip', lineIds: ['line-g2'], status: 'approved' }));
  });

  it('reminds the buyer in words that are copied, and once more only when it is meant', async () => {
    const user = userEvent.setup();
    await renderAt(ApprovalsPage);
    await user.click(await screen.findByRole('button', { name: 'Remind ANABIA of Lab dip of MT-2291 · Black' }));
    const dialog = within(await screen.findByRole('dialog', { name: /^Remind ANABIA/ }));
    expect(dialog.getByRole<HTMLTextAreaElement>('textbox', { name: 'Words' }).value).toMatch(
      /^Dear ANABIA,\n\nThe lab dip, round 2 of style MT-2291, Black .* It went by DHL Express 4471829305\./,
    );
    await user.click(dialog.getByRole('button', { name: 'Copy and record' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('today already');
    await user.click(dialog.getByRole('button', { name: 'Remind once more' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(await navigator.clipboard.readText()).toMatch(/^Dear ANABIA,/);
    expect(reminded).toMatchObject([{ again: false }, { again: true }]);
  });

  it('shares a card by a link that shows it alone', async () => {
    const user = userEvent.setup();
    const { address } = await renderAt(ApprovalsPage, { at: '/approvals?card=g2' });
    expect(await screen.findByRole('status')).toHaveTextContent('Only Lab dip of MT-2291 · White');
    expect(asked.every((query) => query.get('id') === 'g2')).toBe(true);
    const card = await screen.findByRole('link', { name: 'White · Lab dip' });
    expect(card).toHaveFocus();
    await user.keyboard('s');
    await waitFor(async () => expect(await navigator.clipboard.readText()).toMatch(/\/approvals\?card=g2$/));
    expect(screen.queryByRole('button', { name: /^New round of/ })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Show the whole board' }));
    await waitFor(() => expect(address()).toBe('/approvals'));
    await user.click(screen.getByRole('button', { name: 'New round' }));
    expect(await screen.findByRole('button', { name: 'A round is asked for' })).toBeVisible();
  });

  it('adds the round that a gate waits for', async () => {
    await renderAt(ApprovalsPage, { at: '/approvals?card=g3' });
    await userEvent.click(await screen.findByRole('button', { name: 'New round of Lab dip of MT-2291 · Black' }));
    await waitFor(() => expect(made).toHaveLength(1));
    expect(JSON.parse(made[0]!)).toMatchObject({ orderLineId: 'line-g3', type: 'lab_dip', recipient: 'ANABIA' });
  });
});
