import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CreditTermsDto } from '@/shared/api/generated';
import { useSession } from '@/shared/session';
import { aCredit, someTerms } from '../../../../test/money';
import { problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import { EditTermsDrawer } from './EditTermsDrawer';

const AT = '/api/v1/financials/letters-of-credit/lc-1';

describe('the terms of an LC by hand', () => {
  it('sends only what was changed, narratives item by item, and shows a refusal at its field', async () => {
    const actor = { id: 'me', email: '', fullName: 'Rina Akter', role: 'merchandiser' as const };
    useSession.setState({ status: 'signedIn', actor });
    const sent: [unknown, unknown][] = [];
    const credit = aCredit();
    answerWith({
      [`GET ${AT}/`]: () => ({ body: credit }),
      [`PATCH ${AT}/terms/`]: ({ data, headers }) => {
        sent.push([JSON.parse(String(data)), headers['If-Match']]);
        if (sent.length === 1) return problem(400, { errors: { 'tenor.from': ['Say from when the days count.'] } });
        return { body: {} };
      },
    });
    const terms: CreditTermsDto = {
      ...someTerms,
      portOfLoading: 'ANY PORT',
      tenor: null,
      documents: [{ text: 'PACKING LIST', kind: 'packing_list', originals: 1, copies: null, source: null }],
    };
    let closed = false;
    await renderAt(() => <EditTermsDrawer credit={credit} terms={terms} onClose={() => (closed = true)} />);
    const drawer = within(await screen.findByRole('dialog', { name: 'Terms of LC EXLC-2026-0417' }));
    await userEvent.clear(drawer.getByLabelText(/^Port of loading/));
    await userEvent.type(drawer.getByLabelText(/^Port of loading/), 'CHATTOGRAM');
    await userEvent.type(drawer.getByLabelText(/^Drafts at/), '90');
    await userEvent.type(drawer.getByLabelText(/^Documents wanted/), '\n\nINSPECTION CERTIFICATE');
    await userEvent.click(drawer.getByRole('button', { name: 'Save terms' }));
    expect(await drawer.findByText('Say from when the days count.')).toBeVisible();
    await userEvent.selectOptions(drawer.getByLabelText(/^Counted from/), 'shipment');
    await userEvent.click(drawer.getByRole('button', { name: 'Save terms' }));
    await waitFor(() => expect(closed).toBe(true));
    const [portOfLoading, documents] = ['CHATTOGRAM', ['PACKING LIST', 'INSPECTION CERTIFICATE']];
    expect(sent).toEqual([
      [{ portOfLoading, documents, tenor: { days: 90, from: null } }, '"1"'],
      [{ portOfLoading, documents, tenor: { days: 90, from: 'shipment' } }, '"1"'],
    ]);
  });
});
