import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { House, Plus } from 'lucide-react';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import { remember } from '@/shared/lib/recents';
import { signedInAs } from '@/shared/session';
import { openPalette, setPaletteOpen } from '../palette-state';
import Palette from './Palette';

const hit = (id: string, title: string, more: object = {}) => ({
  id,
  orderId: 'o1',
  orderNumber: 'PO-1182',
  customerName: 'ANABIA',
  title: { text: title, marks: [{ from: 0, to: 2 }] },
  detail: { text: '', marks: [] },
  match: 'exact',
  ...more,
});
const orders = { kind: 'order', hits: [hit('o1', 'PO-1182')] };
const colours = {
  kind: 'line',
  hits: ['White', 'White W', 'White B', 'White C', 'White D'].map((name, at) => hit(`l${at}`, name)),
};

const asked: string[] = [];
let newOrders = 0;
const found = (groups: object[]) =>
  answerWith({
    'GET /api/v1/search/': ({ url }) => {
      const query = new URLSearchParams(url?.split('?')[1]);
      asked.push(`${query.get('q')}/${query.get('limit')}`);
      return { body: { groups } };
    },
  });

const Page = () => (
  <Palette
    pages={[{ label: 'Home', icon: House, to: '/', keys: ['G', 'H'] }]}
    deeds={[{ label: 'New order', icon: Plus, run: () => newOrders++ }]}
  />
);

async function opened() {
  const page = await renderAt(Page);
  act(openPalette);
  return { ...page, box: await screen.findByRole('combobox', { name: 'Search everything' }) };
}

const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);

beforeEach(() => {
  asked.length = 0;
  newOrders = 0;
  Element.prototype.scrollIntoView = jest.fn();
  signedInAs({ id: 'u1', email: 'a@b.test', fullName: 'Rina', role: 'merchandiser' }, 'token');
});
afterEach(() => act(() => setPaletteOpen(false)));

describe('the palette', () => {
  it('opens a known order with its number and Enter, even before the answer is here', async () => {
    found([orders]);
    const { box, address } = await opened();
    await userEvent.type(box, 'PO-1182{Enter}');
    await waitFor(() => expect(address()).toBe('/orders/o1'));
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
    expect(asked).toEqual(['PO-1182/5']);
  });

  it('opens a file itself, among those of its order', async () => {
    found([{ kind: 'document', hits: [hit('d1', 'PO terms.pdf')] }]);
    const { box, address } = await opened();
    await userEvent.type(box, 'PO');
    await userEvent.click(await screen.findByRole('option', { name: /terms\.pdf/ }));
    await waitFor(() => expect(address()).toBe('/orders/o1?tab=files&file=d1'));
  });

  it('shows what was found by kind, marked, and says how much it is', async () => {
    found([orders, colours]);
    const { box } = await opened();
    await userEvent.type(box, 'PO');
    expect(await screen.findByRole('group', { name: 'Orders' })).toHaveTextContent('PO-1182');
    expect(screen.getByRole('status')).toHaveTextContent('6 results');
    expect(document.querySelector('mark')).toHaveTextContent('PO');
    expect(options()).toContain('More colours and cads…');
  });

  it('steps into all of a kind, and back with Backspace in the empty box', async () => {
    found([colours]);
    const { box } = await opened();
    await userEvent.type(box, 'wh');
    await userEvent.click(await screen.findByRole('option', { name: 'More colours and cads…' }));
    await waitFor(() => expect(asked).toContain('wh/20'));
    expect(screen.getByText('Colours and CADs', { selector: 'span' })).toBeVisible();
    await userEvent.type(box, '{Backspace}{Backspace}{Backspace}');
    await waitFor(() => expect(options()).toContain('New order'));
    expect(screen.queryByRole('button', { name: 'Back' })).not.toBeInTheDocument();
  });

  it('steps into the parts of an order with the arrow', async () => {
    found([orders]);
    const { box, address } = await opened();
    await userEvent.type(box, 'PO-1182');
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('1 result'));
    await userEvent.keyboard('{ArrowRight}');
    await userEvent.type(await screen.findByRole('combobox', { name: 'What to open of PO-1182' }), 'mon{Enter}');
    await waitFor(() => expect(address()).toBe('/orders/o1?tab=money'));
  });

  it('offers pages and deeds by the start of a word, and what was opened lately', async () => {
    found([]);
    signedInAs({ id: 'u2', email: 'b@b.test', fullName: 'Rafi', role: 'merchandiser' }, 'token');
    remember({ to: '/orders/o9', title: 'PO-9', detail: 'Nordhaus' });
    const { box } = await opened();
    expect(options()).toEqual(['PO-9Nordhaus', 'New order', 'HomeGH']);
    await userEvent.type(box, 'ord{Enter}');
    expect(newOrders).toBe(1);
  });

  it('says so when nothing matches, and when it could not be asked', async () => {
    found([]);
    const { box } = await opened();
    await userEvent.type(box, 'zzz');
    expect(await screen.findByText(/Nothing on your orders matches “zzz”/)).toBeVisible();
    answerWith({
      'GET /api/v1/search/': () => ({ status: 503, body: { status: 503, code: 'x', detail: 'The database rests.' } }),
    });
    await userEvent.type(box, 'q');
    expect(await screen.findByRole('alert', {}, { timeout: 8000 })).toHaveTextContent('The database rests.');
    found([orders]);
    await userEvent.click(screen.getByRole('button', { name: 'Search again' }));
    expect(await screen.findByRole('option', { name: /PO ?-1182/ })).toBeVisible();
  }, 15_000);

  it('forgets what was opened lately when the person signs out', async () => {
    remember({ to: '/orders/o9', title: 'PO-9' });
    expect(localStorage.getItem('provabook.recent.u1')).toContain('PO-9');
    const { forgetSession } = await import('@/shared/session');
    forgetSession(true);
    expect(localStorage.getItem('provabook.recent.u1')).toBeNull();
  });
});
