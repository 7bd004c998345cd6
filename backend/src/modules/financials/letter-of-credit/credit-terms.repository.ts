import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { LetterOfCreditAmendment } from './amendment/amendment.entity';
import { LetterOfCreditTerms } from './credit-terms.entity';
import { LetterOfCreditDrawing } from './drawing/drawing.entity';

/** What lies under LCs that the caller has shown to be visible. */
@Injectable()
export class CreditTermsRepository {
  constructor(private readonly transaction: Transaction) {}

  find(letterOfCreditId: string): Promise<LetterOfCreditTerms | null> {
    return this.transaction.manager.findOneBy(LetterOfCreditTerms, { letterOfCreditId });
  }

  async keep(row: Pick<LetterOfCreditTerms, 'letterOfCreditId' | 'sourceText' | 'issued'>): Promise<void> {
    await this.transaction.manager.upsert(LetterOfCreditTerms, row as never, ['letterOfCreditId']);
  }

  /** In the order in which they came. */
  amendments(letterOfCreditId: string): Promise<LetterOfCreditAmendment[]> {
    return this.transaction.manager
      .createQueryBuilder(LetterOfCreditAmendment, 'amendment')
      .leftJoin('amendment.createdBy', 'creator')
      .addSelect(['creator.id', 'creator.fullName'])
      .where('amendment.letterOfCreditId = :letterOfCreditId', { letterOfCreditId })
      .orderBy('amendment.sequence')
      .getMany();
  }

  /** The first presented first. */
  drawings(letterOfCreditId: string): Promise<LetterOfCreditDrawing[]> {
    return this.transaction.manager
      .createQueryBuilder(LetterOfCreditDrawing, 'drawing')
      .leftJoin('drawing.createdBy', 'creator')
      .addSelect(['creator.id', 'creator.fullName'])
      .where('drawing.letterOfCreditId = :letterOfCreditId', { letterOfCreditId })
      .orderBy('drawing.presentedOn')
      .addOrderBy('drawing.id')
      .getMany();
  }
}
