import type { ColleagueDto } from '../api/generated';

export type Person = Pick<ColleagueDto, 'id' | 'fullName' | 'role'>;

/** Who sees an order: those of the house, and its merchandiser. Others cannot be mentioned on it. */
export function seesOrder({ id, role }: Person, merchandiserId: string | null): boolean {
  return role !== 'merchandiser' || id === merchandiserId;
}

/** What is being typed after an `@`, from there to the caret; null while no name is being typed. */
export interface NameTyped {
  /** Where the `@` stands. */
  from: number;
  text: string;
}

const longestName = 40;

/** An `@` begins a name at the start of a word, and a name may hold a space: `@Rina Ak`. */
export function nameTypedAt(body: string, caret: number): NameTyped | null {
  const before = body.slice(Math.max(0, caret - longestName - 1), caret);
  const match = /(?:^|[\s(])@((?:[^\s@]+ ?){0,3})$/u.exec(before);
  if (!match) return null;
  const text = match[1] ?? '';
  return { from: caret - text.length - 1, text };
}

/**
 * Those whose name, or a word of it, begins with what was typed. Who cannot be mentioned comes last, and only once
 * somebody looks for them by name: then the list says why not.
 */
export function peopleFor(typed: string, people: readonly Person[], merchandiserId: string | null): Person[] {
  const wanted = typed.trim().toLowerCase();
  const fits = ({ fullName }: Person) => {
    const name = fullName.toLowerCase();
    return name.startsWith(wanted) || name.split(' ').some((word) => word.startsWith(wanted));
  };
  const rank = (person: Person) => Number(!seesOrder(person, merchandiserId));
  return people
    .filter((person) => fits(person) && (wanted.length > 1 || seesOrder(person, merchandiserId)))
    .sort((a, b) => rank(a) - rank(b) || a.fullName.localeCompare(b.fullName))
    .slice(0, 6);
}

/** The text with the name in place of what was typed, and where the caret goes. */
export function withName(
  body: string,
  { from, text }: NameTyped,
  { fullName }: Person,
): { body: string; caret: number } {
  const rest = body.slice(from + 1 + text.length);
  const name = `@${fullName}${/^[\s,.;:!?)]/.test(rest) ? '' : ' '}`;
  return { body: body.slice(0, from) + name + rest, caret: from + name.length };
}

export interface Piece<Named> {
  text: string;
  /** Set where the text is a mention. */
  person: Named | null;
}

/** The text in pieces, each mention one of its own. Of two names that begin alike the longer counts. */
export function piecesOf<Named extends { fullName: string }>(body: string, people: readonly Named[]): Piece<Named>[] {
  const longestFirst = [...people].sort((a, b) => b.fullName.length - a.fullName.length);
  const pieces: Piece<Named>[] = [];
  let plain = '';
  for (let at = 0; at < body.length;) {
    const person = body[at] === '@' && longestFirst.find(({ fullName }) => body.startsWith(fullName, at + 1));
    if (person) {
      if (plain) pieces.push({ text: plain, person: null });
      plain = '';
      pieces.push({ text: `@${person.fullName}`, person });
      at += person.fullName.length + 1;
    } else {
      plain += body[at];
      at += 1;
    }
  }
  if (plain) pieces.push({ text: plain, person: null });
  return pieces;
}

/** Whom the text mentions, of those who may be mentioned. */
export function mentionedIn(body: string, people: readonly Person[], merchandiserId: string | null): string[] {
  const may = people.filter((person) => seesOrder(person, merchandiserId));
  return [...new Set(piecesOf(body, may).flatMap(({ person }) => (person ? [person.id] : [])))];
}
