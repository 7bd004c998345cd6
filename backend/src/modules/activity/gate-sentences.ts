import { because, changed, fact, fieldWords, forLine, type Told } from './words';

/** Gates of lines and their sets. */
export const GATE_SENTENCES: Readonly<Record<string, (told: Told) => string>> = {
  'line.gates_relaid': relaid,
  'approval.recorded': approval,
  'gate.added': (told) => `added the gate ${gate(told)}${forLine(told)}`,
  'gate.removed': (told) => `took the gate ${gate(told)} off${told.lineName ? ` ${told.lineName}` : ' a line'}`,
  'gate.handed_over': (told) => `recorded ${gate(told)}${forLine(told)} as ${holder(told)}${because(told)}`,
  'gate.reminded': (told) => `reminded ${reminded(told)} of ${gate(told)}${forLine(told)}${after(told)}`,
  'gate.condition_met': (told) => `ticked the condition of ${gate(told)}${forLine(told)}${because(told)}`,
  'gate.overridden': (told) => `${wentOn(told)}${forLine(told) || forLines(told)}${because(told)}`,
  'gate_set.created': (told) => `made the set of gates ${fact(told, 'name') ?? ''}`,
  'gate_set.updated': (told) => changed(told, `the set of gates ${fact(told, 'name') ?? ''}`),
  'gate_set.restored': (told) => `brought the set of gates ${fact(told, 'name') ?? ''} back from the trash`,
  'gate_set.deleted': (told) => `removed the set of gates ${textOf(told.before['name']) ?? ''}`,
};

const gate = (told: Told): string => fact(told, 'gate') ?? textOf(told.before['gate']) ?? 'a gate';

/** Whose turn it is, as a sentence says it. */
const holder = (told: Told): string =>
  ({ us: 'with us', mill: 'at the mill', buyer: 'with the buyer', lab: 'at the test laboratory' })[
    fact(told, 'holder') ?? ''
  ] ?? 'with somebody else';

const reminded = (told: Told): string =>
  ({ us: 'the merchandiser', mill: 'the mill', buyer: 'the buyer', lab: 'the test laboratory' })[
    fact(told, 'holder') ?? ''
  ] ?? 'whoever holds it';

/** ` after 6 days` */
function after({ facts }: Told): string {
  const { daysHeld } = facts;
  return typeof daysHeld === 'number' ? ` after ${daysHeld} ${daysHeld === 1 ? 'day' : 'days'}` : '';
}

/** ` for 3 lines` */
function forLines({ facts: { lines } }: Told): string {
  return typeof lines === 'number' && lines > 1 ? ` for ${lines} lines` : '';
}

/** What somebody went on with although a gate said no. */
const wentOn = (told: Told): string =>
  ({
    dyeing: 'began dyeing before the lab dip was approved',
    cutting: 'began cutting before the PP sample was approved',
    completion: 'completed with a condition still open',
    delivery: 'delivered the order with a condition still open',
  })[fact(told, 'step') ?? ''] ?? 'went on although a gate said no';

/** `recorded the lab dip for Black as approved`; the gate is the one field that changed. */
function approval(told: Told): string {
  const [key] = [...Object.keys(told.after), ...Object.keys(told.before)];
  const status = key === undefined ? null : textOf(told.after[key]);
  const name = key?.startsWith('custom_') ? fact(told, 'gate') : key && fieldWords(key);
  const what = `${name ?? 'a gate'}${forLine(told)}`;
  if (!status) return `cleared ${what}${because(told)}`;
  const done = { submission: 'submitted', resubmission: 'submitted again' }[status] ?? status;
  const condition = status === 'approved' ? fact(told, 'condition') : null;
  const onCondition = condition ? ` on the condition “${condition.replace(/\.+$/, '')}”` : '';
  return `recorded ${what} as ${done}${onCondition}${because(told)}`;
}

/** `laid the gates of BLACK anew for Printed (AOP): added strike-off, AOP; took off quality; kept handloom, decided` */
function relaid(told: Told): string {
  const listed = (name: string) => {
    const list = told.facts[name];
    return Array.isArray(list) ? list.filter((each): each is string => typeof each === 'string') : [];
  };
  const parts = [
    ['added', listed('come'), ''],
    ['took off', listed('gone'), ''],
    ['kept', listed('kept'), ', as decided'],
  ] as const;
  const said = parts.flatMap(([verb, names, after]) => (names.length ? [`${verb} ${names.join(', ')}${after}`] : []));
  const set = fact(told, 'set');
  const fabric = set ? ` for ${set}` : '';
  return `laid the gates of ${told.lineName ?? 'a line'} anew${fabric}${said.length ? `: ${said.join('; ')}` : ''}`;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
