import { Inject, Injectable } from '@nestjs/common';
import Decimal from 'decimal.js';
import { CONFIG, type Config } from '../../../platform/config/config';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import { today } from '../../../platform/values/day';
import { minorUnits } from '../../../platform/values/currencies';
import type { Actor } from '../../auth/access/actor';
import type { Order } from '../../orders/order/order.entity';
import { OrdersRepository } from '../../orders/order/orders.repository';
import { rateInto, type AppliedRate } from '../exchange-rates/conversion';
import { ExchangeRatesRepository } from '../exchange-rates/exchange-rates.repository';
import type { OrderProfit } from './order-profit.entity';
import { OrderProfitsRepository, type ProfitTotal } from './order-profits.repository';
import { ProfitKeeper, type ReckonedLine } from './profit-keeper';
import type { LineProfit } from './profit.rules';

const FIGURES = ['value', 'potentialProfit', 'realizedValue', 'realizedProfit'] as const;

/** Totals as one currency tells them. */
export interface ConvertedTotals {
  currency: string;
  figures: Record<(typeof FIGURES)[number], Decimal>;
  rates: AppliedRate[];
  /** Nothing is known of what these are worth in it: they are not in the sum. */
  without: ProfitTotal[];
}

/** What the orders of the house are worth, potential and realized. */
@Injectable()
export class ProfitsService {
  constructor(
    private readonly profits: OrderProfitsRepository,
    private readonly orders: OrdersRepository,
    private readonly keeper: ProfitKeeper,
    private readonly rates: ExchangeRatesRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(asked: ListQuery, actor: Actor): Promise<Page<OrderProfit>> {
    return this.profits.list(asked, actor);
  }

  totals(asked: ListQuery, actor: Actor): Promise<ProfitTotal[]> {
    return this.profits.totals(asked, actor);
  }

  /** The totals told in one currency, each rounded once after its rate; the rates are the last until today. Two statements. */
  async totalsIn(currency: string, asked: ListQuery, actor: Actor): Promise<ConvertedTotals> {
    const totals = await this.totals(asked, actor);
    const latest = await this.rates.latest(currency, today(this.config.TZ_HOUSE));
    const told: ConvertedTotals = { currency, figures: nothing(), rates: [], without: [] };
    for (const total of totals) {
      const rate = total.currency === currency ? null : rateInto(total.currency, currency, latest);
      if (!rate && total.currency !== currency) {
        told.without.push(total);
        continue;
      }
      if (rate) told.rates.push(rate);
      for (const figure of FIGURES) {
        const amount = new Decimal(total[figure]).times(rate?.factor ?? 1);
        told.figures[figure] = told.figures[figure].plus(
          amount.toDecimalPlaces(minorUnits(currency), Decimal.ROUND_HALF_UP),
        );
      }
    }
    return told;
  }

  /** As it stands this moment, line by line. @throws ResourceNotFound 404 */
  async read(orderId: string, actor: Actor): Promise<{ order: Order; lines: LineProfit<ReckonedLine>[] }> {
    const order = await this.orders.get(orderId, actor);
    return { order, lines: await this.keeper.reckon(order) };
  }
}

const nothing = () =>
  Object.fromEntries(FIGURES.map((figure) => [figure, new Decimal(0)])) as ConvertedTotals['figures'];
