import { KNOWN_STEPS, stepLabel, type KnownStep } from '../../planning/milestone.vocabulary';

const keys = new Map<string, KnownStep>(KNOWN_STEPS.map((key) => [stepLabel(key).toLowerCase(), key]));

/** What was said of a step, in the database: `Knitting start: The mill asked for two days.` */
export const stepNoteSql = `label || ': ' || note`;

/** The notes of such lines by their steps; a line that names no step goes on with the note above it. */
export function readStepNotes(text: string): Map<KnownStep, string> {
  const notes = new Map<KnownStep, string>();
  let last: KnownStep | null = null;
  for (const line of text.split(/\r?\n/)) {
    const found = /^([^:]{1,100}): ?(.*)$/.exec(line);
    const key = found && keys.get((found[1] ?? '').trim().toLowerCase());
    if (key) notes.set((last = key), found[2] ?? '');
    else if (last) notes.set(last, `${notes.get(last)}\n${line}`);
  }
  return notes;
}
