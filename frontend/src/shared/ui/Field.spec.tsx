import { render, screen } from '@testing-library/react';
import { Field } from './Field';
import { Input, Select } from './Input';

describe('Field', () => {
  it('names its control and describes it by error and hint', () => {
    render(
      <Field label="Quantity" hint="In kg." error="Must be above 0." required>
        <Input defaultValue="-3" />
      </Field>,
    );
    const input = screen.getByLabelText(/^Quantity/);
    expect(input).toHaveValue('-3');
    expect(input).toBeInvalid();
    expect(input).toHaveAttribute('aria-required', 'true');
    expect(input).toHaveAccessibleDescription('Must be above 0. In kg.');
  });

  it('is valid and undescribed without error and hint', () => {
    render(
      <Field label="Unit">
        <Select options={[{ value: 'kg', label: 'Kilograms' }]} placeholder="Choose a unit" />
      </Field>,
    );
    const select = screen.getByRole('combobox', { name: 'Unit' });
    expect(select).not.toHaveAttribute('aria-invalid');
    expect(select).not.toHaveAttribute('aria-describedby');
  });
});
