import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config/config';
import { Jobs } from '../../platform/jobs/jobs';
import { today } from '../../platform/values/day';
import { amountText } from '../../platform/values/money';
import type { Actor } from '../auth/access/actor';
import { scopeOf } from '../auth/access/capabilities';
import { HOLDERS } from '../orders/gates/gate.vocabulary';
import { STAGES } from '../orders/vocabulary';
import { URGENCIES } from '../planning/schedule/forecast';
import type { FiguresDto, MerchandiserFigureDto } from './figures.dto';
import { HOUSE } from '../orders/kept-totals';
import { FiguresRepository, type KeptFigure, type MerchandiserFigure } from './figures.repository';
import { etdWindows, lastMonths, windowOf } from './figures.rules';

/** Four times an hour, beside the hours at which the daily jobs run. */
const FOLDED = '4,19,34,49 * * * *';

@Injectable()
export class FiguresService implements OnApplicationBootstrap {
  constructor(
    private readonly figures: FiguresRepository,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.scheduled('house-figures', FOLDED, () => this.figures.fold());
  }

  /** Of the house for who sees all of it, else of one's own orders. */
  async read(actor: Actor): Promise<FiguresDto> {
    const day = today(this.config.TZ_HOUSE);
    const seesAll = scopeOf(actor.role, 'dashboard.read') === 'house';
    const months = lastMonths(day);
    const kept = await this.figures.of(seesAll ? HOUSE : actor.id, months[0]?.month ?? '');
    const merchandisers = seesAll ? await this.figures.ofMerchandisers(day) : [];

    const of = (figure: KeptFigure['figure']) => kept.filter((each) => each.figure === figure);
    const countOf = (figure: KeptFigure['figure'], key: string) =>
      of(figure).find((each) => each.key === key)?.count ?? 0;
    const windows = etdWindows(day);
    const leaving = of('etd').map(({ key, count }) => ({ window: windowOf(key, windows)?.window, count }));
    const sum = (counts: readonly { count: number }[]) => counts.reduce((total, { count }) => total + count, 0);
    return {
      today: day,
      open: sum(of('stage')),
      stages: STAGES.map((stage) => ({ stage, count: countOf('stage', stage) })).filter(({ count }) => count > 0),
      merchandisers: merchandisers.map(merchandiserFigure),
      months: months.map(({ month, from, to }) => ({
        from,
        to,
        placed: countOf('placed', month),
        delivered: countOf('delivered', month),
      })),
      windows: windows.map((each) => ({ ...each, count: sum(leaving.filter(({ window }) => window === each.window)) })),
      values: of('value')
        .map(({ key, count, amount }) => ({ currency: key, amount: amountText(amount ?? 0, key), orders: count }))
        .sort((one, other) => one.currency.localeCompare(other.currency)),
      lines: URGENCIES.map((urgency) => ({ urgency, count: countOf('plan', urgency) })),
      approvals: HOLDERS.map((holder) => ({ holder, count: countOf('gate', holder) })),
    };
  }
}

const merchandiserFigure = ({ id, fullName, open, overdue }: MerchandiserFigure): MerchandiserFigureDto => ({
  merchandiser: id === null ? null : { id, fullName: fullName ?? '' },
  open,
  overdue,
});
