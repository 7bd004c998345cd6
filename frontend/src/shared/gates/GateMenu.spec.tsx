import { useQuery } from '@tanstack/react-query';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { GateDto } from '@/shared/api/generated';
import { aGate, aLine, problem } from '../../../test/orders';
import { onNotice } from '../lib/notify';
import { renderAt } from '../../../test/render';
import { answerWith } from '../../../test/server';
import { GateDialogs } from './GateDialogs';
import { GateMenu } from './GateMenu';
import type { GateQuestion } from './questions';

const sentTo = (method: string, path: string, answer: object) => {
  const sent: unknown[] = [];
  answerWith({
    [`${method} /api/v1/order-lines/line-1/${path}`]: ({ data }: { data?: unknown }) => {
      sent.push(JSON.parse(String(data)));
      return { body: answer };
    },
    'GET /api/v1/order-lines/line-1/gates/labDip/': () => ({
      body: { ...aGate(), history: [], handOvers: [], conditionMetOn: null, conditionMetBy: null },
    }),
  });
  return sent;
};

function cellOf(gate: GateDto) {
  return function Cell() {
    const [question, setQuestion] = useState<GateQuestion | null>(null);
    const of = { orderId: 'order-1', lineId: 'line-1', lineLabel: 'MT-2291 · White', gate };
    return (
      <>
        <GateMenu of={of} onAsk={setQuestion} />
        {question && <GateDialogs question={question} onClose={() => setQuestion(null)} />}
      </>
    );
  };
}

const cell = () => screen.findByRole('button', { name: /Record a decision/ });

