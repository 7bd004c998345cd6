import type { MilestoneDto, SlipToldDto, WriteMilestoneDto } from '@/shared/api/generated';
import { choice, day, type FieldSpec, long, text } from '@/shared/forms/specs';
import { changed, filled, textOf } from '@/shared/forms/values';
import { partyOptions } from '@/shared/plan/parties';
import { stateOptions } from './vocabulary';

type DayField = 'plannedOn' | 'actualOn' | 'note';

export const stepSpecs: Record<DayField | 'state', FieldSpec> = {
  state: choice('State', stateOptions, { required: 'Choose one.' }),
  plannedOn: day('Planned on'),
  actualOn: day('Happened on'),
  note: long('Note', 2000),
};

const { plannedOn, actualOn, note } = stepSpecs;
const written: Record<DayField, FieldSpec> = { plannedOn, actualOn, note };

export type StepValues = Record<DayField | 'state', string>;
type Read = Pick<MilestoneDto, DayField | 'state'>;

/** Who held a step up, and why: asked where its day is later than planned. */
export const slipSpecs = {
  party: choice('Who held it up', partyOptions, { placeholder: 'Nobody in particular' }),
  partyName: text('By name', 255, { placeholder: 'As on the order' }),
  reason: long('Why it is late', 2000),
} satisfies Record<string, FieldSpec>;
export type SlipValues = Record<keyof typeof slipSpecs, string>;
export const noSlip: SlipValues = { party: '', partyName: '', reason: '' };

/** Its day is moved on, or it happened later than it was planned: days were lost, and somebody lost them. */
export function slips({ plannedOn, actualOn }: Pick<StepValues, DayOf>, read: Pick<Read, DayOf>): boolean {
  if (actualOn) return actualOn !== read.actualOn && plannedOn !== '' && actualOn > plannedOn;
  return read.plannedOn !== null && plannedOn > read.plannedOn;
}
type DayOf = 'plannedOn' | 'actualOn';

/** What is told of a slip; nothing where nobody is named. */
export const slipTold = (values: SlipValues): { slip?: SlipToldDto } =>
  values.party ? { slip: filled(slipSpecs, values) as unknown as SlipToldDto } : {};

/** A step that is not in the plan yet. */
export const newStep: Read = { state: 'open', plannedOn: null, actualOn: null, note: null };

export function stepValues(read: Read): StepValues {
  return { ...textOf<DayField>(written, read), state: read.state === 'done' ? 'open' : read.state };
}

/** The fields that a state leaves open: what does not apply has no days, and what was refused did not happen. */
export function fieldsOf(state: string): (keyof StepValues)[] {
  if (state === 'not_applicable') return ['state', 'note'];
  if (state === 'rejected') return ['plannedOn', 'state', 'note'];
  return ['plannedOn', 'actualOn', 'state', 'note'];
}

/** What differs from what was read. The state goes along where it does not follow from the days. */
export function stepChanges({ state, ...values }: StepValues, read: Read): WriteMilestoneDto {
  const all = changed<DayField>(written, values, read);
  const fields = Object.fromEntries(
    Object.entries(all).filter(([field]) => fieldsOf(state).some((own) => own === field)),
  );
  const moved = state !== stepValues(read).state;
  const reopened = state === 'open' && !values.actualOn;
  const told = state === 'open' ? moved && reopened : moved || 'plannedOn' in fields;
  return told ? { ...fields, state: state as WriteMilestoneDto['state'] } : fields;
}
