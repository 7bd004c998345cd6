import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { CommentDto } from '@/shared/api/generated';
import { useSession } from '@/shared/session';
import { problem } from '../../../test/orders';
import { renderAt } from '../../../test/render';
import { answerWith } from '../../../test/server';
import { house, rina } from '../../../test/tasks';
import { CommentsCard } from './CommentsCard';

function aComment(given: Partial<CommentDto> = {}): CommentDto {
  return {
    id: 'c-1',
    orderId: 'order-1',
    orderNumber: 'PO-1182',
    orderLineId: null,
    lineLabel: null,
    sample: null,
    body: '@Rina Akter where does the dip stand?',
    pin: null,
    mentions: [{ id: 'rina', fullName: 'Rina Akter' }],
    author: { id: 'tanvir', fullName: 'Tanvir Ahmed' },
    editedAt: null,
    createdAt: '2026-11-10T08:00:00Z',
    updatedAt: '2026-11-10T08:00:00Z',
    rowVersion: 1,
    ...given,
  };
}

/** A house that keeps what is written; `sent` are the bodies of what was sent. */
function talkWith(given: CommentDto[], refusal?: ReturnType<typeof problem>) {
  let comments = given;
  const sent: Record<string, unknown>[] = [];
  answerWith({
    ...house,
    'GET /api/v1/comments/': () => ({ body: { count: null, next: null, previous: null, results: comments } }),
    'POST /api/v1/comments/': ({ data }) => {
      const body = JSON.parse(String(data)) as Record<string, unknown>;
      sent.push(body);
      if (refusal) return refusal;
      comments = [aComment({ id: 'c-2', body: String(body.body), author: rina, mentions: [] }), ...comments];
      return { status: 201, body: comments[0] };
    },
    'PATCH /api/v1/comments/c-1/': ({ data }) => {
      const body = JSON.parse(String(data)) as Record<string, unknown>;
      sent.push(body);
      comments = comments.map((each) => ({ ...each, body: String(body.body), editedAt: '2026-11-11T08:00:00Z' }));
      return { body: comments[0] };
    },
    'DELETE /api/v1/comments/c-1/': () => {
      comments = [];
      return { status: 204 };
    },
  });
  return { sent };
}

const Page = () => <CommentsCard of={{ orderId: 'order-1' }} hasKey />;
const box = () => screen.findByLabelText('Write a comment');

describe('the comments of an order', () => {
  beforeEach(() => {
    localStorage.clear();
    useSession.setState({ status: 'signedIn', actor: rina, access: 'token' });
  });

  it('mentions a colleague by keyboard alone, and sends with Ctrl+Enter', async () => {
    const { sent } = talkWith([]);
    await renderAt(Page);
    await box();
    await userEvent.keyboard('c');
    expect(await box()).toHaveFocus();
    await userEvent.keyboard('For @ta');
    const list = await screen.findByRole('listbox', { name: 'Colleagues' });
    expect(within(list).getByRole('option', { name: 'Tanvir Ahmed', selected: true })).toBeVisible();
    expect(screen.getByRole('combobox', { expanded: true })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(await box()).toHaveValue('For @Tanvir Ahmed ');
    expect(screen.queryByRole('listbox')).toBeNull();
    await userEvent.keyboard('the dip is here.{Control>}{Enter}{/Control}');
    expect(await screen.findByRole('article', { name: 'Comment of Rina Akter' })).toHaveTextContent(/the dip is here/);
    expect(sent).toEqual([
      { orderId: 'order-1', body: 'For @Tanvir Ahmed the dip is here.', mentionedIds: ['tanvir'] },
    ]);
    expect(await box()).toHaveValue('');
  });

  it('says of whom cannot see the order why they cannot be mentioned', async () => {
    talkWith([]);
    await renderAt(Page);
    await userEvent.type(await box(), '@joh');
    const option = await screen.findByRole('option', { name: /John Smith.*Cannot see this order/ });
    expect(option).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{Enter}');
    expect(await box()).toHaveValue('@joh');
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('keeps what was typed over a reload, and shows what the server refused', async () => {
    talkWith([], problem(400, { errors: { mentionedIds: ['John Smith cannot see order PO-1182.'] } }));
    const { unmount } = await renderAt(Page);
    await userEvent.type(await box(), 'Half a thought');
    unmount();
    await renderAt(Page);
    expect(await box()).toHaveValue('Half a thought');
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(await screen.findByText('John Smith cannot see order PO-1182.')).toBeVisible();
    expect(await box()).toHaveValue('Half a thought');
  });

  it('lets the author alone change and remove a comment', async () => {
    const { sent } = talkWith([aComment({ author: rina, body: 'The dip is late.', mentions: [] })]);
    const { unmount } = await renderAt(Page);
    await userEvent.click(await screen.findByRole('button', { name: 'More about this comment' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Change it' }));
    const edit = await screen.findByLabelText('Change your comment');
    await userEvent.clear(edit);
    await userEvent.type(edit, 'The dip is here.');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(', edited')).toBeVisible();
    expect(sent).toEqual([{ body: 'The dip is here.', mentionedIds: [] }]);
    await userEvent.click(screen.getByRole('button', { name: 'More about this comment' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: /Remove it/ }));
    await userEvent.click(await screen.findByRole('button', { name: 'Remove it' }));
    await waitFor(() => expect(screen.queryByText('The dip is here.')).toBeNull());
    unmount();
    talkWith([aComment()]);
    await renderAt(Page);
    expect(await screen.findByText('@Rina Akter')).toHaveClass('text-accent-text');
    expect(screen.queryByRole('button', { name: 'More about this comment' })).toBeNull();
  });
});
