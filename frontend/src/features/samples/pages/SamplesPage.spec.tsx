import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aLine, anOrder, anOrderRow, aStyle, pageOf, problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { aSample, everythingAllowed } from '../../../../test/samples';
import { type Answer, answerWith } from '../../../../test/server';
import SamplesPage from './SamplesPage';

/** Answers the list, and keeps what was asked for. */
function listWith(answer: (query: URLSearchParams) => Answer, routes: Parameters<typeof answerWith>[0] = {}) {
  const asked: string[] = [];
  answerWith({
    ...everythingAllowed,
    'GET /api/v1/samples/': ({ url }) => {
      const query = new URLSearchParams(url?.split('?')[1]);
      asked.push(query.toString());
      return answer(query);
    },
    ...routes,
  });
  return asked;
}

describe('the list of samples', () => {
  it('asks for what the URL says, as home links to it, and says it in its chips', async () => {
    const asked = listWith(() => ({ body: pageOf(aSample()) }), {
      'GET /api/v1/orders/order-1/': () => ({ body: anOrder() }),
    });
    await renderAt(SamplesPage, { at: '/samples?status=pending&type=lab_dip&orderId=order-1&status=lost' });
    expect(await screen.findByRole('link', { name: 'Lab dip, round 1' })).toHaveAttribute('href', '/samples/sample-1');
    expect(asked).toEqual(['status=pending&type=lab_dip&orderId=order-1&pageSize=25']);
    expect(screen.getByRole('button', { name: 'Status: Pending' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Order: PO-1182' })).toBeVisible();
  });

  it('offers only what the server lets a sample do', async () => {
    listWith(() => ({
      body: pageOf(
        aSample(),
        aSample({ id: 'sample-2', type: 'pp_sample', status: 'submitted', nextStatuses: ['approved', 'rejected'] }),
        aSample({ id: 'sample-3', type: 'strike_off', status: 'approved', nextStatuses: [] }),
      ),
    }));
    await renderAt(SamplesPage, { at: '/samples' });
    await screen.findByRole('button', { name: /^Send/ });
    const steps = screen.getAllByRole('row').map((row) =>
      within(row)
        .queryAllByRole('button', { name: /round 1 of/ })
        .map((button) => button.textContent),
    );
    expect(steps).toEqual([
      [],
      ['Send lab dip, round 1 of MT-2291 · White'],
      ['Reject PP sample, round 1 of MT-2291 · White', 'Approve PP sample, round 1 of MT-2291 · White'],
      [],
    ]);
  });

  it('tells filters that let nothing through from a house without samples', async () => {
    listWith(() => ({ body: pageOf() }));
    const { address } = await renderAt(SamplesPage, { at: '/samples?status=rejected' });
    await userEvent.click(await screen.findByRole('button', { name: 'Drop the filters' }));
    await waitFor(() => expect(address()).toBe('/samples'));
    expect(await screen.findByText('No samples yet')).toBeVisible();
  });

  it('says what failed and loads again on request', async () => {
    let failing = true;
    listWith(() => (failing ? problem(400, { detail: 'There is no such page.' }) : { body: pageOf(aSample()) }));
    await renderAt(SamplesPage, { at: '/samples' });
    expect(await screen.findByRole('alert')).toHaveTextContent('There is no such page.');
    failing = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'Lab dip, round 1' })).toBeVisible();
  });

  it('adds one for a line of the order that is chosen, once, and opens it', async () => {
    const sent: { body: unknown; key: unknown }[] = [];
    const black = aLine({ id: 'line-2', label: 'MT-2291 · Black', colorName: 'Black' });
    const order = anOrder({ styles: [aStyle({ lines: [aLine(), black] })] });
    listWith(() => ({ body: pageOf(aSample()) }), {
      'GET /api/v1/orders/': () => ({ body: pageOf(anOrderRow()) }),
      'GET /api/v1/orders/order-1/': () => ({ body: order }),
      'POST /api/v1/samples/': ({ data, headers }) => {
        sent.push({ body: JSON.parse(String(data)), key: headers['Idempotency-Key'] });
        if (sent.length === 1) return problem(400, { errors: { awbNumber: ['At most 100 characters.'] } });
        return { status: 201, body: aSample({ id: 'sample-9', lineLabel: 'MT-2291 · Black' }) };
      },
    });
    const { address } = await renderAt(SamplesPage, { at: '/samples' });
    await userEvent.click(await screen.findByRole('button', { name: 'New sample' }));
    const form = within(await screen.findByRole('dialog', { name: 'New sample' }));
    await userEvent.click(form.getByRole('button', { name: 'Add sample' }));
    expect(await form.findByText('Choose the order it is for.')).toBeVisible();
    expect(sent).toEqual([]);

    await userEvent.click(form.getByRole('combobox', { name: /^Order/ }));
    await userEvent.click(await screen.findByRole('option', { name: /PO-1182/ }));
    await waitFor(() => expect(form.getByLabelText('Line')).toBeEnabled());
    await userEvent.selectOptions(form.getByLabelText('Line'), 'MT-2291 · Black');
    await userEvent.type(form.getByLabelText('AWB number'), '4471829305');
    await userEvent.click(form.getByRole('button', { name: 'Add sample' }));
    expect(await form.findByText('At most 100 characters.')).toBeVisible();
    await userEvent.click(form.getByRole('button', { name: 'Add sample' }));
    await waitFor(() => expect(address()).toBe('/samples/sample-9'));
    expect(sent[1]?.key).toBe(sent[0]?.key);
    expect(sent[1]?.body).toEqual({
      orderId: 'order-1',
      orderLineId: 'line-2',
      type: 'lab_dip',
      awbNumber: '4471829305',
    });
  });

  it('ticks what was not sent yet, and sends it as one parcel, once however often it is tried', async () => {
    const white = aSample({ customerName: 'ANABIA' });
    const navy = aSample({ id: 'sample-2', orderNumber: 'PO-1190', lineLabel: 'LP-2300 · Navy' });
    const sent: { body: unknown; key: unknown }[] = [];
    listWith(
      () => ({
        body: pageOf(
          white,
          navy,
          aSample({ id: 'sample-3', type: 'pp_sample', status: 'submitted', nextStatuses: [] }),
        ),
      }),
      {
        'POST /api/v1/parcels/': ({ data, headers }) => {
          sent.push({ body: JSON.parse(String(data)), key: headers['Idempotency-Key'] });
          if (sent.length === 1) return problem(400, { errors: { awbNumber: ['This AWB is too long.'] } });
          const went = { courierName: 'DHL Express', awbNumber: '4471829305', samples: [white, navy] };
          return { status: 201, body: { id: 'parcel-1', ...went } };
        },
      },
    );
    await renderAt(SamplesPage, { at: '/samples' });
    const boxes = await screen.findAllByRole('checkbox', { name: /in a parcel$/ });
    expect(boxes).toHaveLength(2);
    for (const box of boxes) await userEvent.click(box);
    const bar = within(screen.getByRole('region', { name: 'Ticked samples' }));
    expect(bar.getByText('of PO-1182, PO-1190')).toBeVisible();
    await userEvent.click(bar.getByRole('button', { name: 'Send as one parcel' }));
    const form = within(await screen.findByRole('dialog', { name: 'Send 2 samples as one parcel' }));
    expect(form.getByLabelText('Recipient')).toHaveValue('ANABIA');
    await userEvent.click(form.getByRole('button', { name: 'Send parcel' }));
    expect(await form.findByText('Say who carries it.')).toBeVisible();
    await userEvent.type(form.getByLabelText(/^Courier/), 'DHL Express');
    await userEvent.type(form.getByLabelText('AWB number'), '4471829305');
    await userEvent.click(form.getByRole('button', { name: 'Send parcel' }));
    expect(await form.findByText('This AWB is too long.')).toBeVisible();
    await userEvent.click(form.getByRole('button', { name: 'Send parcel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(screen.queryByRole('region', { name: 'Ticked samples' })).not.toBeInTheDocument();
    expect(sent[1]?.body).toMatchObject({
      courierName: 'DHL Express',
      awbNumber: '4471829305',
      recipient: 'ANABIA',
      sampleIds: ['sample-1', 'sample-2'],
    });
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  });
});
