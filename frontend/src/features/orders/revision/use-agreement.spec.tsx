import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aLine, anOrder, problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { type Answer, answerWith } from '../../../../test/server';
import { DeleteLineDialog } from '../components/DeleteLineDialogs';
import { LineStatusMenu } from '../components/LineStatusMenu';
import { OrderStatusMenu } from '../components/OrderStatusMenu';

const line = aLine({ status: 'running', nextStatuses: ['bulk', 'in_development'] });

/** Refuses what comes without a revision. @returns what was sent */
function asksForRevision(routes: Record<string, () => Answer>) {
  const sent: unknown[] = [];
  const refusal = problem(422, {
    code: 'order.revision_needed',
    because: 'The line is running.',
    before: { status: 'running' },
    after: { status: 'in_development' },
    affects: [],
  });
  answerWith(
    Object.fromEntries(
      Object.entries(routes).map(([route, answer]) => [
        route,
        ({ data }: { data?: unknown }) => {
          const body = data ? (JSON.parse(String(data)) as { revision?: unknown }) : {};
          sent.push(body);
          return body.revision ? answer() : refusal;
        },
      ]),
    ),
  );
  return sent;
}

async function agree(what: string) {
  const question = within(await screen.findByRole('dialog', { name: `What this changes on ${what}` }));
  expect(question.getByText(/The line is running/)).toBeVisible();
  await userEvent.click(question.getByRole('button', { name: 'Save revision' }));
  expect(question.getByText('Who agreed to it?')).toBeVisible();
  await userEvent.type(question.getByRole('textbox', { name: /Reason/ }), 'Another shade.');
  await userEvent.type(question.getByRole('textbox', { name: /Agreed by/ }), 'Anna Berg');
  await userEvent.click(question.getByRole('button', { name: 'Save revision' }));
}

const given = expect.objectContaining({ reason: 'Another shade.', agreedBy: 'Anna Berg' }) as unknown;

describe('what gets round what was agreed', () => {
  it('asks a line that steps back for the reason, and who agreed to it', async () => {
    const stepped = { ...line, status: 'in_development' as const };
    const sent = asksForRevision({ 'POST /api/v1/order-lines/line-1/status/': () => ({ body: stepped }) });
    await renderAt(() => <LineStatusMenu line={line} />);
    await userEvent.click(await screen.findByRole('button', { name: /^Status of/ }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'In development' }));
    await agree('MT-2291 · White');
    await waitFor(() =>
      expect(sent).toEqual([{ status: 'in_development' }, { status: 'in_development', revision: given }]),
    );
  });

  it('asks an order without lines the same', async () => {
    const order = anOrder({ styles: [], status: 'running', nextStatuses: ['in_development'] });
    const sent = asksForRevision({ 'POST /api/v1/orders/order-1/status/': () => ({ body: order }) });
    await renderAt(() => <OrderStatusMenu order={order} />);
    await userEvent.click(await screen.findByRole('button', { name: /^Status of PO-1182: Running/ }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'In development' }));
    await agree('PO-1182');
    await waitFor(() => expect(sent).toHaveLength(2));
  });

  it('asks before an agreed line goes, and sends the removal with it', async () => {
    const onClose = jest.fn();
    const sent = asksForRevision({
      'DELETE /api/v1/order-lines/line-1/': () => ({ status: 204 }),
      'POST /api/v1/order-lines/line-1/removal/': () => ({ status: 204 }),
    });
    await renderAt(() => <DeleteLineDialog line={line} onClose={onClose} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Delete line' }));
    await agree('MT-2291 · White');
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(sent).toEqual([{}, { revision: given }]);
  });
});
