import { Injectable } from '@nestjs/common';
import { Transaction } from '../../platform/database/transaction';
import { daysBetween, type Day } from '../../platform/values/day';
import { dayWords } from '../../platform/values/words';
import type { OrderLine } from '../orders/line/line.entity';
import { lineLabel } from '../orders/line/lines.dto';
import { touches } from '../orders/revision/figures';
import type { Affected, FigureChange, OrderImpact } from '../orders/revision/order-impact';
import { LineMilestone } from './milestone.entity';

type Step = Pick<LineMilestone, 'orderLineId' | 'milestone' | 'label' | 'position' | 'plannedOn' | 'state'>;

/** Most steps that a sentence names. */
const NAMED = 3;

/** The time and action of a line ends with its ETD: another ETD leaves steps behind it, or days without any. */
@Injectable()
export class PlanImpact implements OrderImpact {
  constructor(private readonly transaction: Transaction) {}

  async affectedBy({ figures, line, before, after }: FigureChange): Promise<Affected[]> {
    const etd = (line ?? after.order).etd;
    if (!touches(figures, 'etd') || !etd) return [];
    const moved = line ? [line] : before.lines.filter((each) => each.etd === null); // they leave with their order
    if (!moved.length) return [];
    const steps = await this.plannedOf(moved.map(({ id }) => id));
    return moved.flatMap((each) =>
      planAffected(
        each,
        etd,
        steps.filter(({ orderLineId }) => orderLineId === each.id),
      ),
    );
  }

  private plannedOf(lineIds: readonly string[]): Promise<Step[]> {
    return this.transaction.manager
      .createQueryBuilder(LineMilestone, 'step')
      .where('step.orderLineId IN (:...lineIds) AND step.plannedOn IS NOT NULL', { lineIds })
      .andWhere(`step.state IN ('open', 'rejected')`)
      .getMany();
  }
}

/** @param etd the new one  @param steps planned and not done, of this line */
export function planAffected(line: OrderLine, etd: Day, steps: readonly Step[]): Affected[] {
  const title = `Plan of ${lineLabel(line, line.style.styleNumber)}`;
  const late = steps
    .filter((step): step is Step & { plannedOn: Day } => step.plannedOn !== null && step.plannedOn > etd)
    .sort((a, b) => a.plannedOn.localeCompare(b.plannedOn) || order(a) - order(b));
  if (late.length) {
    const named = late.slice(0, NAMED).map((step) => `${step.label} (${dayWords(step.plannedOn)})`);
    const rest = late.length - named.length;
    const steps = late.length === 1 ? '1 step is' : `${late.length} steps are`;
    const words = `${steps} planned after the new ETD of ${dayWords(etd)}: ${named.join(', ')}${rest ? ` and ${rest} more` : ''}.`;
    return [{ kind: 'milestone', id: null, title, sentence: words }];
  }
  const leaving = steps.find(({ milestone }) => milestone === 'exFactory')?.plannedOn;
  if (!leaving || leaving === etd) return [];
  const days = daysBetween(leaving, etd);
  const sentence = `Ex-factory is planned for ${dayWords(leaving)}, ${days} ${days === 1 ? 'day' : 'days'} before the new ETD of ${dayWords(etd)}.`;
  return [{ kind: 'milestone', id: null, title, sentence }];
}

const order = ({ position }: Step): number => position;
