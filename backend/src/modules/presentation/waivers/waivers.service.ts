import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { Outbox } from '../../../platform/events/outbox';
import type { Actor } from '../../auth/access/actor';
import type { LetterOfCredit } from '../../financials/letter-of-credit/letter-of-credit.entity';
import { LettersOfCreditRepository } from '../../financials/letter-of-credit/letters-of-credit.repository';
import { FindingWaiver } from './finding-waiver.entity';
import { AlreadyWaived, NoSuchFinding } from './waiver.errors';
import { FindingWaived, FindingWaiverTakenBack } from './waiver.events';
import { WaiversRepository } from './waivers.repository';

/** What a waiver says of its finding. */
export interface Waived {
  key: string;
  rule: string;
  sentence: string;
}

/** Findings that may stand: by whose word, and why. */
@Injectable()
export class WaiversService {
  constructor(
    private readonly waivers: WaiversRepository,
    private readonly credits: LettersOfCreditRepository,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @param find the findings of the moment, read under the lock of the LC
   * @throws ResourceNotFound 404, NoSuchFinding 409, AlreadyWaived 409
   */
  waive(id: string, asked: { key: string; reason: string }, find: () => Promise<Waived[]>, actor: Actor) {
    return this.transaction.run(async () => {
      const credit = await this.credits.getForUpdate(id, actor, 'letter_of_credit.write');
      const finding = (await find()).find(({ key }) => key === asked.key);
      if (!finding) throw new NoSuchFinding();
      if (await this.waivers.isWaived(id, asked.key)) throw new AlreadyWaived();
      const waiver = Object.assign(new FindingWaiver(), {
        ...{ letterOfCreditId: id, findingKey: asked.key, rule: finding.rule, reason: asked.reason },
        createdById: actor.id,
      });
      await this.waivers.insert(waiver);
      await this.outbox.record(new FindingWaived(subject(credit), actor, told(credit, waiver, finding.sentence)));
    });
  }

  /** The finding counts again. @throws ResourceNotFound 404 */
  takeBack(id: string, waiverId: string, actor: Actor): Promise<void> {
    return this.transaction.run(async () => {
      const credit = await this.credits.getForUpdate(id, actor, 'letter_of_credit.write');
      const waiver = await this.waivers.get(waiverId, id);
      await this.waivers.trash(waiver);
      await this.outbox.record(new FindingWaiverTakenBack(subject(credit), actor, told(credit, waiver)));
    });
  }

  /** What was taken back. @throws ResourceNotFound 404, AlreadyWaived 409 */
  restore(id: string, waiverId: string, actor: Actor): Promise<void> {
    return this.transaction.run(async () => {
      const credit = await this.credits.getForUpdate(id, actor, 'letter_of_credit.write');
      const waiver = await this.waivers.get(waiverId, id, true);
      if (await this.waivers.isWaived(id, waiver.findingKey)) throw new AlreadyWaived();
      await this.waivers.restore(waiver);
      await this.outbox.record(new FindingWaived(subject(credit), actor, told(credit, waiver)));
    });
  }
}

const subject = ({ id, rowVersion, orderId }: LetterOfCredit) => ({ id, rowVersion, orderId });

const told = ({ lcNumber }: LetterOfCredit, { id, rule, reason }: FindingWaiver, sentence?: string) => ({
  ...{ waiverId: id, lcNumber, rule, reason },
  ...(sentence ? { finding: sentence } : {}),
});
