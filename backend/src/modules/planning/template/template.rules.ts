import { hasWord } from '../../orders/gates/gate-sets.rules';
import type { OrderType } from '../../orders/vocabulary';
import type { StepKey } from '../milestone.vocabulary';
import type { PlanTemplate, TemplateStep, Wait } from './template.entity';

/** What decides about the template of a line. */
export interface PlannedLine {
  orderType: OrderType;
  buyerNames: readonly (string | null)[];
  /** Of the style, else of the order. */
  fabricType: string | null;
  cadName: string | null;
}

const same = (a: string, b: string | null): boolean => a.trim().toLowerCase() === b?.trim().toLowerCase();

/**
 * The template for a line: of those that fit, the one that is most particular (it names the buyer; then the fabric; then
 * the type of order), and of equals the one with the smaller position. Null where none fits.
 */
export function templateFor(line: PlannedLine, templates: readonly PlanTemplate[]): PlanTemplate | null {
  const fitting = templates.flatMap((template) => {
    const { orderType, buyers, words } = template;
    if (orderType && orderType !== line.orderType) return [];
    if (buyers.length && !buyers.some((buyer) => line.buyerNames.some((name) => same(buyer, name)))) return [];
    if (words.length && ![line.fabricType, line.cadName].some((text) => hasWord(text, words))) return [];
    return [{ template, weight: (buyers.length ? 4 : 0) + (words.length ? 2 : 0) + (orderType ? 1 : 0) }];
  });
  fitting.sort(
    (a, b) =>
      b.weight - a.weight || a.template.position - b.template.position || (a.template.id < b.template.id ? -1 : 1),
  );
  return fitting[0]?.template ?? null;
}

/**
 * The steps of a template that a line has. What waits for one that the line does not have waits for what that one waits
 * for, its lags added up: a sheet without a column for a step does not set free what comes after it.
 */
export function stepsOn(steps: readonly TemplateStep[], has: (key: StepKey) => boolean): TemplateStep[] {
  const of = new Map(steps.map((step) => [step.key, step]));
  const through = (waits: readonly Wait[]): Wait[] =>
    waits.flatMap((wait) =>
      has(wait.key)
        ? [wait]
        : through(of.get(wait.key)?.after ?? []).map(({ key, lag }) => ({ key, lag: lag + wait.lag })),
    );
  return steps.filter(({ key }) => has(key)).map((step) => ({ ...step, after: longest(through(step.after)) }));
}

/** Of several waits for the same step, the longest. */
function longest(waits: readonly Wait[]): Wait[] {
  const lags = new Map<StepKey, number>();
  for (const { key, lag } of waits) lags.set(key, Math.max(lag, lags.get(key) ?? lag));
  return [...lags].map(([key, lag]) => ({ key, lag }));
}
