import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PrintCheckButton } from './PrintCheckButton';

it('says what comes of an artwork at the width that is typed', async () => {
  render(<PrintCheckButton pixels={{ width: 2000, height: 1000 }} />);
  await userEvent.click(screen.getByRole('button', { name: 'Print check' }));
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
});