describe('a gate', () => {
  it('is approved in two actions: its cell, then Approve', async () => {
    const sent = sentTo('POST', 'approvals/', aLine());
    await renderAt(cellOf(aGate({ status: 'submission', holder: 'buyer' })));
    await userEvent.click(await cell());
    await userEvent.click(within(await screen.findByRole('menu')).getByRole('menuitem', { name: 'Approve' }));
    await waitFor(() => expect(sent).toEqual([{ status: 'approved', approvalType: 'labDip' }]));
  });

  it('has tasks asked for again, once the worker had time to close those that waited for it', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    sentTo('POST', 'approvals/', aLine());
    let asked = 0;
    const Tasks = () => {
      useQuery({ queryKey: ['tasks', 'order', 'order-1'], queryFn: () => (asked += 1) });
      return null;
    };
    const Gate = cellOf(aGate({ status: 'submission', holder: 'buyer' }));
    await renderAt(() => (
      <>
        <Gate />
        <Tasks />
      </>
    ));
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    await user.click(await cell());
    await user.click(await screen.findByRole('menuitem', { name: 'Approve' }));
    await waitFor(() => expect(screen.queryByRole('menu')).not.toBeInTheDocument());
    expect(asked).toBe(1);
    await act(() => jest.advanceTimersByTimeAsync(6_000));
    expect(asked).toBeGreaterThan(1);
    jest.useRealTimers();
  });

  it('leads to the samples that decide it, where a sample does', async () => {
    sentTo('POST', 'approvals/', aLine());
    const { unmount } = await renderAt(cellOf(aGate()));
    await userEvent.click(await cell());
    const link = await screen.findByRole('menuitem', { name: 'Its samples' });
    expect(link).toHaveAttribute('href', '/orders/order-1?tab=samples');
    unmount();
    await renderAt(cellOf(aGate({ key: 'price', name: 'Price' })));
    await userEvent.click(await cell());
    await screen.findByRole('menu');
    expect(screen.queryByRole('menuitem', { name: 'Its samples' })).not.toBeInTheDocument();
  });

  it('is approved by A in its menu', async () => {
    const sent = sentTo('POST', 'approvals/', aLine());
    await renderAt(cellOf(aGate({ status: 'submission' })));
    await userEvent.click(await cell());
    await screen.findByRole('menu');
    await userEvent.keyboard('a');
    await waitFor(() => expect(sent).toEqual([{ status: 'approved', approvalType: 'labDip' }]));
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
  });

  it('is approved on a condition, for a day that has passed', async () => {
    const sent = sentTo('POST', 'approvals/', aLine());
    await renderAt(cellOf(aGate({ status: 'submission' })));
    await userEvent.click(await cell());
    await userEvent.click(await screen.findByRole('menuitem', { name: /with day, note or condition/ }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Lab dip of MT-2291 · White' }));
    const day = dialog.getByLabelText('When it happened');
    await userEvent.clear(day);
    await userEvent.type(day, '2026-01-05');
    await userEvent.type(dialog.getByLabelText('On condition that'), 'Bulk a shade bluer');
    expect(dialog.getByText(/Recorded today, for 05 Jan 2026/)).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: 'Record' }));
    await waitFor(() =>
      expect(sent).toEqual([
        {
          status: 'approved',
          approvalType: 'labDip',
          notes: null,
          occurredOn: '2026-01-05',
          condition: 'Bulk a shade bluer',
        },
      ]),
    );
  });

  it('is sent once more only by saying so, while its round has no answer', async () => {
    const sent = sentTo('POST', 'approvals/', aLine());
    const gate = aGate({ status: 'resubmission', holder: 'buyer', round: 2 });
    await renderAt(
      cellOf({ ...gate, nextStatuses: ['submission', 'resubmission', 'approved', 'rejected', 'cleared'] }),
    );
    await userEvent.click(await cell());
    await screen.findByRole('menu');
    expect(screen.queryByRole('menuitem', { name: /ubmitted today/ })).not.toBeInTheDocument();
    await userEvent.keyboard('t');
    expect(sent).toEqual([]);
    const dialog = within(await screen.findByRole('dialog', { name: 'Lab dip of MT-2291 · White' }));
    expect(dialog.getByRole('option', { name: 'Sent once more: the same round', selected: true })).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: 'Record' }));
    await waitFor(() => expect(sent).toMatchObject([{ status: 'submission', again: true }]));
  });

  it('says what the server knows of a round that is out, and records it all the same when it is meant', async () => {
    const sent: { again?: boolean }[] = [];
    const detail = 'Round 1 of Lab dip of MT-2291 · White went on 2026-11-20 and has no answer yet.';
    answerWith({
      'POST /api/v1/order-lines/line-1/approvals/': ({ data }: { data?: unknown }) => {
        const body = JSON.parse(String(data)) as { again?: boolean };
        sent.push(body);
        return body.again ? { body: aLine() } : problem(409, { code: 'gate.round_waits', detail });
      },
      'GET /api/v1/order-lines/line-1/gates/labDip/': () => ({
        body: { ...aGate(), history: [], handOvers: [], conditionMetOn: null, conditionMetBy: null },
      }),
    });
    await renderAt(cellOf(aGate()));
    await userEvent.click(await cell());
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Submitted on another day…' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Record' }));
    expect(await screen.findByText(detail)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Record all the same' }));
    await waitFor(() => expect(sent.map(({ again }) => again)).toEqual([undefined, true]));
  });

  it('is decided on a day that is there, and on none to come unseen; and says so', async () => {
    const told: string[] = [];
    const stop = onNotice(({ message }) => told.push(message));
    told.length = 0; // what waited from before
    const sent = sentTo('POST', 'approvals/', aLine());
    await renderAt(cellOf(aGate({ status: 'submission' })));
    await userEvent.click(await cell());
    await userEvent.click(await screen.findByRole('menuitem', { name: /with day, note or condition/ }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Lab dip of MT-2291 · White' }));
    const day = dialog.getByLabelText('When it happened');
    await userEvent.clear(day);
    await userEvent.click(dialog.getByRole('button', { name: 'Record' }));
    expect(await dialog.findByText('On which day did it happen?')).toBeVisible();
    expect(sent).toEqual([]);
    await userEvent.type(day, '2199-01-05');
    await userEvent.click(dialog.getByRole('button', { name: 'Record' }));
    await waitFor(() => expect(sent).toMatchObject([{ occurredOn: '2199-01-05' }]));
    await waitFor(() => expect(told).toEqual(['Lab dip of MT-2291 · White is approved.']));
    stop();
  });

  it('is handed over, and its condition is ticked', async () => {
    const gate = aGate({ status: 'rejected', holder: 'mill', nextStatuses: ['resubmission', 'approved', 'cleared'] });
    const sent = sentTo('POST', 'gates/labDip/holding/', { ...gate, history: [], handOvers: [] });
    await renderAt(cellOf(gate));
    await userEvent.click(await cell());
    expect(screen.queryByRole('menuitem', { name: /Reject/ })).not.toBeInTheDocument();
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Hand over…' }));
    await userEvent.selectOptions(await screen.findByLabelText(/Whose turn is it/), 'us');
    await userEvent.click(screen.getByRole('button', { name: 'Hand over' }));
    await waitFor(() => expect(sent).toMatchObject([{ holder: 'us', notes: null }]));
  });
});
