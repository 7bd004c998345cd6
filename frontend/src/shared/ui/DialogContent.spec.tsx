import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { renderAt } from '../../../test/render';
import { ConfirmDialog } from './ConfirmDialog';
import { Dialog } from './Dialog';
import { Drawer } from './Drawer';
import { Menu, MenuItem } from './Menu';

type Kind = 'dialog' | 'drawer' | 'question';

function Page() {
  const [open, setOpen] = useState<Kind | null>(null);
  const props = { open: true, onOpenChange: () => setOpen(null), title: 'Over the page' };
  return (
    <>
      {(['dialog', 'drawer', 'question'] as const).map((kind) => (
        <button key={kind} onClick={() => setOpen(kind)}>
          {kind}
        </button>
      ))}
      <Menu trigger={<button>more</button>}>
        <MenuItem onSelect={() => setOpen('dialog')}>Edit</MenuItem>
      </Menu>
      {open === 'dialog' && (
        <Dialog {...props}>
          <input aria-label="Why" autoFocus />
        </Dialog>
      )}
      {open === 'drawer' && <Drawer {...props}>A line</Drawer>}
      {open === 'question' && (
        <ConfirmDialog {...props} confirmLabel="Delete" onConfirm={() => undefined}>
          For good?
        </ConfirmDialog>
      )}
    </>
  );
}

describe('the focus', () => {
  it.each(['dialog', 'drawer', 'question'])('goes back to what opened the %s', async (kind) => {
    await renderAt(Page);
    screen.getByRole('button', { name: kind }).focus();
    await userEvent.keyboard('{Enter}');
    await screen.findByText('Over the page');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByRole('button', { name: kind })).toHaveFocus());
  });

  it('goes back to the button of the menu in which it was chosen', async () => {
    await renderAt(Page);
    await userEvent.click(screen.getByRole('button', { name: 'more' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Edit' }));
    await screen.findByText('Over the page');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByRole('button', { name: 'more' })).toHaveFocus());
  });
});
