import { PartialType } from '@nestjs/swagger';
import { InvalidInput } from '../../../platform/errors/domain-error';
import { Id, Instant, ListOf, OneOf, Text, TextList, Whole } from '../../../platform/http/fields';
import { customKey } from '../../orders/gates/gate.vocabulary';
import { ORDER_TYPES, type OrderType } from '../../orders/vocabulary';
import { STEP_HOLDERS, type StepHolder } from '../calendar/calendar.vocabulary';
import {
  isKnownStep,
  isStepKey,
  KNOWN_STEPS,
  MAX_STEP_KEY,
  MAX_STEP_LABEL,
  STEP_KEY,
  stepLabel,
  type StepKey,
} from '../milestone.vocabulary';
import { inOrder, RingOfSteps } from '../schedule/sequence';
import type { PlanTemplate, TemplateStep } from './template.entity';
import { WaitDto } from './wait.dto';

const key = { max: MAX_STEP_KEY, pattern: STEP_KEY, example: 'yarnReceived' } as const;

export class WriteTemplateStepDto {
  @Text({
    ...key,
    optional: true,
    hint: `Choose one of ${KNOWN_STEPS.join(', ')}, or leave it out and give a label.`,
    description: 'A step that Provabook knows; left out for one of the house’s own, which is named.',
  })
  key?: string;
  @Text({ optional: true, max: MAX_STEP_LABEL, description: 'Of a step of the house’s own.', example: 'Wash test' })
  label?: string;
  @OneOf(STEP_HOLDERS, {
    name: 'StepHolder',
    description: 'Whose turn it is, and whose calendar counts.',
    example: 'mill',
  })
  holder: StepHolder;
  @Whole({ min: 0, max: 365, description: 'Working days of its holder.', example: 7 }) days: number;
  @ListOf(() => WaitDto, {
    optional: true,
    alternative: true,
    max: 20,
    description: 'What it waits for; none: it may begin at once.',
  })
  after?: WaitDto[];
}

const orderType = {
  name: 'OrderType',
  nullable: true,
  description: 'Null: of either type.',
  example: 'local',
} as const;
const buyers = {
  max: 100,
  each: 255,
  description: 'Buyers or customers as orders name them; none: of every buyer.',
  example: ['ANABIA'],
} as const;
const words = {
  max: 50,
  each: 60,
  description: 'One of these in the fabric type, or in the CAD; none: of any fabric.',
  example: ['yarn-dyed'],
} as const;
const position = {
  min: 0,
  max: 1000,
  description: 'Of two that are as particular the smaller counts.',
  example: 1,
} as const;

export class CreateTemplateDto {
  @Text({ max: 100, example: 'Local, single jersey' }) name: string;
  @OneOf(ORDER_TYPES, { ...orderType, optional: true }) orderType?: OrderType | null;
  @TextList({ ...buyers, optional: true }) buyers?: string[];
  @TextList({ ...words, optional: true }) words?: string[];
  @ListOf(() => WriteTemplateStepDto, { min: 1, max: 60, description: 'In the order in which people read them.' })
  steps: WriteTemplateStepDto[];
  @Whole({ ...position, optional: true }) position?: number;
}

export class UpdateTemplateDto extends PartialType(CreateTemplateDto, { skipNullProperties: false }) {}

export class TemplateStepDto {
  @Text(key) key: string;
  @Text({ max: MAX_STEP_LABEL, example: 'Yarn received' }) label: string;
  @OneOf(STEP_HOLDERS, { name: 'StepHolder', example: 'mill' }) holder: StepHolder;
  @Whole({ min: 0, max: 365, example: 7 }) days: number;
  @ListOf(() => WaitDto, { max: 20 }) after: WaitDto[];
}

export class TemplateDto {
  @Id() id: string;
  @Text({ max: 100, example: 'Local, single jersey' }) name: string;
  @OneOf(ORDER_TYPES, orderType) orderType: OrderType | null;
  @TextList(buyers) buyers: string[];
  @TextList(words) words: string[];
  @ListOf(() => TemplateStepDto, { max: 60 }) steps: TemplateStepDto[];
  @Whole(position) position: number;
  @Instant() createdAt: string;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from({ createdAt, updatedAt, ...row }: PlanTemplate): TemplateDto {
    const { id, name, orderType, buyers, words, steps, position, rowVersion } = row;
    return {
      id,
      name,
      orderType,
      buyers,
      words,
      steps,
      position,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
      rowVersion,
    };
  }
}

/**
 * What was written, with a key for each step of the house's own.
 * @throws InvalidInput 400 on the step without a name, that stands there twice, that waits for none of these, or in a ring
 */
export function stepsOfTemplate(written: readonly WriteTemplateStepDto[]): TemplateStep[] {
  const seen = new Set<StepKey>();
  const steps = written.map(({ key, label, holder, days, after = [] }, index): TemplateStep => {
    const at = `steps.${index}.${key === undefined ? 'label' : 'key'}`;
    const stepKey = key !== undefined && isStepKey(key) ? key : (customKey(label ?? '') as StepKey);
    if (stepKey === 'custom_') throw new InvalidInput({ [at]: ['Give the step a name.'] });
    if (seen.has(stepKey)) throw new InvalidInput({ [at]: ['This step is in the template already.'] });
    seen.add(stepKey);
    const own = isKnownStep(stepKey) ? undefined : label?.trim();
    return {
      key: stepKey,
      label: own ?? stepLabel(stepKey),
      holder,
      days,
      after: after.map(({ key, lag }) => ({ key: key as StepKey, lag })),
    };
  });
  refuseLooseWaits(steps);
  return steps;
}

function refuseLooseWaits(steps: readonly TemplateStep[]): void {
  const index = new Map(steps.map(({ key }, at) => [key, at]));
  for (const [at, { after }] of steps.entries())
    for (const [which, { key }] of after.entries()) {
      const field = `steps.${at}.after.${which}.key`;
      if (!index.has(key)) throw new InvalidInput({ [field]: [`${stepLabel(key)} is no step of this template.`] });
      if (after.findIndex((wait) => wait.key === key) < which)
        throw new InvalidInput({ [field]: [`It waits for ${stepLabel(key)} already.`] });
    }
  try {
    inOrder(steps);
  } catch (error) {
    if (!(error instanceof RingOfSteps)) throw error;
    const labels = [...error.ring, error.ring[0] ?? ''].map(
      (key) => steps.find((step) => step.key === key)?.label ?? key,
    );
    const at = index.get(error.ring[0] as StepKey) ?? 0;
    throw new InvalidInput({ [`steps.${at}.after`]: [`These wait for each other in a ring: ${labels.join(' → ')}.`] });
  }
}
