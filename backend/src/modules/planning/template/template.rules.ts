import { hasWord } from '../../orders/gates/gate-sets.rules';
import type { OrderType } from '../../orders/vocabulary';
import type { PlanTemplate } from './template.entity';

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
