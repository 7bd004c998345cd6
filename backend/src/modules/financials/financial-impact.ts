import { Injectable } from '@nestjs/common';
import Decimal from 'decimal.js';
import { Transaction } from '../../platform/database/transaction';
import type { Day } from '../../platform/values/day';
import { dayWords, moneyWords } from '../../platform/values/words';
import { figuresOf, valueOf } from '../orders/line/roll-up';
import { lineLabel } from '../orders/line/lines.dto';
import { touches } from '../orders/revision/figures';
import type { Affected, FigureChange, OrderImpact } from '../orders/revision/order-impact';
import { CoveredOrder } from './letter-of-credit/coverage/covered-order.entity';
import { LetterOfCredit } from './letter-of-credit/letter-of-credit.entity';
import { ProformaInvoice } from './proforma-invoice/proforma-invoice.entity';

type Invoice = Pick<ProformaInvoice, 'id' | 'piNumber' | 'status' | 'amount' | 'currency'>;
type Credit = Pick<
  LetterOfCredit,
  'id' | 'lcNumber' | 'status' | 'amount' | 'currency' | 'expiryDate' | 'latestShipmentDate'
>;

/** What the papers of an order say of its figures: PIs that stand, and LCs that have not expired. */
@Injectable()
export class FinancialImpact implements OrderImpact {
  constructor(private readonly transaction: Transaction) {}

  /** A confirmed PI or an issued LC binds the order's figures. */
  async agreed(orderId: string): Promise<string | null> {
    const invoice = (await this.invoicesOf(orderId)).find(({ status }) => status === 'confirmed');
    if (invoice) return `${invoice.piNumber} is confirmed.`;
    const credit = (await this.creditsOf(orderId)).find(({ status }) => status !== 'pending');
    return credit ? `${creditName(credit)} is ${credit.status}.` : null;
  }

  async affectedBy(change: FigureChange): Promise<Affected[]> {
    const orderId = change.before.order.id;
    return [
      ...(await this.invoicesOf(orderId)).flatMap((invoice) => invoiceAffected(invoice, change) ?? []),
      ...(await this.creditsOf(orderId)).flatMap((credit) => creditAffected(credit, change) ?? []),
    ];
  }

  private invoicesOf(orderId: string): Promise<Invoice[]> {
    return this.transaction.manager
      .createQueryBuilder(ProformaInvoice, 'invoice')
      .where(`invoice.orderId = :orderId AND invoice.status <> 'cancelled'`, { orderId })
      .orderBy('invoice.version')
      .getMany();
  }

  private creditsOf(orderId: string): Promise<Credit[]> {
    return this.transaction.manager
      .createQueryBuilder(LetterOfCredit, 'credit')
      .innerJoin(CoveredOrder, 'covered', 'covered.letterOfCreditId = credit.id AND covered.orderId = :orderId', {
        orderId,
      })
      .where(`credit.status <> 'expired'`)
      .orderBy('credit.createdAt')
      .getMany();
  }
}

/** A PI asks for what the order was worth. */
export function invoiceAffected(invoice: Invoice, change: FigureChange): Affected | null {
  const [was, is] = valuesIn(invoice.currency, change);
  if (was.eq(is)) return null;
  const { amount, currency } = invoice;
  const said = { draft: 'Drafted', sent: 'Sent', confirmed: 'Confirmed', cancelled: 'Cancelled' }[invoice.status];
  return {
    kind: 'proforma_invoice',
    id: invoice.id,
    title: invoice.piNumber,
    sentence: `${said} for ${moneyWords(amount, currency)}; the order would come to ${comparedTo(is, amount, currency)}.`,
  };
}

/** An LC covers an amount, until a day to ship and a day to present. */
export function creditAffected(credit: Credit, change: FigureChange): Affected | null {
  const { amount, currency } = credit;
  const [was, is] = valuesIn(currency, change);
  const sentences = [
    ...(was.eq(is)
      ? []
      : [`It covers ${moneyWords(amount, currency)}; the order would come to ${comparedTo(is, amount, currency)}.`]),
    ...lateFor(credit, change),
  ];
  return sentences.length
    ? { kind: 'letter_of_credit', id: credit.id, title: creditName(credit), sentence: sentences.join(' ') }
    : null;
}

function lateFor({ latestShipmentDate, expiryDate }: Credit, { figures, line, after }: FigureChange): string[] {
  const etd = touches(figures, 'etd') ? (line ?? after.order).etd : null;
  if (!etd) return [];
  const what = line ? lineLabel(line, line.style.styleNumber) : 'the order';
  const leaves = (limit: Day | null) => (limit && etd > limit ? `${what} would leave on ${dayWords(etd)}` : null);
  const [ship, present] = [leaves(latestShipmentDate), leaves(expiryDate)];
  if (present) return [`It expires on ${dayWords(expiryDate)}, and ${present}: it needs an amendment.`];
  if (ship && latestShipmentDate)
    return [`Its latest day to ship is ${dayWords(latestShipmentDate)}, and ${ship}: it needs an amendment.`];
  return [];
}

/** The order's worth in a currency, as it is and as it would be. */
function valuesIn(currency: string, { before, after }: FigureChange): [Decimal, Decimal] {
  const worth = ({ order, lines }: FigureChange['before']) =>
    new Decimal(valueOf(figuresOf(order, lines)).find((value) => value.currency === currency)?.amount ?? 0);
  return [worth(before), worth(after)];
}

/** `USD 160,000.00, USD 1,534.00 more` */
function comparedTo(value: Decimal, amount: string, currency: string): string {
  const over = value.minus(amount);
  const words = moneyWords(value, currency);
  if (over.isZero()) return `${words}, just that`;
  return `${words}, ${moneyWords(over.abs(), currency)} ${over.isPositive() ? 'more' : 'less'}`;
}

const creditName = ({ lcNumber }: Pick<Credit, 'lcNumber'>): string =>
  /^lc/i.test(lcNumber) ? lcNumber : `LC ${lcNumber}`;
