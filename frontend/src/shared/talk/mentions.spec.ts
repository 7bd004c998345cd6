import { mentionedIn, nameTypedAt, peopleFor, type Person, piecesOf, withName } from './mentions';

const people: Person[] = [
  { id: 'tanvir', fullName: 'Tanvir Ahmed', role: 'manager' },
  { id: 'rina', fullName: 'Rina Akter', role: 'merchandiser' },
  { id: 'rina2', fullName: 'Rina Akter Begum', role: 'admin' },
  { id: 'john', fullName: 'John Smith', role: 'merchandiser' },
];

const typed = (body: string) => nameTypedAt(body, body.length)?.text;

describe('a name that is being typed', () => {
  it('begins with an @ at the start of a word, and may hold spaces', () => {
    expect(typed('@')).toBe('');
    expect(typed('For @ri')).toBe('ri');
    expect(typed('For @Rina Ak')).toBe('Rina Ak');
    expect(typed('(@Rina')).toBe('Rina');
    expect(typed('line\n@Ta')).toBe('Ta');
    expect(typed('mail a@b')).toBeUndefined();
    expect(typed('@Rina Akter has it all now')).toBeUndefined();
    expect(nameTypedAt('For @ri, now', 7)).toEqual({ from: 4, text: 'ri' });
  });

  it('finds people by any word of their name, those who see the order first', () => {
    const names = (text: string) => peopleFor(text, people, 'rina').map(({ fullName }) => fullName);
    expect(names('a')).toEqual(['Rina Akter', 'Rina Akter Begum', 'Tanvir Ahmed']);
    expect(names('')).toEqual(['Rina Akter', 'Rina Akter Begum', 'Tanvir Ahmed']);
    expect(names('s')).toEqual([]);
    expect(names('smi')).toEqual(['John Smith']);
    expect(names('x')).toEqual([]);
  });

  it('is replaced by the full name, with one space behind it', () => {
    const put = (body: string, caret = body.length) => withName(body, nameTypedAt(body, caret)!, people[0]!);
    expect(put('For @ta')).toEqual({ body: 'For @Tanvir Ahmed ', caret: 18 });
    expect(put('For @ta, please', 7)).toEqual({ body: 'For @Tanvir Ahmed, please', caret: 17 });
  });
});

describe('the mentions of a text', () => {
  it('stand apart in it; of two names that begin alike the longer counts', () => {
    expect(piecesOf('Ask @Rina Akter Begum or @Rina Akter.', people)).toEqual([
      { text: 'Ask ', person: null },
      { text: '@Rina Akter Begum', person: people[2] },
      { text: ' or ', person: null },
      { text: '@Rina Akter', person: people[1] },
      { text: '.', person: null },
    ]);
  });

  it('are of those who see the order, each once', () => {
    const body = '@Tanvir Ahmed @Rina Akter @John Smith @Tanvir Ahmed';
    expect(mentionedIn(body, people, 'rina')).toEqual(['tanvir', 'rina']);
    expect(mentionedIn(body, people, null)).toEqual(['tanvir']);
  });
});
