import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { Transaction } from '../../../platform/database/transaction';
import { PaymentMatch } from './payment.entity';

/** What of payments goes to which invoice. */
@Injectable()
export class PaymentMatches {
  constructor(private readonly transaction: Transaction) {}

  /** Of a payment, with what each goes to; the oldest invoice first. */
  ofPayment(paymentId: string): Promise<PaymentMatch[]> {
    return this.rows
      .createQueryBuilder('part')
      .innerJoinAndSelect('part.receivable', 'receivable')
      .where('part.paymentId = :paymentId', { paymentId })
      .orderBy('receivable.issuedOn')
      .addOrderBy('receivable.invoiceNumber')
      .getMany();
  }

  /** What came for a shipment, with the payment it came with; the first first. */
  ofReceivable(receivableId: string): Promise<PaymentMatch[]> {
    return this.rows
      .createQueryBuilder('part')
      .innerJoinAndSelect('part.payment', 'payment')
      .where('part.receivableId = :receivableId', { receivableId })
      .orderBy('payment.receivedOn')
      .addOrderBy('payment.id')
      .getMany();
  }

  /** In the place of those it had. */
  async put(paymentId: string, parts: readonly PaymentMatch[]): Promise<void> {
    await this.rows.delete({ paymentId });
    if (parts.length) await this.rows.insert([...parts] as QueryDeepPartialEntity<PaymentMatch>[]);
  }

  private get rows() {
    return this.transaction.manager.getRepository(PaymentMatch);
  }
}
