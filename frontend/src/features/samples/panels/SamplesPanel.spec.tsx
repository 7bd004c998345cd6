import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SampleDto } from '@/shared/api/generated';
import { aLine, anOrder, aStyle, pageOf, problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { aSample, everythingAllowed } from '../../../../test/samples';
import { type Answer, answerWith } from '../../../../test/server';
import SamplesPanel from './SamplesPanel';

const black = aLine({ id: 'line-2', label: 'MT-2291 · Black', colorName: 'Black' });
const order = anOrder({ styles: [aStyle({ lines: [aLine(), black] })] });
const ofBlack = { orderLineId: 'line-2', lineLabel: 'MT-2291 · Black' };

const atBuyer: Partial<SampleDto> = {
  ...ofBlack,
  status: 'submitted',
  nextStatuses: ['approved', 'rejected'],
  submissionDate: '2026-11-02',
};
const refused: Partial<SampleDto> = {
  ...atBuyer,
  status: 'rejected',
  nextStatuses: [],
  rejectionReason: 'Too red.',
  decidedOn: '2026-11-06',
};

/** The samples of the order as the server has them; what an answer brings is kept. */
function panelWith(samples: SampleDto[], routes: Record<string, (sent: unknown, attempt: number) => Answer> = {}) {
  let kept = samples;
  const sent: { route: string; body: unknown; key?: unknown }[] = [];
  const recording = Object.entries(routes).map(([route, answer]) => [
    route,
    ({ data, headers }: { data?: unknown; headers: Record<string, unknown> }) => {
      const body: unknown = data === undefined ? null : JSON.parse(String(data));
      sent.push({ route, body, key: headers['Idempotency-Key'] });
      const answered = answer(body, sent.filter((each) => each.route === route).length);
      if ((answered.status ?? 200) < 400) {
        const row = answered.body as SampleDto;
        kept = [...kept.filter(({ id }) => id !== row.id), row];
      }
      return answered;
    },
  ]);
  answerWith({
    ...everythingAllowed,
    'GET /api/v1/samples/': () => ({ body: pageOf(...kept) }),
    ...(Object.fromEntries(recording) as object),
  });
  return sent;
}

const Panel = () => <SamplesPanel orderId="order-1" order={order} />;

describe('the samples of an order', () => {
  it('stand with their line, the latest round first with its next step, what was refused with its reason', async () => {
    panelWith([
      aSample({ ...refused, id: 'first' }),
      aSample({ ...atBuyer, id: 'second', version: 2 }),
      aSample({ id: 'whole', orderLineId: null, lineLabel: null, type: 'presentation' }),
    ]);
    await renderAt(Panel);
    const track = within(await screen.findByRole('group', { name: 'Lab dip of MT-2291 · Black' }));
    const rounds = track.getAllByRole('link').map((link) => link.textContent);
    expect(rounds).toEqual(['Round 2', 'Round 1']);
    expect(track.getByText('“Too red.”')).toBeVisible();
    expect(await track.findByRole('button', { name: 'Approve lab dip, round 2 of MT-2291 · Black' })).toBeVisible();
    expect(track.queryByRole('button', { name: /^Send again/ })).not.toBeInTheDocument();
    expect(
      within(screen.getByRole('region', { name: 'Samples of MT-2291 · White' })).getByText('nothing made yet'),
    ).toBeVisible();
    expect(screen.getByRole('group', { name: 'Presentation of The order as a whole' })).toBeVisible();
  });

  it('are made for the line where they are asked for', async () => {
    const sent = panelWith([], {
      'POST /api/v1/samples/': () => ({ status: 201, body: aSample({ ...ofBlack, id: 'new' }) }),
    });
    await renderAt(Panel);
    await userEvent.click(await screen.findByRole('button', { name: 'New sample for MT-2291 · Black' }));
    const form = within(await screen.findByRole('dialog', { name: 'New sample' }));
    expect(form.getByLabelText('Line')).toHaveDisplayValue('MT-2291 · Black');
    await userEvent.click(form.getByRole('button', { name: 'Add sample' }));
    expect(await screen.findByRole('button', { name: 'Send lab dip, round 1 of MT-2291 · Black' })).toBeVisible();
    expect(sent[0]?.body).toEqual({ orderId: 'order-1', orderLineId: 'line-2', type: 'lab_dip', recipient: 'ANABIA' });
  });

  it('are begun anew while a round waits only when that is meant', async () => {
    const detail = 'Round 1 is not decided yet. Carry on with that one, or add another round beside it all the same.';
    const sent = panelWith([], {
      'POST /api/v1/samples/': (_body, attempt) =>
        attempt === 1
          ? problem(409, { code: 'sample.round_waits', detail })
          : { status: 201, body: aSample({ ...ofBlack, id: 'new', version: 2 }) },
    });
    await renderAt(Panel);
    await userEvent.click(await screen.findByRole('button', { name: 'New sample for MT-2291 · Black' }));
    const form = within(await screen.findByRole('dialog', { name: 'New sample' }));
    await userEvent.click(form.getByRole('button', { name: 'Add sample' }));
    expect(await form.findByRole('alert')).toHaveTextContent(detail);
    await userEvent.click(form.getByRole('button', { name: 'Add another round' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(sent.map(({ body }) => body)).toMatchObject([{ type: 'lab_dip' }, { type: 'lab_dip', again: true }]);
  });

  it('are rejected only with a reason, and the server’s word on the day stands at the day', async () => {
    const sent = panelWith([aSample({ ...atBuyer })], {
      'POST /api/v1/samples/sample-1/rejection/': (_body, attempt) =>
        attempt === 1
          ? problem(422, {
              errors: { decidedOn: ['This sample was sent on 2026-11-02; the decision cannot be earlier.'] },
            })
          : { body: aSample({ ...refused }) },
    });
    await renderAt(Panel);
    await userEvent.click(await screen.findByRole('button', { name: /^Reject lab dip/ }));
    const form = within(await screen.findByRole('dialog', { name: 'Reject lab dip, round 1 of MT-2291 · Black' }));
    await userEvent.click(form.getByRole('button', { name: 'Reject' }));
    expect(await form.findByText('Say why: the mill works by it.')).toBeVisible();
    expect(sent).toEqual([]);

    await userEvent.type(form.getByLabelText(/^Reason/), 'Too red.');
    await userEvent.clear(form.getByLabelText(/^Decided on/));
    await userEvent.type(form.getByLabelText(/^Decided on/), '2026-11-01');
    await userEvent.click(form.getByRole('button', { name: 'Reject' }));
    expect(await form.findByText(/the decision cannot be earlier/)).toBeVisible();
    await userEvent.click(form.getByRole('button', { name: 'Reject' }));
    expect(await screen.findByRole('button', { name: /^Send again lab dip/ })).toBeVisible();
    expect(sent.at(-1)?.body).toEqual({ reason: 'Too red.', decidedOn: '2026-11-01' });
  });

  it('go again as one new round, however often it is tried', async () => {
    const next = aSample({ ...ofBlack, id: 'second', version: 2 });
    const sent = panelWith([aSample({ ...refused, courierName: 'DHL Express' })], {
      'POST /api/v1/samples/sample-1/next-round/': () => ({ status: 201, body: next }),
      'POST /api/v1/samples/second/submission/': (_body, attempt) =>
        attempt === 1
          ? problem(400, { errors: { submissionDate: ['This day is still to come.'] } })
          : {
              body: {
                ...next,
                status: 'submitted',
                nextStatuses: ['approved', 'rejected'],
                submissionDate: '2026-11-10',
              },
            },
    });
    await renderAt(Panel);
    await userEvent.click(await screen.findByRole('button', { name: /^Send again lab dip/ }));
    const form = within(await screen.findByRole('dialog', { name: /^Send again: lab dip, round 1/ }));
    expect(form.getByLabelText('Courier')).toHaveValue('DHL Express');
    await userEvent.type(form.getByLabelText('AWB number'), '4471829305');
    await userEvent.click(form.getByRole('button', { name: 'Send again' }));
    expect(await form.findByText('This day is still to come.')).toBeVisible();
    await userEvent.clear(form.getByLabelText(/^Sent on/));
    await userEvent.type(form.getByLabelText(/^Sent on/), '2026-11-10');
    await userEvent.click(form.getByRole('button', { name: 'Send again' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(await screen.findByRole('button', { name: /^Approve lab dip, round 2/ })).toBeVisible();

    const creations = sent.filter(({ route }) => route.endsWith('/next-round/'));
    expect(creations.map(({ body }) => body)).toEqual(creations.map(() => ({ withOptions: true })));
    expect(new Set(creations.map(({ key }) => key)).size).toBe(1);
    expect(sent.at(-1)?.body).toEqual({
      submissionDate: '2026-11-10',
      recipient: null,
      courierName: 'DHL Express',
      awbNumber: '4471829305',
    });
  });
});
