import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { type Answer, answerWith } from '../../../../test/server';
import { PrintCheckButton } from './PrintCheckButton';

const Preview = () => <PrintCheckButton fileId="file-1" pixels={{ width: 2000, height: 1000 }} />;

async function opened(colours: Answer) {
  answerWith({ 'GET /api/v1/documents/file-1/print-colours/': () => colours });
  await renderAt(Preview);
  await userEvent.click(await screen.findByRole('button', { name: 'Print check' }));
}

it('says what comes of an artwork at the width that is typed', async () => {
  await opened(problem(422, { detail: 'Colours are counted in pictures only.' }));
  expect(screen.getByText(/^Say how wide one repeat is printed/)).toBeVisible();
  await userEvent.type(screen.getByLabelText('Repeat width, cm'), '64');
  expect(screen.getByText('79 dpi')).toBeVisible();
  expect(screen.getByText('Too coarse to print')).toBeVisible();
  expect(screen.getByText('It is sharp up to 16.9 cm (300 dpi). Ask for a larger file.')).toBeVisible();
  await userEvent.type(screen.getByLabelText('Fabric width, cm'), '150');
  expect(screen.getByText('2 repeats across the fabric, 22 cm are left.')).toBeVisible();
  await userEvent.clear(screen.getByLabelText('Repeat width, cm'));
  await userEvent.type(screen.getByLabelText('Repeat width, cm'), '16');
  expect(screen.getByText('Sharp enough to print')).toBeVisible();
  expect(await screen.findByText('Colours are counted in pictures only.')).toBeVisible();
});

it('holds its colours against the screens of the line, and says how they were counted', async () => {
  const sentence = 'The picture has 2 colours, and 6 screens are planned.';
  const colours = [
    { hex: '#ffffff', percent: '70' },
    { hex: '#b4232a', percent: '30' },
  ];
  await opened({ body: { colours, screens: 6, verdict: 'spare', sentence, how: 'Looked at in 400 × 400 pixels.' } });
  expect(await screen.findByText(sentence)).toBeVisible();
  expect(screen.getByText('#b4232a, 30 %')).toBeInTheDocument();
  expect(screen.getByText('Looked at in 400 × 400 pixels.')).toBeVisible();
});
