import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Pagination } from './Pagination';

describe('Pagination', () => {
  it('says where one is, and leads on', async () => {
    const onPage = jest.fn();
    render(<Pagination page={2} pageSize={25} count={1204} onPage={onPage} of={['order', 'orders']} />);
    expect(screen.getByText('26–50 of 1,204 orders')).toBeInTheDocument();
    expect(screen.getByText('Page 2 of 49')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await userEvent.click(screen.getByRole('button', { name: 'Previous' }));
    expect(onPage.mock.calls).toEqual([[3], [1]]);
  });

  it('ends at the ends', () => {
    render(<Pagination page={1} pageSize={25} count={3} onPage={jest.fn()} of={['order', 'orders']} />);
    expect(screen.getByText('1–3 of 3 orders')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Previous' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Next' })).toBeDisabled();
  });

  it('does not promise a last page when the server stopped counting', () => {
    render(<Pagination page={1} pageSize={25} count={10000} countCapped hasNext onPage={jest.fn()} />);
    expect(screen.getByText('1–25 of 10,000+')).toBeInTheDocument();
    expect(screen.queryByText(/Page 1 of/)).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Next' })).toBeEnabled();
  });

  it('is not there for nothing', () => {
    const { container } = render(<Pagination page={1} pageSize={25} count={0} onPage={jest.fn()} />);
    expect(container).toBeEmptyDOMElement();
  });
});
