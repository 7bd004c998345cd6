import { CannotBeMentioned } from './comment.errors';
import { mentionsOf, type Mentioned } from './mentions';

const MITU: Mentioned = { id: 'mitu', role: 'merchandiser', fullName: 'Mitu Das' };
const RAFI: Mentioned = { id: 'rafi', role: 'merchandiser', fullName: 'Rafi Ahmed' };
const NASRIN: Mentioned = { id: 'nasrin', role: 'manager', fullName: 'Nasrin Sultana' };
const ORDER = { orderNumber: 'PO-1182', merchandiserId: 'mitu' };

function refusalOf(body: string, ids: string[], people: Mentioned[]): string[] {
  try {
    mentionsOf(body, ids, people, ORDER);
  } catch (error) {
    if (error instanceof CannotBeMentioned) return error.errors['mentionedIds'] ?? [];
  }
  return [];
}

describe('mentions', () => {
  it('are kept in the order of the text, each person once', () => {
    const body = 'For @Nasrin Sultana: @Mitu Das has the card, @Nasrin Sultana.';
    expect(mentionsOf(body, ['mitu', 'nasrin', 'mitu'], [MITU, NASRIN], ORDER)).toEqual(['nasrin', 'mitu']);
    expect(mentionsOf('Nobody in particular: a@b.c', [], [], ORDER)).toEqual([]);
  });

  it('name who cannot see the order, and say what to do instead', () => {
    expect(refusalOf('Ask @Rafi Ahmed', ['rafi'], [RAFI])).toEqual([
      'Rafi Ahmed cannot see order PO-1182. Leave the mention out, or give them a task.',
    ]);
  });

  it('refuse who is not in the house, and who is not in the text', () => {
    expect(refusalOf('Ask @Somebody', ['gone'], [])).toEqual([
      'There is no such colleague, or they are no longer active.',
    ]);
    expect(refusalOf('Ask @Mitu', ['mitu'], [MITU])).toEqual(['The text does not say @Mitu Das.']);
  });
});
