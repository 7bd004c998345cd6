import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { paths } from '@/shared/lib/paths';
import { useSession } from '@/shared/session';
import { renderAt } from '../../../test/render';
import { NavGroups } from './NavGroups';
import { useRail } from './rail-state';

const links = (group: string) =>
  within(screen.getByRole('group', { name: group }))
    .queryAllByRole('link')
    .map(({ textContent }) => textContent);

describe('the groups of the rail', () => {
  beforeEach(() => {
    localStorage.clear();
    useRail.setState({ folded: false, groups: {} });
    const actor = { id: 'p1', email: 'rina@provabook.com', fullName: 'Farhana Rina', role: 'merchandiser' } as const;
    useSession.setState({ status: 'signedIn', access: 'token', actor });
  });

  it('fold and unfold, and remember it', async () => {
    await renderAt(() => <NavGroups unread={0} />);
    expect(links('Making')).toContain('Production');
    expect(links('Records')).toEqual([]);

    await userEvent.click(screen.getByRole('button', { name: 'Making', expanded: true }));
    await userEvent.click(screen.getByRole('button', { name: 'Records', expanded: false }));

    expect(links('Making')).toEqual([]);
    expect(links('Records')).toContain('Trash');
    expect(localStorage.getItem('provabook.railGroups')).toBe('{"making":true,"records":false}');
  });

  it('show where one is, also folded', async () => {
    await renderAt(() => <NavGroups unread={0} />, { at: paths.trash });
    expect(links('Records')).toEqual(['Trash']);
  });

  it('keep the pages of a folded group at hand among icons', async () => {
    await renderAt(() => <NavGroups unread={0} icons />, { at: paths.trash });
    await userEvent.click(screen.getByRole('button', { name: 'Records' }));
    expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
      'Activity',
      'Exports',
      'Trash',
    ]);
  });
});
