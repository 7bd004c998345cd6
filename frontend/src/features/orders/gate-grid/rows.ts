import type { GateDto, LineDto, OrderListItemDto } from '@/shared/api/generated';
import { gateLook, knownGates } from '@/shared/gates/vocabulary';

/** A row with gates in it: a line to work on, or an order with its lines out of sight or below it. */
export interface GateRow {
  is: 'line' | 'folded' | 'unfolded';
  id: string;
  orderId: string;
  label: string;
  lines: readonly LineDto[];
}

export function lineRow(line: LineDto): GateRow {
  const { id, orderId, label } = line;
  return { is: 'line', id, orderId, label, lines: [line] };
}

/** An order of one line is worked on in its own row, unless that line has one. */
export function orderRow({ id, orderNumber, lines }: OrderListItemDto, open: boolean): GateRow {
  const [line] = lines;
  if (line && lines.length === 1 && !open) return lineRow(line);
  return { is: open ? 'unfolded' : 'folded', id, orderId: id, label: orderNumber, lines };
}

/** A column of gates. */
export interface GateHead {
  key: string;
  name: string;
}

const passingOrder = ({ key }: GateHead): number =>
  (knownGates as string[]).includes(key) ? (knownGates as string[]).indexOf(key) : knownGates.length;

/** The gates that most lines have, as many as there is room for, in the order in which a line passes them. */
export function gateHeads(lines: readonly LineDto[], room: number): GateHead[] {
  const used = new Map<string, GateHead & { lines: number }>();
  for (const { key, name } of lines.flatMap(({ gates }) => gates))
    used.set(key, { key, name, lines: (used.get(key)?.lines ?? 0) + 1 });
  return [...used.values()]
    .sort((a, b) => b.lines - a.lines || passingOrder(a) - passingOrder(b))
    .slice(0, room)
    .sort((a, b) => passingOrder(a) - passingOrder(b))
    .map(({ key, name }) => ({ key, name }));
}

/** What a row shows of a gate: that of its line; of several, the one that is due first, and how many have passed. */
export interface GateInRow {
  gate: GateDto;
  line: LineDto;
  /** `1/3` of several lines. */
  passed?: string;
}

export function gateInRow({ lines }: Pick<GateRow, 'lines'>, key: string): GateInRow | null {
  const having = lines.flatMap((line) => {
    const gate = line.gates.find((each) => each.key === key);
    return gate ? [{ gate, line }] : [];
  });
  const isPassed = ({ gate }: GateInRow) => gate.status === 'approved' && !gate.conditionOpen;
  const [first] = [...having].sort(
    (a, b) =>
      Number(isPassed(a)) - Number(isPassed(b)) || (a.gate.dueOn ?? '9999').localeCompare(b.gate.dueOn ?? '9999'),
  );
  if (!first || lines.length === 1) return first ?? null;
  return { ...first, passed: `${having.filter(isPassed).length}/${having.length}` };
}

/** The gates that no column shows, each once. */
export function gatesBeside(row: Pick<GateRow, 'lines'>, heads: readonly GateHead[]): GateInRow[] {
  const keys = new Set(row.lines.flatMap(({ gates }) => gates.map(({ key }) => key)));
  for (const { key } of heads) keys.delete(key);
  return [...keys].flatMap((key) => gateInRow(row, key) ?? []);
}

/** `Lab dip of PO-1182: 1 of 3 lines passed, White is submitted` */
export function foldedSentence({ label }: GateRow, { gate, line, passed }: GateInRow): string {
  const passedWords = `${gate.name} of ${label}: ${passed?.replace('/', ' of ') ?? ''} lines passed`;
  return gate.status === 'approved' && !gate.conditionOpen
    ? passedWords
    : `${passedWords}, ${line.label} is ${gateLook(gate).word.toLowerCase()}`;
}
