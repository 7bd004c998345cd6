import {
  KNOWN_STEPS,
  MAX_STEP_LABEL,
  stepLabel,
  type KnownStep,
  type MilestoneState,
} from '../../planning/milestone.vocabulary';
import { readDateText } from './dates';

/** A step of the house's own, as one cell tells of all that a line has. */
export interface OwnStep {
  label: string;
  planned: string | null;
  /** What was planned at first. */
  firstPlanned: string | null;
  actual: string | null;
  state: Extract<MilestoneState, 'rejected' | 'not_applicable'> | null;
  note: string | null;
}

const STATE_WORDS = { rejected: 'rejected', not_applicable: 'not applicable' } as const;
const DAY_WORDS = { planned: 'planned', firstPlanned: 'first planned', actual: 'done' } as const;
type DayField = keyof typeof DAY_WORDS;
const NOTHING_YET = 'open';
const NOTE_INDENT = '  ';

/** SQL of words as a text. */
const quoted = (words: string): string => `'${words}'`;
const stateSql = `CASE state ${Object.entries(STATE_WORDS)
  .map(([state, words]) => `WHEN ${quoted(state)} THEN ${quoted(words)}`)
  .join(' ')} END`;

/**
 * A step as such a text tells it, in the database, its note indented under it: `Wash test: planned 6/Dec/25, first planned 1/Dec/25`.
 * @param dayText how the sheet writes a day
 */
export function ownStepSql(dayText: (sql: string) => string): string {
  const days: Record<DayField, string> = {
    planned: dayText('planned_on'),
    firstPlanned: `CASE WHEN baseline_on IS DISTINCT FROM planned_on THEN ${dayText('baseline_on')} END`,
    actual: dayText('actual_on'),
  };
  const told = (Object.keys(DAY_WORDS) as DayField[]).map(
    (field) => `${quoted(`${DAY_WORDS[field]} `)} || ${days[field]}`,
  );
  const facts = `coalesce(nullif(concat_ws(', ', ${[stateSql, ...told].join(', ')}), ''), ${quoted(NOTHING_YET)})`;
  const note = `E'\\n${NOTE_INDENT}' || replace(note, E'\\n', E'\\n${NOTE_INDENT}')`;
  return `concat(label, ': ', ${facts}, ${note})`;
}

/** The steps of such a text; what is no line of a step, or names no day, is left out. */
export function readOwnSteps(text: string): OwnStep[] {
  const steps: OwnStep[] = [];
  for (const line of text.split(/\r?\n/)) {
    const last = steps.at(-1);
    if (line.startsWith(NOTE_INDENT) && last) {
      const said = line.slice(NOTE_INDENT.length);
      last.note = last.note === null ? said : `${last.note}\n${said}`;
      continue;
    }
    const end = line.lastIndexOf(': ');
    const step = end > 0 && end <= MAX_STEP_LABEL ? readFacts(line.slice(0, end).trim(), line.slice(end + 2)) : null;
    if (step) steps.push(step);
  }
  return steps;
}

function readFacts(label: string, text: string): OwnStep | null {
  const step: OwnStep = { label, planned: null, firstPlanned: null, actual: null, state: null, note: null };
  for (const fact of text.split(', ')) {
    if (fact === NOTHING_YET) continue;
    const state = Object.entries(STATE_WORDS).find(([, words]) => words === fact);
    const field = Object.entries(DAY_WORDS).find(([, words]) => fact.startsWith(`${words} `));
    const day = field && readDateText(fact.slice(field[1].length + 1), null);
    if (state) step.state = state[0] as OwnStep['state'];
    else if (field && day?.kind === 'date') step[field[0] as DayField] = day.date;
    else return null;
  }
  return step;
}

const keys = new Map<string, KnownStep>(KNOWN_STEPS.map((key) => [stepLabel(key).toLowerCase(), key]));

/** What was planned at first of a step that was moved since, in the database: `Knitting start: 3/Dec/25` */
export const baselineSql = (dayText: (sql: string) => string): string => `label || ': ' || ${dayText('baseline_on')}`;

/** The first plans of such a text by their steps. */
export function readBaselines(text: string): Map<KnownStep, string> {
  const found = text.split(/\r?\n/).flatMap((line): [KnownStep, string][] => {
    const [label = '', words = ''] = line.split(': ');
    const key = keys.get(label.trim().toLowerCase());
    const day = readDateText(words, null);
    return key && day.kind === 'date' ? [[key, day.date]] : [];
  });
  return new Map(found);
}
