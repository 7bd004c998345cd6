import { render, screen } from '@testing-library/react';
import { MiniStrip } from './MiniStrip';

describe('the strip of a line', () => {
  it('says in words what its marks show, a refused step apart from a late one', () => {
    render(<MiniStrip strip="ddrlco" />);
    const strip = screen.getByRole('img', { name: '2 of 6 steps done, 1 refused, 1 too late for the ETD' });
    const [, , refused, late] = strip.children;
    expect([refused?.getAttribute('class'), late?.getAttribute('class')]).toEqual([
      expect.stringContaining('stroke-bad'),
      'fill-bad',
    ]);
  });
});
