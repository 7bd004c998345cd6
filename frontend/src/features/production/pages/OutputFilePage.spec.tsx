import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { OutputFileDto, OutputNumberDto } from '@/shared/api/generated';
import { problem } from '../../../../test/orders';
import { anEntry } from '../../../../test/production';
import { renderAt } from '../../../../test/render';
import { type Answer, answerWith } from '../../../../test/server';
import OutputFilePage from './OutputFilePage';

const aNumber = (given: Partial<OutputNumberDto> = {}): OutputNumberDto => ({
  row: 2,
  cell: 'E2',
  state: 'ready',
  day: '2026-11-10',
  orderNumber: 'PO-1182',
  orderId: 'order-1',
  orderLineId: 'line-1',
  lineLabel: 'MT-2291 · White',
  stage: 'knitting',
  quantity: '205',
  unit: 'kg',
  shift: null,
  notes: null,
  standingQuantity: null,
  standingUnit: null,
  faults: [],
  ...given,
});

function aFile(...numbers: OutputNumberDto[]): OutputFileDto {
  const counts = { ready: 0, known: 0, standing: 0, faulty: 0 };
  for (const { state } of numbers) counts[state] += 1;
  return { fileName: 'output.csv', counts, numbers };
}

describe('output out of a file', () => {
  let asked: string[];
  function answers(
    file: OutputFileDto,
    take: () => Answer = () => ({ status: 201, body: { entered: [anEntry()], leftOut: 0 } }),
  ) {
    asked = [];
    answerWith({
      'POST /api/v1/production-files/reading/': () => ({ body: file }),
      'POST /api/v1/production-files/': ({ url }) => {
        asked.push(decodeURIComponent(url?.split('?')[1] ?? ''));
        return take();
      },
    });
  }
  const dropped = async () => {
    const { container } = await renderAt(OutputFilePage);
    const sheet = new File(['Day,Order no.'], 'output.csv', { type: 'text/csv' });
    await userEvent.upload(container.querySelector<HTMLInputElement>('input[type="file"]')!, sheet);
    return within(await screen.findByRole('table', { name: 'Numbers of the file' }));
  };

  it('shows what is wrong at its cell, first of all, and enters nothing', async () => {
    const sentence = '“knitt” is no stage.';
    answers(
      aFile(
        aNumber(),
        aNumber({ row: 3, cell: 'E3', state: 'faulty', stage: null, faults: [{ cell: 'D3', sentence }] }),
      ),
    );
    const table = await dropped();
    expect(table.getAllByRole('row')[1]).toHaveTextContent(`D3: ${sentence}`);
    expect(screen.getByRole('alert')).toHaveTextContent('1 number cannot be entered');
    expect(screen.queryByRole('button', { name: /^Enter 1/ })).not.toBeInTheDocument();
  });

  it('enters what is ready, and other numbers of a day as lots of their own only where that is said', async () => {
    const standing = aNumber({ row: 3, cell: 'E3', state: 'standing', standingQuantity: '190', standingUnit: 'kg' });
    answers(aFile(aNumber(), standing));
    expect((await dropped()).getByText(/190.kg stand there/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Enter 1 number' })).toBeEnabled();
    await userEvent.click(screen.getByLabelText(/as lots of their own/));
    await userEvent.click(screen.getByRole('button', { name: 'Enter 2 numbers' }));
    await waitFor(() => expect(asked).toEqual([expect.stringContaining('standing=enter')]));
    expect(await screen.findByRole('link', { name: 'See how production stands' })).toBeVisible();
  });

  it('asks why where a gate is not passed', async () => {
    let refuse = true;
    const shut = problem(409, { code: 'gate.not_passed', detail: 'The lab dip of White is not approved.' });
    answers(aFile(aNumber({ stage: 'dyeing' })), () =>
      refuse ? shut : { status: 201, body: { entered: [anEntry()], leftOut: 0 } },
    );
    await dropped();
    await userEvent.click(screen.getByRole('button', { name: 'Enter 1 number' }));
    expect(await screen.findByText('The lab dip of White is not approved.')).toBeVisible();
    refuse = false;
    await userEvent.type(screen.getByLabelText('Why you go on all the same'), 'Entered late.');
    await userEvent.click(screen.getByRole('button', { name: 'Enter 1 number' }));
    await waitFor(() => expect(asked.at(-1)).toContain('overrideReason=Entered'));
  });
});
