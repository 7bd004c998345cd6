import { Inject, Injectable } from '@nestjs/common';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CONFIG, type Config } from '../../../../platform/config/config';
import type { Fact } from '../../../../platform/papers/paper.types';
import { printPaper } from '../../../../platform/papers/print-paper';
import { lineAmount, priceText } from '../../../../platform/values/money';
import { quantityText } from '../../../../platform/values/quantity';
import { dayWords, moneyWords, quantityWords, unitWord } from '../../../../platform/values/words';
import type { Actor } from '../../../auth/access/actor';
import type { OrderLine } from '../../../orders/line/line.entity';
import { lineLabel } from '../../../orders/line/lines.dto';
import { figuresOf, quantitiesOf, valueOf, type RolledLine } from '../../../orders/line/roll-up';
import type { Order } from '../../../orders/order/order.entity';
import { OrdersService, type WholeOrder } from '../../../orders/order/orders.service';
import { momentWords } from '../about';
import type { PaperLine, PurchaseOrderPaper } from './purchase-order.types';

/** Purchase orders on paper: what was agreed with the buyer, line by line, at our prices. */
@Injectable()
export class PurchaseOrders {
  constructor(
    private readonly orders: OrdersService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Prints an order into a file, in a thread of its own. @returns what the file is called  @throws ResourceNotFound 404 */
  async print(orderId: string, actor: Actor, path: string): Promise<string> {
    const whole = await this.orders.get(orderId, actor);
    const paper = paperOf(whole, {
      house: this.config.HOUSE_NAME,
      printed: `${momentWords(new Date(), this.config.TZ_HOUSE)} by ${actor.fullName}`,
    });
    await writeFile(path, await printPaper(join(__dirname, 'purchase-order.worker'), paper));
    return `PO_${whole.order.orderNumber}.pdf`;
  }
}

/** What stands on the paper. No mill price does, whatever else is missing: the paper goes to the buyer. */
export function paperOf(
  { order, lines }: WholeOrder,
  { house, printed }: { house: string; printed: string },
): PurchaseOrderPaper {
  const figures = figuresOf(order, lines);
  const values = valueOf(figures);
  const quantities = quantitiesOf(figures);
  const unpriced = figures.filter(({ provaPrice }) => provaPrice === null).length;
  return {
    house,
    orderNumber: order.orderNumber,
    facts: factsOf(order),
    lines: lines.length ? lines.map((line) => goodsOf(line)) : figures.map((own) => goodsOfOrder(order, own)),
    totals: Array.from({ length: Math.max(quantities.length, values.length) }, (_, index) => ({
      label: index === 0 ? 'Total' : '',
      quantity: quantities[index] ? quantityWords(quantities[index].quantity, quantities[index].unit) : '',
      amount: values[index] ? moneyWords(values[index].amount, values[index].currency) : '',
    })),
    remarks: [
      ...(unpriced
        ? [
            `The price of ${unpriced === 1 ? 'one line' : `${unpriced} lines`} is not agreed yet; the total leaves it out.`,
          ]
        : []),
      ...(order.notes ? [order.notes] : []),
    ],
    signatures: [`For ${house}`, `For ${order.customerName}`],
    foot: `${order.orderNumber}${order.revisionCount ? ` · revision ${order.revisionCount}` : ''} · printed ${printed}`,
  };
}

function factsOf(order: Order): [Fact[], Fact[]] {
  const known = (facts: readonly (readonly [string, string | null])[]): Fact[] =>
    facts.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
  return [
    known([
      ['Customer', order.customerName],
      ['Buyer', order.buyerName === order.customerName ? null : order.buyerName],
      ['Season', order.season],
      [
        'Fabric',
        [order.fabricType, order.fabricComposition, order.gsm && `${quantityText(order.gsm)} g/m²`]
          .filter(Boolean)
          .join(' · '),
      ],
    ]),
    known([
      ['Order date', order.orderDate && dayWords(order.orderDate)],
      ['First ETD', order.earliestEtd && dayWords(order.earliestEtd)],
      ['Type', order.orderType === 'local' ? 'Local' : 'Foreign'],
      ['Merchandiser', order.merchandiser?.fullName ?? null],
    ]),
  ];
}

function goodsOf(line: OrderLine): PaperLine {
  const { style } = line;
  const detail = [
    style.fabricType,
    style.fabricComposition,
    style.gsm && `${quantityText(style.gsm)} g/m²`,
    style.description,
  ];
  return {
    title: lineLabel(line, style.styleNumber),
    detail: detail.filter(Boolean).join(' · ') || null,
    ...figuresWords(line, line.etd),
  };
}

const goodsOfOrder = (order: Order, own: RolledLine): PaperLine => ({
  title: order.styleNumber ?? order.fabricType,
  detail: order.fabricSpecifications,
  ...figuresWords(own, order.etd),
});

function figuresWords({ quantity, unit, provaPrice, currency }: RolledLine, etd: string | null) {
  return {
    etd: etd ? dayWords(etd) : '–',
    quantity: quantity === null ? '–' : quantityWords(quantity, unit),
    price: provaPrice === null ? '–' : `${priceText(provaPrice)} / ${unitWord(unit).replace(/s$/, '')}`,
    amount:
      quantity === null || provaPrice === null ? '–' : moneyWords(lineAmount(quantity, provaPrice, currency), currency),
  };
}
