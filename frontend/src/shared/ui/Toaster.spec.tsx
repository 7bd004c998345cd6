import { act, render, screen, waitFor } from '@testing-library/react';
import { notify } from '../lib/notify';
import { useTheme } from '../lib/theme';
import Toaster from './Toaster';

describe('what is told at the edge of the screen', () => {
  it('is the last deed alone, and every refusal', async () => {
    useTheme.setState({ theme: 'light' }); // there is no system to ask here
    render(<Toaster />);
    act(() => notify.success('The first line is saved.'));
    act(() => notify.error('The mill could not be saved.'));
    act(() => notify.success('The second line is saved.'));
    expect(await screen.findByText('The second line is saved.')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByText('The first line is saved.')).not.toBeInTheDocument());
    expect(screen.getByText('The mill could not be saved.')).toBeInTheDocument();
  });
});
