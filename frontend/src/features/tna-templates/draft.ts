import type { CreateTemplateDto, TemplateDto } from '@/shared/api/generated';
import { knownSteps as steps } from '@/shared/lib/milestones';
import type { Holder } from '@/shared/plan/holders';

/** By any key: of the house's own steps it has no name. */
export const knownSteps: Readonly<Record<string, string>> = steps;

/** What a step waits for, and how many calendar days more. */
export interface DraftWait {
  /** The step, by what it is called in this form. */
  of: number;
  lag: string;
}

/** A step as the form holds it: everything is text there. */
export interface DraftStep {
  /** Its name within this form, whatever its place. */
  id: number;
  /** One that Provabook knows; empty for one of the house's own, which has a label. */
  key: string;
  label: string;
  holder: Holder;
  days: string;
  after: DraftWait[];
}

export interface Draft {
  name: string;
  orderType: string;
  buyers: string;
  words: string;
  position: string;
  steps: DraftStep[];
}

/** The next known step that the template has not; after them one of the house's own. It waits for the last one. */
export function newStep(steps: readonly DraftStep[]): DraftStep {
  const key = Object.keys(knownSteps).find((known) => !steps.some((step) => step.key === known)) ?? '';
  const last = steps.at(-1);
  const id = Math.max(0, ...steps.map((step) => step.id)) + 1;
  return { id, key, label: '', holder: 'mill', days: '3', after: last ? [{ of: last.id, lag: '0' }] : [] };
}

export function draftOf(template: TemplateDto | undefined): Draft {
  if (!template) return { name: '', orderType: '', buyers: '', words: '', position: '', steps: [newStep([])] };
  const { name, orderType, buyers, words, position, steps } = template;
  const idOf = new Map(steps.map(({ key }, index) => [key, index + 1]));
  return {
    name,
    orderType: orderType ?? '',
    buyers: buyers.join(', '),
    words: words.join(', '),
    position: String(position),
    steps: steps.map(({ key, label, holder, days, after }, index) => ({
      id: index + 1,
      key: key in knownSteps ? key : '',
      label: key in knownSteps ? '' : label,
      holder,
      days: String(days),
      after: after.map((wait) => ({ of: idOf.get(wait.key) ?? 0, lag: String(wait.lag) })),
    })),
  };
}

/** As the API wants it. */
export function sentOf({ name, orderType, buyers, words, position, steps }: Draft): CreateTemplateDto {
  const keyOf = new Map(steps.map((step) => [step.id, stepKey(step)]));
  return {
    name: name.trim(),
    orderType: (orderType || null) as CreateTemplateDto['orderType'],
    buyers: listed(buyers),
    words: listed(words).map((word) => word.toLowerCase()),
    ...(position.trim() ? { position: Number(position) } : {}),
    steps: steps.map((step) => ({
      ...(step.key ? { key: step.key } : { key: stepKey(step), label: step.label.trim() }),
      holder: step.holder,
      days: Number(step.days),
      after: step.after.map(({ of, lag }) => ({ key: keyOf.get(of) ?? '', lag: Number(lag || 0) })),
    })),
  };
}

const listed = (text: string): string[] => [...new Set(text.split(',').map((each) => each.trim()))].filter(Boolean);

/** A step of the house's own has a key that reads like its label. */
function stepKey({ key, label }: DraftStep): string {
  if (key) return key;
  const slug = label
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  return `custom_${slug}`;
}

export const draftStepName = ({ key, label }: DraftStep): string => knownSteps[key] ?? (label.trim() || 'this step');
