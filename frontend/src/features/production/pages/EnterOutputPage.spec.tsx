import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AxiosError } from 'axios';
import type { ProductionEntryDto } from '@/shared/api/generated';
import { useSession } from '@/shared/session';
import { pageOf, problem } from '../../../../test/orders';
import { aLineOutput, anEntry } from '../../../../test/production';
import { renderAt } from '../../../../test/render';
import { type Answer, answerWith } from '../../../../test/server';
import { useOutputQueue } from '../output-queue';
import EnterOutputPage from './EnterOutputPage';

interface Sent {
  orderLineId: string;
  quantity: string;
  deviceKey: string;
  another?: boolean;
  shift?: string;
}

const lines = [aLineOutput(), aLineOutput({ orderLineId: 'line-2', lineLabel: 'MT-2291 · Black', stages: [] })];
const sheet = '/production/entry?date=2026-11-10';

describe('the sheet on which output is entered', () => {
  let entries: ProductionEntryDto[];
  let sent: Sent[];
  let asked: string[];

  function answers(take: (number: Sent) => Answer) {
    answerWith({
      'GET /api/v1/production-cockpit/': ({ url }) => {
        asked.push(new URLSearchParams(url?.split('?')[1]).toString());
        return { body: pageOf(...lines) };
      },
      'GET /api/v1/production-entries/': () => ({ body: pageOf(...entries) }),
      'POST /api/v1/production-entries/': ({ data }) => {
        const [number] = (JSON.parse(String(data)) as { entries: Sent[] }).entries as [Sent];
        sent.push(number);
        return take(number);
      },
      'POST /api/v1/production-entries/entry-1/correction/': ({ data }) => {
        entries = [anEntry({ id: 'entry-2', ...(JSON.parse(String(data)) as object) })];
        return { body: entries[0] };
      },
    });
  }
  const taken = ({ orderLineId, quantity }: Sent): Answer => {
    const entry = anEntry({ id: `entry-of-${orderLineId}`, orderLineId, quantity });
    entries = [...entries, entry];
    return { status: 201, body: [entry] };
  };
  const unreachable = (): Answer => {
    throw new AxiosError('Network Error', AxiosError.ERR_NETWORK);
  };
  const white = () => screen.findByLabelText('Knitting of PO-1182 MT-2291 · White');

  beforeEach(() => {
    [entries, sent, asked] = [[], [], []];
    localStorage.clear();
    useOutputQueue.setState({ numbers: [], sending: null });
    useSession.setState({ actor: { id: 'rina', email: '', fullName: 'Rina Akter', role: 'merchandiser' } });
  });

  it('takes a number for each line, Enter by Enter, each with a key of its own', async () => {
    answers(taken);
    await renderAt(EnterOutputPage, { at: sheet });
    const first = await white();
    expect(asked).toEqual(['state=late&state=at_pace&ordering=createdAt&pageSize=25']);
    expect(screen.getByText(/^Last/)).toHaveTextContent('Last 190 kg, 09 Nov 2026');
    await userEvent.type(first, '205{Enter}');
    expect(screen.getByLabelText('Knitting of PO-1182 MT-2291 · Black')).toHaveFocus();
    await userEvent.keyboard('88{Enter}');
    await waitFor(() => expect(screen.getAllByText('Sent')).toHaveLength(2));
    expect(sent).toMatchObject([
      { orderLineId: 'line-1', stage: 'knitting', entryDate: '2026-11-10', quantity: '205', unit: 'kg' },
      { orderLineId: 'line-2', quantity: '88' },
    ]);
    expect(new Set(sent.map(({ deviceKey }) => deviceKey)).size).toBe(2);
    expect(localStorage).toHaveLength(0);
  });

  it('keeps numbers on the device where nobody answers, over a reload too, and sends each with its first key', async () => {
    answers(unreachable);
    const { unmount } = await renderAt(EnterOutputPage, { at: sheet });
    await userEvent.type(await white(), '205{Enter}');
    expect(await screen.findByText('Waiting')).toBeVisible();
    expect(screen.getByText('1 number waits on this device')).toBeVisible();
    await waitFor(() => expect(sent).toHaveLength(1));
    unmount();
    useOutputQueue.setState({ numbers: [], sending: null });
    answers(taken);
    await renderAt(EnterOutputPage, { at: sheet });
    expect(await screen.findByText('Sent')).toBeVisible();
    expect(sent.map(({ quantity }) => quantity)).toEqual(['205', '205']);
    expect(new Set(sent.map(({ deviceKey }) => deviceKey)).size).toBe(1);
    expect(screen.queryByText(/waits on this device/)).not.toBeInTheDocument();
  });

  it('asks before a second number of the day: another lot, or a correction', async () => {
    entries = [anEntry()];
    const sentence = '205 kg of MT-2291 · White are knitted on 10 Nov 2026 already.';
    const standing = [{ index: 0, entryId: 'entry-1' }];
    const errors = { 'entries.0.quantity': [sentence] };
    answers((number) =>
      number.another ? taken(number) : problem(409, { code: 'production_entry.already_entered', errors, standing }),
    );
    await renderAt(EnterOutputPage, { at: sheet });
    const field = await white();
    expect(field).toHaveValue('205');
    await userEvent.clear(field);
    await userEvent.type(field, '90{Enter}');
    const question = await screen.findByRole('alert');
    expect(question).toHaveTextContent(sentence);
    await userEvent.click(within(question).getByRole('button', { name: /Correct it to 90.kg/ }));
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
    expect(await white()).toHaveValue('90');
    await userEvent.clear(await white());
    await userEvent.type(await white(), '15{Enter}');
    await userEvent.click(await screen.findByRole('button', { name: 'Enter as another lot' }));
    await waitFor(() => expect(sent.at(-1)).toMatchObject({ quantity: '15', another: true }));
    expect(await screen.findByText(/90.kg \+ 15.kg/)).toBeVisible();
  });

  it('takes a number of each shift of a day', async () => {
    entries = [anEntry({ shift: 'A' })];
    answers(taken);
    await renderAt(EnterOutputPage, { at: sheet });
    expect(await white()).toHaveValue('205');
    await userEvent.type(screen.getByLabelText('Shift'), 'B');
    await userEvent.tab();
    await waitFor(async () => expect(await white()).toHaveValue(''));
    await userEvent.type(await white(), '90{Enter}');
    await waitFor(() => expect(sent).toMatchObject([{ quantity: '90', shift: 'B' }]));
  });

  it('keeps a number that is refused, with the reason at it', async () => {
    answers(() => problem(422, { errors: { 'entries.0.quantity': ['kg have at most 3 decimals.'] } }));
    await renderAt(EnterOutputPage, { at: sheet });
    const field = await white();
    await userEvent.type(field, '8,5{Enter}');
    expect(await screen.findByText('Decimals take a point: 2.45')).toBeVisible();
    expect(sent).toEqual([]);
    await userEvent.clear(field);
    await userEvent.type(field, '88.5{Enter}');
    expect(await screen.findByText('kg have at most 3 decimals.')).toBeVisible();
    expect(field).toHaveValue('88.5');
    await userEvent.click(screen.getByRole('button', { name: 'Drop it' }));
    expect(field).toHaveValue('');
  });
});
