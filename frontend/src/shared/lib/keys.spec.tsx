import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { setSingleKeys, useKeys } from './keys';

const heard: string[] = [];

function Page() {
  useKeys({ 'g o': () => heard.push('orders'), n: () => heard.push('new') });
  return (
    <>
      <input aria-label="Notes" />
      <input type="checkbox" aria-label="Tick" />
    </>
  );
}

describe('useKeys', () => {
  beforeEach(() => {
    heard.length = 0;
    setSingleKeys(true);
    render(<Page />);
  });

  it('hears single keys and sequences', async () => {
    await userEvent.keyboard('go');
    await userEvent.keyboard('n');
    expect(heard).toEqual(['orders', 'new']);
  });

  it('hears a key after one that led nowhere', async () => {
    await userEvent.keyboard('xn');
    expect(heard).toEqual(['new']);
  });

  it('is silent while somebody types, and with Ctrl', async () => {
    await userEvent.type(screen.getByLabelText('Notes'), 'go now');
    await userEvent.click(document.body);
    await userEvent.keyboard('{Control>}n{/Control}');
    expect(heard).toEqual([]);
  });

  it('hears keys on a checkbox, which takes no letters', async () => {
    await userEvent.click(screen.getByLabelText('Tick'));
    await userEvent.keyboard('n');
    expect(heard).toEqual(['new']);
  });

  it('is silent when switched off', async () => {
    setSingleKeys(false);
    await userEvent.keyboard('n');
    expect(heard).toEqual([]);
  });
});
