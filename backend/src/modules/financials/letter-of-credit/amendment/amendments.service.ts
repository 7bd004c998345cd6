import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../../platform/database/transaction';
import { VersionedRepository } from '../../../../platform/database/versioned.repository';
import { InvalidInput, ResourceNotFound } from '../../../../platform/errors/domain-error';
import { pastDay } from '../../../../platform/values/past-day';
import type { Actor } from '../../../auth/access/actor';
import { refuseFraction } from '../../amounts';
import { CreditChanges, mayConfirm } from '../credit-changes';
import type { AmendedByHandDto, RecordAmendmentDto } from '../credit-terms.dto';
import { CreditTermsService } from '../credit-terms.service';
import { amendedBy } from '../effective-terms';
import type { LetterOfCredit } from '../letter-of-credit.entity';
import { EarlierAmendmentWaits, NoSuchMessage } from '../letter-of-credit.errors';
import {
  LetterOfCreditAmended,
  LetterOfCreditAmendmentReceived,
  LetterOfCreditAmendmentRejected,
  LetterOfCreditAmendmentRemoved,
} from '../letter-of-credit.events';
import { columnsOf } from '../standing-terms';
import { NARRATIVES, NO_CHANGES, readAmendment, type AmendmentTerms } from '../swift/mt707';
import { LetterOfCreditAmendment } from './amendment.entity';

/** Amendments of LCs that the caller has locked. */
@Injectable()
export class AmendmentsRepository extends VersionedRepository<LetterOfCreditAmendment> {
  constructor(transaction: Transaction) {
    super(transaction, LetterOfCreditAmendment);
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string, letterOfCreditId: string, trashed = false): Promise<LetterOfCreditAmendment> {
    const found = await this.rows.findOne({ where: { id, letterOfCreditId }, withDeleted: trashed });
    if (!found) throw new ResourceNotFound('amendment');
    return found;
  }

  /** Those in the trash count. Only under the lock of the LC. */
  async nextSequence(letterOfCreditId: string): Promise<number> {
    const row = await this.rows
      .createQueryBuilder('amendment')
      .withDeleted()
      .select('max(amendment.sequence)', 'last')
      .where('amendment.letterOfCreditId = :letterOfCreditId', { letterOfCreditId })
      .getRawOne<{ last: number | null }>();
    return (row?.last ?? 0) + 1;
  }

  async firstPending(letterOfCreditId: string): Promise<LetterOfCreditAmendment | null> {
    return this.rows.findOne({ where: { letterOfCreditId, status: 'pending' }, order: { sequence: 'ASC' } });
  }
}

/** What the bank wants changed, and our consent to it: an amendment binds only once it is accepted (UCP 600 art. 10). */
@Injectable()
export class AmendmentsService {
  constructor(
    private readonly amendments: AmendmentsRepository,
    private readonly terms: CreditTermsService,
    private readonly changes: CreditChanges,
  ) {}

  /** @throws ResourceNotFound 404, NoSuchMessage 400, InvalidInput 400, NoLongerValid 409, StaleVersion 412 */
  receive(id: string, body: RecordAmendmentDto, actor: Actor, expected?: number): Promise<LetterOfCredit> {
    return this.changes.of(id, actor, expected, LetterOfCreditAmendmentReceived, async (credit) => {
      credit.refuseChange(true);
      const sequence = await this.amendments.nextSequence(id);
      const read = body.text === undefined ? null : readAmendment(body.text, sequence);
      if (read && read.message.fields.length === 0) throw new NoSuchMessage('amendment (MT707)');
      const terms = withTyped(read?.terms ?? NO_CHANGES, body.changes, credit.currency);
      if (!read && isEmpty(terms))
        throw new InvalidInput({ changes: ['Say what it changes, or paste the text of the bank.'] });
      const amendment = Object.assign(new LetterOfCreditAmendment(), {
        letterOfCreditId: id,
        sequence,
        bankNumber: body.bankNumber ?? read?.number ?? null,
        amendedOn: read?.amendedOn ?? null,
        receivedOn: pastDay('receivedOn', body.receivedOn, this.changes.today()),
        sourceText: body.text ?? null,
        terms,
        status: 'pending' as const,
        notes: body.notes ?? null,
        createdById: actor.id,
      });
      await this.amendments.insert(amendment);
      return { amendmentId: amendment.id, sequence };
    });
  }

