import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { signedInAs } from '@/shared/session';
import { renderAt } from '../../../test/render';
import { answerWith } from '../../../test/server';
import Palette from './components/Palette';
import { listenForPalette, setPaletteOpen, usePalette } from './palette-state';

const Page = () => <Palette pages={[]} deeds={[]} />;
let mayOpen = true;
let stop: () => void;

beforeEach(() => {
  mayOpen = true;
  Element.prototype.scrollIntoView = jest.fn();
  signedInAs({ id: 'u1', email: 'a@b.test', fullName: 'Rina', role: 'merchandiser' }, 'token');
  answerWith({ 'GET /api/v1/search/': () => ({ body: { groups: [] } }) });
  stop = listenForPalette(() => mayOpen);
});
afterEach(() => {
  stop();
  act(() => setPaletteOpen(false));
});

describe('the key of the palette', () => {
  it('is heard before the palette is on the page, with what is typed next, which is no key of the page', async () => {
    const pages = jest.fn();
    document.addEventListener('keydown', pages);
    await userEvent.keyboard('{Control>}k{/Control}PO-1{Enter}');
    document.removeEventListener('keydown', pages);
    expect(pages.mock.calls.map(([event]: [KeyboardEvent]) => event.key)).toEqual(['Control']);
    await renderAt(Page);
    expect(await screen.findByRole('combobox', { name: 'Search everything' })).toHaveValue('PO-1');
    await userEvent.keyboard('182');
    expect(screen.getByRole('combobox')).toHaveValue('PO-1182');
    await userEvent.keyboard('{Control>}k{/Control}');
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
    await userEvent.keyboard('{Control>}k{/Control}');
    expect(screen.getByRole('combobox')).toHaveValue('');
  });

  it('is nothing to a stranger, and Escape takes it back', async () => {
    mayOpen = false;
    await userEvent.keyboard('{Control>}k{/Control}');
    expect(usePalette.getState().open).toBe(false);
    mayOpen = true;
    await userEvent.keyboard('{Control>}k{/Control}ab{Escape}');
    expect(usePalette.getState()).toMatchObject({ open: false, early: '' });
  });
});
