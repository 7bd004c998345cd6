import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  CreditClocksDto,
  CreditFindingsDto,
  LetterOfCreditTermsDto,
  SwiftReadingDto,
} from '@/shared/api/generated';
import { useHouse } from '@/shared/lib/house';
import { useSession } from '@/shared/session';
import { aCredit, aSummary, someTerms } from '../../../../test/money';
import { anOrder, pageOf, problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import CreditPage from '../pages/CreditPage';
import MoneyPage from '../pages/MoneyPage';

const text = ':20:DC-7741\n:31D:270120DHAKA\n:32B:USD109368,';
const source = { message: 0, tag: '31D', words: '270120DHAKA', from: 12, to: 28 };
const terms = {
  ...someTerms,
  lcNumber: 'DC-7741',
  amount: '109368.00',
  currency: 'USD',
  expiryDate: '2027-01-20',
  issueDate: '2026-11-01',
  expiryPlace: 'DHAKA',
  sources: [{ term: 'expiryPlace', ...source }],
};
const amendment = {
  id: 'am-1',
  sequence: 1,
  bankNumber: 1,
  amendedOn: null,
  receivedOn: '2026-11-20',
  status: 'pending' as const,
  nextStatuses: ['accepted' as const, 'rejected' as const],
  decidedOn: null,
  reason: null,
  notes: null,
  sourceText: null,
  changes: [{ term: 'expiryDate', before: '2027-01-20', after: '2027-02-10' }],
  unplaced: [],
  createdBy: null,
  createdAt: '2026-11-20T06:00:00Z',
};
const read: LetterOfCreditTermsDto = {
  letterOfCreditId: 'lc-1',
  terms,
  sourceText: text,
  amendments: [amendment],
  rowVersion: 1,
};
const clocks: CreditClocksDto = {
  next: 'presentation',
  shippedOn: '2026-11-20',
  plannedShipment: null,
  presentedOn: null,
  clocks: [
    {
      clock: 'presentation',
      day: '2026-12-11',
      stated: '2026-12-11',
      article: 'art. 14(c)',
      rule: '21 calendar days after the goods left on 20 Nov 2026.',
      bankingDays: 'banks in Bangladesh',
      expected: false,
      binding: true,
    },
  ],
};

const finding: CreditFindingsDto['findings'][number] = {
  key: 'k1',
  rule: 'quantity.short',
  severity: 'discrepancy',
  article: 'art. 30(b), field 45A',
  credit: '60,000 pcs',
  ours: '64,680 pcs',
  from: 'PI-00023',
  sentence: 'The LC lets 60,000 pcs go at most; more was ordered.',
  ask: 'Field 45A: quantity to read 64,680 pcs instead of 60,000 pcs.',
  waiver: null,
};
const found: CreditFindingsDto = {
  findings: [finding],
  discrepancies: 1,
  risks: 0,
  amendmentRequest: 'Dear ANABIA,\n\n1. Field 45A: quantity to read 64,680 pcs instead of 60,000 pcs.',
};
let waived = false;
const waiver = { id: 'w1', reason: 'Agreed by mail.', waivedBy: 'Rina Akter', waivedAt: '2026-11-21T04:00:00Z' };
const standing = { ...found, findings: [{ ...finding, waiver }], discrepancies: 0, amendmentRequest: null };

const sent: { route: string; version: string; body: unknown }[] = [];
const keep = (route: string, answer: () => { status?: number; body: unknown }) => ({
  [route]: ({ data, headers }: { data?: unknown; headers: object }) => {
    const version = String((headers as Record<string, unknown>)['If-Match']);
    sent.push({
      route: route.split('/v1')[1] ?? route,
      version,
      body: data === undefined ? undefined : JSON.parse(String(data)),
    });
    return answer();
  },
});

describe('what lies under an LC', () => {
  beforeEach(() => {
    const actor = { id: 'me', email: '', fullName: 'Rina Akter', role: 'merchandiser' as const };
    useSession.setState({ status: 'signedIn', actor });
    useHouse.setState({ timeZone: 'Asia/Dhaka' });
    sent.length = 0;
    waived = false;
    const at = '/api/v1/financials/letters-of-credit';
    const [own] = aCredit().orders;
    const credit = aCredit({
      status: 'issued',
      nextStatuses: ['confirmed', 'expired'],
      orders: [own!, { id: 'order-2', orderNumber: 'PO-1190', customerName: 'Lund & Co' }],
    });
    const reading: SwiftReadingDto = {
      kind: 'letter_of_credit',
      type: '700',
      sender: null,
      fields: [{ tag: '31D', name: 'Date and place of expiry', words: '270120DHAKA', from: 12, to: 28 }],
      terms,
      credit: null,
      changes: [],
      faults: [{ tag: null, sentence: 'The text does not give the applicant (50).' }],
    };
    answerWith({
      'GET /api/v1/auth/capabilities/': () => ({
        body: { role: 'merchandiser', capabilities: { 'letter_of_credit.write': 'own' } },
      }),
      'GET /api/v1/activity/': () => ({ body: pageOf() }),
      'GET /api/v1/orders/': () => ({ body: pageOf(anOrder()) }),
      'GET /api/v1/orders/order-1/': () => ({ body: anOrder() }),
      'GET /api/v1/financials/summary/': () => ({ body: aSummary() }),
      [`GET ${at}/`]: () => ({ body: pageOf(credit) }),
      [`GET ${at}/lc-1/`]: () => ({ body: credit }),
      [`GET ${at}/lc-1/terms/`]: () => ({ body: read }),
      [`GET ${at}/lc-1/clocks/`]: () => ({ body: clocks }),
      [`GET ${at}/lc-1/findings/`]: () => ({ body: waived ? standing : found }),
      ...keep(`POST ${at}/lc-1/findings/waivers/`, () => {
        waived = true;
        return { body: standing };
      }),
      [`GET ${at}/lc-1/drawings/`]: () => ({ body: { drawings: [], quantities: [] } }),
      [`GET ${at}/lc-1/back-to-back/`]: () => ({
        body: { currency: 'USD', used: '80000.00', headroom: '-5000.00', backToBacks: [{ id: 'bb-1' }] },
      }),
      ...keep(`POST ${at}/readings/`, () => ({ body: reading })),
      ...keep(`POST ${at}/`, () => ({ status: 201, body: aCredit({ lcNumber: 'DC-7741' }) })),
      ...keep(`POST ${at}/lc-1/amendments/am-1/acceptance/`, () => ({ body: { ...read, amendments: [] } })),
      ...keep(`DELETE ${at}/lc-1/orders/order-2/`, () => ({ status: 204, body: undefined })),
      ...keep(`POST ${at}/lc-1/closure/`, () => ({ body: aCredit() })),
      ...keep(`POST ${at}/lc-1/drawings/`, () =>
        problem(422, {
          code: 'letter_of_credit.drawn_too_much',
          detail: 'LC has USD 9.00 left to draw.',
          errors: { amount: ['LC has USD 9.00 left to draw.'] },
        }),
      ),
    });
  });

  const page = () =>
    renderAt(CreditPage, { at: '/money/letters-of-credit/lc-1', path: '/money/letters-of-credit/$creditId' });

  it('marks the words that a term came from, and names the rule of the day that binds', async () => {
    await page();
    await userEvent.click(await screen.findByRole('button', { name: 'Field 31D' }));
    expect(screen.getByText(':31D:270120DHAKA')).toHaveProperty('tagName', 'MARK');
    expect(screen.getByText('Present by')).toBeVisible();
    expect(screen.getByText(/21 calendar days after the goods left/)).toBeVisible();
  });

  it('tells what it leaves for LCs to mills, and leads to them', async () => {
    await page();
    expect(await screen.findByText('1 LC to mills')).toBeVisible();
    expect(screen.getByText(/5,000\.00/)).toHaveClass('text-bad');
    const href = `/money/back-to-back?master=lc-1`;
    expect(screen.getByRole('link', { name: 'Open its back-to-back LCs' })).toHaveAttribute('href', href);
  });

  it('shows what an amendment would change, and accepts it in the version that was read', async () => {
    await page();
    await userEvent.click(await screen.findByRole('button', { name: 'Accept…' }));
    const dialog = within(await screen.findByRole('alertdialog'));
    expect(dialog.getByText('10 Feb 2027')).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: 'Accept amendment' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ version: '"1"', body: {} });
  });

  it('takes an order off it, but never the first, and closes it', async () => {
    await page();
    await userEvent.click(await screen.findByRole('button', { name: 'Take PO-1190 off the LC' }));
    expect(screen.getAllByRole('button', { name: /off the LC$/ })).toHaveLength(1);
    await waitFor(() => expect(sent).toEqual([{ route: expect.stringMatching(/orders\/order-2/), version: '"1"' }]));
    await userEvent.click(screen.getByRole('button', { name: /^More about/ }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Close' }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]).toMatchObject({ version: '"1"', body: {} });
  });

  it('says at its field that too much is drawn', async () => {
    await page();
    await userEvent.click(await screen.findByRole('button', { name: 'Record presentation' }));
    const drawer = within(await screen.findByRole('dialog', { name: /Presentation under LC/ }));
    await userEvent.type(drawer.getByLabelText(/^Reference/), 'CI-00012');
    await userEvent.type(drawer.getByLabelText(/^Amount/), '999999');
    await userEvent.click(drawer.getByRole('button', { name: 'Record presentation' }));
    expect(await drawer.findByText('LC has USD 9.00 left to draw.')).toBeVisible();
    expect(sent[0]?.body).toMatchObject({ reference: 'CI-00012', amount: '999999' });
  });

  it('reads a pasted text before anything is kept, and records it with its text', async () => {
    await renderAt(MoneyPage, { at: '/money?tab=lcs', path: '/money' });
    await userEvent.click(await screen.findByRole('button', { name: 'Paste MT700' }));
    await userEvent.click(await screen.findByLabelText('The bank’s text'));
    await userEvent.paste(text);
    await userEvent.click(screen.getByRole('button', { name: 'Read' }));
    expect(await screen.findByText('The text does not give the applicant (50).')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Record this LC' }));
    const drawer = within(await screen.findByRole('dialog', { name: 'New LC' }));
    expect(drawer.getByLabelText(/^LC number/)).toHaveValue('DC-7741');
    await userEvent.click(drawer.getByRole('combobox', { name: /Order/ }));
    await userEvent.click(await screen.findByRole('option', { name: /PO-1182/ }));
    await userEvent.click(drawer.getByRole('button', { name: 'Record LC' }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.body).toMatchObject({ lcNumber: 'DC-7741', amount: '109368', expiryDate: '2027-01-20', text });
  });

  it('shows what does not agree, drafts the request to copy, and lets it stand for a reason', async () => {
    await page();
    expect(await screen.findByText('Amend needed: 1')).toBeVisible();
    expect(screen.getByText('UCP 600 art. 30(b), field 45A')).toBeVisible();
    expect(screen.getByText('60,000 pcs')).toBeVisible();
    expect(screen.getByText('64,680 pcs')).toBeVisible();
    const user = userEvent.setup();
    await user.click(screen.getByText('Amendment request, drafted'));
    await user.click(screen.getByRole('button', { name: 'Copy request' }));
    await waitFor(async () => expect(await navigator.clipboard.readText()).toMatch(/^Dear ANABIA,/));
    await user.click(screen.getByRole('button', { name: 'Let it stand…' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Let it stand' }));
    expect(dialog.getByText(/The next reader will ask/)).toBeVisible();
    await user.type(dialog.getByLabelText(/Reason/), 'Agreed by mail.');
    await user.click(dialog.getByRole('button', { name: 'Let it stand' }));
    expect(await screen.findByText('Discrepancy, may stand')).toBeVisible();
    expect(screen.getByText('“Agreed by mail.”', { exact: false })).toBeVisible();
    expect(screen.getByText('Clean')).toBeVisible();
    expect(sent.map(({ route, body }) => ({ route, body }))).toEqual([
      {
        route: '/financials/letters-of-credit/lc-1/findings/waivers/',
        body: { key: 'k1', reason: 'Agreed by mail.' },
      },
    ]);
  });
});
