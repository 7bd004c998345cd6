import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { LetterOfCreditDto } from '@/shared/api/generated';
import { daysAfter } from '@/shared/lib/format';
import { today, useHouse } from '@/shared/lib/house';
import { useSession } from '@/shared/session';
import { aCredit, aSummary } from '../../../../test/money';
import { anOrder, pageOf, problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import CreditPage from './CreditPage';

const colleague = { id: 'tanvir', fullName: 'Tanvir Ahmed', email: '', role: 'manager', department: null };

/** An LC that a colleague changes to `theirs` once our form is open. */
function creditThatBecomes(credit: LetterOfCreditDto, theirs: Partial<LetterOfCreditDto> | null = null) {
  const sent: { version: string; body: unknown }[] = [];
  let stored = credit;
  answerWith({
    'GET /api/v1/auth/capabilities/': () => ({
      body: { role: 'merchandiser', capabilities: { 'letter_of_credit.write': 'own' } },
    }),
    'GET /api/v1/auth/users/colleagues/': () => ({ body: pageOf(colleague) }),
    'GET /api/v1/activity/': () => ({ body: pageOf() }),
    'GET /api/v1/orders/order-1/': () => ({ body: anOrder() }),
    'GET /api/v1/financials/summary/': () => ({ body: aSummary() }),
    'GET /api/v1/financials/letters-of-credit/lc-1/': () => ({ body: stored }),
    'PATCH /api/v1/financials/letters-of-credit/lc-1/': ({ data, headers }) => {
      const body = JSON.parse(String(data)) as Partial<LetterOfCreditDto>;
      sent.push({ version: String(headers['If-Match']), body });
      if (theirs && sent.length === 1) stored = { ...stored, ...theirs, rowVersion: 2 };
      if (headers['If-Match'] !== `"${stored.rowVersion}"`) {
        const changes = [{ version: 2, name: 'letter_of_credit.updated', actorId: 'tanvir', occurredAt: '', data: {} }];
        return problem(412, { code: 'request.stale_version', currentVersion: stored.rowVersion, changes });
      }
      stored = { ...stored, ...body, rowVersion: stored.rowVersion + 1 };
      return { body: stored };
    },
  });
  return { sent, stored: () => stored };
}

const inDays = (days: number) => daysAfter(today(), days);

const open = () =>
  renderAt(CreditPage, { at: '/money/letters-of-credit/lc-1', path: '/money/letters-of-credit/$creditId' });

async function amend(to: string) {
  await open();
  await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
  const drawer = within(await screen.findByRole('dialog', { name: 'Edit LC EXLC-2026-0417' }));
  await userEvent.clear(drawer.getByLabelText(/^Expiry/));
  await userEvent.type(drawer.getByLabelText(/^Expiry/), to);
  await userEvent.click(drawer.getByRole('button', { name: 'Save LC' }));
}

describe('the page of an LC', () => {
  beforeEach(() => {
    const actor = { id: 'me', email: '', fullName: 'Rina Akter', role: 'merchandiser' as const };
    useSession.setState({ status: 'signedIn', actor });
    useHouse.setState({ timeZone: 'Asia/Dhaka' });
  });

  it('says how many days of the house are left to ship and to present', async () => {
    const days = { latestShipmentDate: inDays(5), expiryDate: inDays(20) };
    creditThatBecomes(aCredit({ ...days, status: 'issued', nextStatuses: ['confirmed', 'expired'] }));
    await open();
    expect(await screen.findByText('5 days left')).toBeVisible();
    expect(screen.getByText('20 days left')).toBeVisible();
    expect(screen.getByText(/A manager reads and confirms its terms next/)).toBeVisible();
  });

  it('leaves the terms of a confirmed one to those who may confirm; that it is drawn to the end, anybody says', async () => {
    creditThatBecomes(aCredit({ status: 'confirmed', nextStatuses: ['expired'] }));
    await open();
    await userEvent.click(await screen.findByRole('button', { name: 'More about EXLC-2026-0417' }));
    const steps = within(await screen.findByRole('menu')).getAllByRole('menuitem');
    expect(steps.map((step) => step.textContent)).toEqual(['Mark as expired…', 'Close']);
    expect(screen.queryByRole('button', { name: 'Edit' })).not.toBeInTheDocument();
    expect(screen.queryByLabelText(/Drop/)).not.toBeInTheDocument();
  });

  it('goes on top of a colleague’s change where the fields differ', async () => {
    const { sent, stored } = creditThatBecomes(aCredit(), { issuingBank: 'HSBC, Paris' });
    await amend('2027-02-10');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent).toEqual([
      { version: '"1"', body: { expiryDate: '2027-02-10' } },
      { version: '"2"', body: { expiryDate: '2027-02-10' } },
    ]);
    expect(stored()).toMatchObject({ issuingBank: 'HSBC, Paris', expiryDate: '2027-02-10' });
  });

  it('asks which shall stand where both changed the same', async () => {
    const { sent } = creditThatBecomes(aCredit(), { expiryDate: '2027-01-31' });
    await amend('2027-02-10');
    const clash = within(await screen.findByRole('alert'));
    expect(await clash.findByText(/Tanvir Ahmed changed this while you were at it/)).toBeVisible();
    await userEvent.click(clash.getByRole('radio', { name: /Theirs 31 Jan 2027/ }));
    await userEvent.click(clash.getByRole('button', { name: 'Save with these' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent).toHaveLength(1);
    expect(screen.getByText('31 Jan 2027')).toBeVisible();
  });
});
