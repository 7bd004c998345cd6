import { Injectable } from '@nestjs/common';
import { Numbers } from '../../../platform/database/numbers';
import { Transaction } from '../../../platform/database/transaction';
import { changesBetween, isUnchanged } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import { AttachmentDto, type FileLinkDto } from '../../../platform/storage/attachment.dto';
import { Attachments } from '../../../platform/storage/attachments';
import type { IncomingFile } from '../../../platform/storage/receives-file';
import { pastDay } from '../../../platform/values/past-day';
import type { Actor } from '../../auth/access/actor';
import type { Capability } from '../../auth/access/capabilities';
import { OrderReferences } from '../../orders/order-references';
import { houseNumber, refuseFraction } from '../amounts';
import { CreditChanges, mayConfirm, subject, WRITTEN, written } from './credit-changes';
import { CreditTermsService } from './credit-terms.service';
import { LetterOfCredit } from './letter-of-credit.entity';
import {
  LetterOfCreditClosed,
  LetterOfCreditConfirmed,
  LetterOfCreditDeleted,
  LetterOfCreditDocumentAdded,
  LetterOfCreditExpired,
  LetterOfCreditIssued,
  LetterOfCreditRecorded,
  LetterOfCreditReopened,
  LetterOfCreditRestored,
  LetterOfCreditUpdated,
} from './letter-of-credit.events';
import type { CreditTotal } from '../summary/paper-totals';
import type { CreateLetterOfCreditDto, UpdateLetterOfCreditDto } from './letters-of-credit.dto';
import { LettersOfCreditRepository } from './letters-of-credit.repository';

const FOLDER = 'financials/letters_of_credit';

type Stepped = typeof LetterOfCreditIssued | typeof LetterOfCreditConfirmed | typeof LetterOfCreditExpired;

@Injectable()
export class LettersOfCreditService {
  constructor(
    private readonly credits: LettersOfCreditRepository,
    private readonly references: OrderReferences,
    private readonly numbers: Numbers,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    private readonly attachments: Attachments,
    private readonly terms: CreditTermsService,
    private readonly changes: CreditChanges,
  ) {}

  list(asked: ListQuery, actor: Actor): Promise<Page<LetterOfCredit>> {
    return this.credits.list(asked, actor);
  }

  totals(asked: ListQuery, actor: Actor): Promise<CreditTotal[]> {
    return this.credits.totals(asked, actor);
  }

  /** @throws ResourceNotFound 404 */
  get(id: string, actor: Actor): Promise<LetterOfCredit> {
    return this.credits.get(id, actor);
  }

  /** Records an LC as pending, with the text that it was read from. @throws NoSuchReference 400, NoSuchMessage 400, 409 when the number is taken, FractionOfCurrency 422 */
  record({ text, ...body }: CreateLetterOfCreditDto, actor: Actor): Promise<LetterOfCredit> {
    return this.transaction.run(async () => {
      const order = await this.references.lockOrder(body.orderId, actor, 'letter_of_credit.write');
      const credit = Object.assign(new LetterOfCredit(), {
        currency: order.currency,
        status: 'pending',
        ...body,
        lcNumber: body.lcNumber?.trim() ?? (await this.nextNumber()),
        createdById: actor.id,
      } satisfies Partial<LetterOfCredit>);
      refuseFraction(credit);
      await this.credits.insert(credit);
      if (text !== undefined) await this.terms.keepText(credit, text);
      await this.outbox.record(
        new LetterOfCreditRecorded(
          subject(credit),
          actor,
          changesBetween<Partial<LetterOfCredit>>({}, written(credit), [...WRITTEN, 'status']),
        ),
      );
      return this.credits.get(credit.id, actor);
    });
  }

  /**
   * Changes what is sent. Amendments of the bank are entered so; once it is confirmed, by who may confirm.
   * @throws ResourceNotFound 404, ConfirmedByManager 403, NoLongerValid 409, StaleVersion 412, FractionOfCurrency 422
   */
  update(id: string, body: UpdateLetterOfCreditDto, actor: Actor, expected?: number): Promise<LetterOfCredit> {
    return this.transaction.run(async () => {
      const credit = await this.getChangeable(id, actor, expected);
      const before = written(credit);
      Object.assign(credit, body, body.lcNumber ? { lcNumber: body.lcNumber.trim() } : {});
      refuseFraction(credit);
      const changes = changesBetween(before, written(credit), WRITTEN);
      if (isUnchanged(changes)) return credit;
      await this.credits.save(credit);
      await this.outbox.record(
        new LetterOfCreditUpdated(subject(credit), actor, { ...changes, lcNumber: credit.lcNumber }),
      );
      return credit;
    });
  }