  /**
   * Our consent: from now on the LC reads so.
   * @throws ResourceNotFound 404, ConfirmedByManager 403, IllegalTransition 409, EarlierAmendmentWaits 409, StaleVersion 412
   */
  accept(id: string, amendmentId: string, on: string | undefined, actor: Actor, expected?: number) {
    return this.changes.of(id, actor, expected, LetterOfCreditAmended, async (credit) => {
      const amendment = await this.answerable(credit, amendmentId, actor);
      const { terms } = await this.terms.of(credit);
      const { terms: after, changes, unplaced } = amendedBy(terms, amendment.terms);
      amendment.accept(pastDay('decidedOn', on, this.changes.today()), { changes, unplaced });
      await this.amendments.save(amendment);
      Object.assign(credit, columnsOf(after));
      refuseFraction(credit);
      return { amendmentId, sequence: amendment.sequence };
    });
  }

  /** @throws ResourceNotFound 404, ConfirmedByManager 403, IllegalTransition 409, EarlierAmendmentWaits 409, StaleVersion 412 */
  reject(id: string, amendmentId: string, reason: string, on: string | undefined, actor: Actor, expected?: number) {
    return this.changes.of(id, actor, expected, LetterOfCreditAmendmentRejected, async (credit) => {
      const amendment = await this.answerable(credit, amendmentId, actor);
      amendment.reject(pastDay('decidedOn', on, this.changes.today()), reason);
      await this.amendments.save(amendment);
      return { amendmentId, sequence: amendment.sequence, reason };
    });
  }

  /** Recorded by mistake, and not answered. @throws ResourceNotFound 404, AmendmentAnswered 409, StaleVersion 412 */
  remove(id: string, amendmentId: string, actor: Actor, expected?: number): Promise<LetterOfCredit> {
    return this.changes.of(id, actor, expected, LetterOfCreditAmendmentRemoved, async () => {
      const amendment = await this.amendments.get(amendmentId, id);
      amendment.refuseRemoval();
      await this.amendments.trash(amendment);
      return { amendmentId, sequence: amendment.sequence };
    });
  }

  /** @throws ResourceNotFound 404 */
  restore(id: string, amendmentId: string, actor: Actor): Promise<LetterOfCredit> {
    return this.changes.of(id, actor, undefined, LetterOfCreditAmendmentReceived, async () => {
      const amendment = await this.amendments.get(amendmentId, id, true);
      await this.amendments.restore(amendment);
      return { amendmentId, sequence: amendment.sequence };
    });
  }

  private async answerable(credit: LetterOfCredit, id: string, actor: Actor): Promise<LetterOfCreditAmendment> {
    credit.refuseChange(mayConfirm(actor));
    const amendment = await this.amendments.get(id, credit.id);
    const first = await this.amendments.firstPending(credit.id);
    if (amendment.status === 'pending' && first && first.sequence < amendment.sequence)
      throw new EarlierAmendmentWaits(first.sequence);
    return amendment;
  }
}

const isEmpty = ({ values, newAmount, edits }: AmendmentTerms): boolean =>
  Object.keys(values).length === 0 && newAmount === null && edits.length === 0;

/** What a person typed stands before what the text says. */
function withTyped(read: AmendmentTerms, typed: AmendedByHandDto | undefined, currency: string): AmendmentTerms {
  if (!typed) return read;
  const { amount, goods, documents, conditions, ...values } = typed;
  const given = { goods, documents, conditions };
  const sources = { ...read.sources };
  for (const key of Object.keys(values) as (keyof typeof values)[]) delete sources[key];
  if (amount) delete sources.amount;
  return {
    ...read,
    values: { ...read.values, ...values },
    sources,
    ...(amount ? { newAmount: amount, currency, increase: null, decrease: null } : {}),
    edits: [
      ...read.edits.filter(({ narrative }) => !given[narrative]),
      ...NARRATIVES.flatMap((narrative) => {
        const items = given[narrative]?.map((text) => ({ text: text.trim(), source: null }));
        return items ? [{ narrative, deed: 'replace' as const, items }] : [];
      }),
    ],
  };
}
