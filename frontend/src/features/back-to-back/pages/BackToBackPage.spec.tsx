import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { BackToBackDto, MasterDto } from '@/shared/api/generated';
import { useHouse } from '@/shared/lib/house';
import { useSession } from '@/shared/session';
import { pageOf } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import BackToBackPage from './BackToBackPage';

const opened: BackToBackDto = {
  ...{ id: 'bb-1', letterOfCreditId: 'lc-1', masterNumber: 'DC-7701', orderId: 'order-1', orderNumber: 'PO-1182' },
  ...{ creditNumber: 'BB-00001', millName: 'Meghna Knit', amount: '30000.00', currency: 'USD', state: 'opened' },
  ...{ usanceDays: 120, usanceFrom: 'acceptance', openedOn: '2026-11-01', expiryDate: null, shippedOn: null },
  ...{ expectedOn: '2026-12-01', acceptedOn: null, maturesOn: null, paidOn: null, dueOn: '2027-03-31' },
  ...{ dueExpected: true, udNumber: null, exceptionReason: null, notes: null, createdBy: null },
  ...{ createdAt: '2026-11-01T08:00:00.000Z', rowVersion: 1 },
};
const rule = {
  validFrom: '2026-07-01',
  limitPercent: '75',
  maxUsanceDays: 180,
  source: 'Our bank',
  id: 'r',
  rowVersion: 1,
};
const figures = {
  ...{ currency: 'USD', amount: '100000.00', freight: '0.00', insurance: '0.00', commission: '0.00' },
  ...{ netFob: '100000.00', rule, limit: '75000.00', used: '30000.00', headroom: '45000.00' },
  masterPaysOn: '2027-03-01',
};
const master: MasterDto = {
  ...figures,
  ...{ letterOfCreditId: 'lc-1', lcNumber: 'DC-7701', expiryDate: '2027-02-22', backToBacks: [opened] },
};

describe('back-to-back LCs', () => {
  beforeEach(() => {
    useHouse.setState({ timeZone: 'Asia/Dhaka' });
    const actor = { id: 'rina', email: '', fullName: 'Rina Akter', role: 'merchandiser' } as const;
    useSession.setState({ status: 'signedIn', actor });
  });

  it('show what the master leaves, and say before saving what one more would come to', async () => {
    const asked: unknown[] = [];
    let sent: unknown;
    answerWith({
      'GET /api/v1/auth/capabilities/': () => ({ body: { capabilities: { 'back_to_back.write': 'own' } } }),
      'GET /api/v1/financials/back-to-back/': () => ({ body: pageOf(opened) }),
      'GET /api/v1/financials/letters-of-credit/lc-1/back-to-back/': () => ({ body: master }),
      'POST /api/v1/financials/letters-of-credit/lc-1/back-to-back/preview/': ({ data }) => {
        asked.push(JSON.parse(String(data)));
        const breaches = ['It is USD 5,000.00 above what the master leaves.'];
        const would = { ...figures, used: '80000.00', headroom: '-5000.00' };
        return { body: { ...would, dueOn: null, dueExpected: false, breaches, remarks: [] } };
      },
      'POST /api/v1/financials/letters-of-credit/lc-1/back-to-back/': ({ data }) => {
        sent = JSON.parse(String(data));
        const sentence = 'It is USD 5,000.00 above what the master leaves. Say why it stands all the same.';
        return {
          status: 422,
          body: { code: 'back_to_back.against_the_rule', detail: sentence, errors: { exceptionReason: [sentence] } },
        };
      },
    });
    await renderAt(BackToBackPage, { at: '/money/back-to-back' });
    await userEvent.click(await screen.findByRole('button', { name: 'DC-7701' }));
    const drawer = within(await screen.findByRole('dialog', { name: 'Back-to-back LCs on DC-7701' }));
    expect(drawer.getByText('45,000.00')).toBeVisible();
    expect(drawer.getByText(/^75 % of net FOB, at most 180 days: Our bank/)).toBeVisible();
    await userEvent.click(drawer.getByRole('button', { name: 'New back-to-back LC' }));
    const form = within(await screen.findByRole('dialog', { name: 'New back-to-back LC' }));
    await userEvent.type(form.getByLabelText(/^Mill/), 'Padma Knit');
    await userEvent.type(form.getByLabelText(/^Amount/), '50,000');
    expect(await form.findByText('It is USD 5,000.00 above what the master leaves.')).toBeVisible();
    expect(asked.at(-1)).toMatchObject({ amount: '50000', usanceDays: 120, usanceFrom: 'acceptance' });
    await userEvent.click(form.getByRole('button', { name: 'Record back-to-back LC' }));
    expect(await form.findByText(/Say why it stands all the same/)).toBeVisible();
    expect(form.getByLabelText('Why it stands above the limit')).toBeInvalid();
    expect(sent).toEqual({ millName: 'Padma Knit', amount: '50000', usanceDays: 120, usanceFrom: 'acceptance' });
  });
});