  /** The text of the bank, or a scan of it. @throws ResourceNotFound 404, ConfirmedByManager 403, NoLongerValid 409, StaleVersion 412 */
  async attachDocument(id: string, file: IncomingFile, actor: Actor, expected?: number): Promise<LetterOfCredit> {
    const found = await this.credits.get(id, actor);
    found.refuseChange(mayConfirm(actor));
    return this.attachments.keep(`${FOLDER}/${found.orderId}/lc`, file, (document) =>
      this.transaction.run(async () => {
        const credit = await this.getChangeable(id, actor, expected);
        const before = { document: AttachmentDto.from(credit.attachment) };
        credit.attachment = document;
        await this.credits.save(credit);
        const after = { document: AttachmentDto.from(document) };
        const { lcNumber } = credit;
        await this.outbox.record(new LetterOfCreditDocumentAdded(subject(credit), actor, { before, after, lcNumber }));
        return credit;
      }),
    );
  }

  /** @throws ResourceNotFound 404, NoFileYet 404 */
  async linkToDocument(id: string, actor: Actor): Promise<FileLinkDto> {
    return this.attachments.linkTo((await this.credits.get(id, actor)).attachment);
  }

  /** To the trash. @throws ResourceNotFound 404, ConfirmedByManager 403, NoLongerValid 409, StaleVersion 412 */
  delete(id: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const credit = await this.getChangeable(id, actor, expected);
      await this.credits.trash(credit);
      const { lcNumber } = credit;
      await this.outbox.record(
        new LetterOfCreditDeleted(subject(credit), actor, { before: { lcNumber }, after: {}, lcNumber }),
      );
    });
  }

  /** From the trash. @throws ResourceNotFound 404, ConfirmedByManager 403, 409 when its number was taken meanwhile */
  restore(id: string, actor: Actor): Promise<LetterOfCredit> {
    return this.transaction.run(async () => {
      const credit = await this.credits.getTrashed(id, actor);
      credit.refuseChange(mayConfirm(actor));
      await this.credits.restore(credit);
      const { lcNumber } = credit;
      await this.outbox.record(
        new LetterOfCreditRestored(subject(credit), actor, { before: {}, after: { lcNumber }, lcNumber }),
      );
      return credit;
    });
  }

  /** @throws ResourceNotFound 404, IllegalTransition 409, StaleVersion 412 */
  issue(id: string, actor: Actor, expected?: number): Promise<LetterOfCredit> {
    return this.move(id, actor, 'letter_of_credit.write', expected, LetterOfCreditIssued, (credit) => credit.issue());
  }

  /** @throws ResourceNotFound 404, IllegalTransition 409, StaleVersion 412 */
  confirm(id: string, actor: Actor, expected?: number): Promise<LetterOfCredit> {
    return this.move(id, actor, 'letter_of_credit.confirm', expected, LetterOfCreditConfirmed, (credit) =>
      credit.confirm(),
    );
  }

  /** @throws ResourceNotFound 404, IllegalTransition 409, StaleVersion 412 */
  expire(id: string, actor: Actor, expected?: number): Promise<LetterOfCredit> {
    return this.move(id, actor, 'letter_of_credit.write', expected, LetterOfCreditExpired, (credit) => credit.expire());
  }

  /** Nothing more is drawn on it. @throws ResourceNotFound 404, AlreadyClosed 409, StaleVersion 412 */
  close(id: string, on: string | undefined, actor: Actor, expected?: number): Promise<LetterOfCredit> {
    return this.changes.of(id, actor, expected, LetterOfCreditClosed, (credit) => {
      credit.close(pastDay('closedOn', on, this.changes.today()));
      return {};
    });
  }

  /** @throws ResourceNotFound 404, NotClosed 409, StaleVersion 412 */
  reopen(id: string, actor: Actor, expected?: number): Promise<LetterOfCredit> {
    return this.changes.of(id, actor, expected, LetterOfCreditReopened, (credit) => {
      credit.reopen();
      return {};
    });
  }

  private move(
    id: string,
    actor: Actor,
    capability: Capability,
    expected: number | undefined,
    Event: Stepped,
    apply: (credit: LetterOfCredit) => void,
  ): Promise<LetterOfCredit> {
    return this.transaction.run(async () => {
      const credit = await this.credits.getForUpdate(id, actor, capability, expected);
      const before = { ...credit };
      apply(credit);
      await this.credits.save(credit);
      const changes = changesBetween(before, credit, ['status']);
      await this.outbox.record(new Event(subject(credit), actor, { ...changes, lcNumber: credit.lcNumber }));
      return credit;
    });
  }

  private async getChangeable(id: string, actor: Actor, expected?: number): Promise<LetterOfCredit> {
    const credit = await this.credits.getForUpdate(id, actor, 'letter_of_credit.write', expected);
    credit.refuseChange(mayConfirm(actor));
    return credit;
  }

  /** The house's next number that nobody has typed for an LC already. */
  private async nextNumber(): Promise<string> {
    for (;;) {
      const lcNumber = houseNumber('LC', await this.numbers.next('letter_of_credit'));
      if (!(await this.credits.isNumberTaken(lcNumber))) return lcNumber;
    }
  }
}
