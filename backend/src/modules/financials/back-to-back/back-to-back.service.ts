import { Inject, Injectable } from '@nestjs/common';
import Decimal from 'decimal.js';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Numbers } from '../../../platform/database/numbers';
import { Transaction } from '../../../platform/database/transaction';
import { changesBetween, isUnchanged, type EventSubject } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import { today, type Day } from '../../../platform/values/day';
import { amountText } from '../../../platform/values/money';
import { pastDay } from '../../../platform/values/past-day';
import type { Actor } from '../../auth/access/actor';
import { houseNumber, refuseFraction } from '../amounts';
import { CreditTermsService } from '../letter-of-credit/credit-terms.service';
import type { LetterOfCredit } from '../letter-of-credit/letter-of-credit.entity';
import { LettersOfCreditRepository } from '../letter-of-credit/letters-of-credit.repository';
import type { BackToBackBasisDto, RecordBackToBackDto, UpdateBackToBackDto } from './back-to-back.dto';
import { BackToBackCredit, type BackToBackBasis, type BackToBackRule } from './back-to-back.entity';
import { AgainstTheRule, DeductedTooMuch } from './back-to-back.errors';
import {
  BackToBackBasisChanged,
  BackToBackDeleted,
  BackToBackRecorded,
  BackToBackRestored,
  BackToBackUpdated,
} from './back-to-back.events';
import { BackToBackRepository, BackToBackRulesRepository } from './back-to-back.repository';
import { HouseBank } from './house-bank';
import {
  breachesOf,
  limitOf,
  isMaturityExpected,
  masterPaysOn,
  maturityOf,
  netFobOf,
  remarksOn,
  type Limit,
} from './back-to-back.rules';

const DAYS = ['openedOn', 'shippedOn', 'acceptedOn', 'paidOn'] as const;
const WRITTEN = [
  ...(['creditNumber', 'millName', 'amount', 'usanceDays', 'usanceFrom', 'expiryDate', 'expectedOn'] as const),
  ...([...DAYS, 'maturesOn', 'udNumber', 'exceptionReason', 'notes'] as const),
] as const;
const DEDUCTIONS = ['freight', 'insurance', 'commission'] as const;

/** A master, with what it leaves and what stands on it. */
export interface MasterStanding {
  credit: LetterOfCredit;
  basis: BackToBackBasis;
  rule: BackToBackRule | null;
  limit: Limit;
  paysOn: Day;
  rows: BackToBackCredit[];
}

export interface Preview extends MasterStanding {
  due: { on: Day | null; expected: boolean };
  breaches: string[];
  remarks: string[];
}

/** LCs that our bank opens to mills on the strength of the buyers'. */
@Injectable()
export class BackToBackService {
  constructor(
    private readonly backToBacks: BackToBackRepository,
    private readonly rules: BackToBackRulesRepository,
    private readonly credits: LettersOfCreditRepository,
    private readonly terms: CreditTermsService,
    private readonly bank: HouseBank,
    private readonly numbers: Numbers,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(asked: ListQuery, actor: Actor): Promise<Page<BackToBackCredit>> {
    return this.backToBacks.list(asked, actor);
  }

  /** @throws ResourceNotFound 404 */
  get(id: string, actor: Actor): Promise<BackToBackCredit> {
    return this.backToBacks.get(id, actor);
  }

  /** Six statements: the three of the terms, what stands on it, what is deducted, the rule. @throws ResourceNotFound 404 */
  master(letterOfCreditId: string, actor: Actor): Promise<MasterStanding> {
    return this.standing(letterOfCreditId, actor, this.today());
  }

  /** What recording this would come to, by the very arithmetic of recording it. @throws ResourceNotFound 404, FractionOfCurrency 422 */
  async preview(letterOfCreditId: string, body: RecordBackToBackDto, actor: Actor): Promise<Preview> {
    const credit = await this.credits.get(letterOfCreditId, actor);
    return this.weighed(await this.made(credit, body), actor);
  }

  /** @throws ResourceNotFound 404, InvalidInput 400, FractionOfCurrency 422, AgainstTheRule 422, 409 when the number is taken */
  record(letterOfCreditId: string, body: RecordBackToBackDto, actor: Actor): Promise<BackToBackCredit> {
    return this.transaction.run(async () => {
      const credit = await this.credits.getForUpdate(letterOfCreditId, actor, 'back_to_back.write');
      const row = await this.made(credit, body);
      row.creditNumber ??= houseNumber('BB', await this.numbers.next('back_to_back'));
      row.createdById = actor.id;
      await this.refuse(row, actor);
      await this.backToBacks.insert(row);
      const told = changesBetween<Partial<BackToBackCredit>>({}, written(row), WRITTEN);
      await this.outbox.record(new BackToBackRecorded(subject(row), actor, { ...told, ...named(row) }));
      return this.backToBacks.get(row.id, actor);
    });
  }

  /** @throws ResourceNotFound 404, StaleVersion 412, InvalidInput 400, FractionOfCurrency 422, AgainstTheRule 422 */
  update(id: string, body: UpdateBackToBackDto, actor: Actor, expected?: number): Promise<BackToBackCredit> {
    return this.transaction.run(async () => {
      const row = await this.locked(id, actor, expected);
      const before = written(row);
      await this.write(row, body);
      const changes = changesBetween(before, written(row), WRITTEN);
      if (isUnchanged(changes)) return row;
      if ('amount' in changes.after || 'usanceDays' in changes.after || 'exceptionReason' in changes.after)
        await this.refuse(row, actor);
      await this.backToBacks.save(row);
      await this.outbox.record(new BackToBackUpdated(subject(row), actor, { ...changes, ...named(row) }));
      return row;
    });
  }

  /** @throws ResourceNotFound 404, StaleVersion 412 */
  delete(id: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const row = await this.locked(id, actor, expected);
      await this.backToBacks.trash(row);
      const { after: before } = changesBetween<Partial<BackToBackCredit>>({}, written(row), WRITTEN);
      await this.outbox.record(new BackToBackDeleted(subject(row), actor, { before, after: {} }));
    });
  }

  /** @throws ResourceNotFound 404, AgainstTheRule 422 where the room went to others meanwhile */
  restore(id: string, actor: Actor): Promise<void> {
    return this.transaction.run(async () => {
      const row = await this.backToBacks.getTrashed(id, actor);
      await this.credits.getForUpdate(row.letterOfCreditId, actor, 'back_to_back.write');
      await this.refuse(row, actor);
      await this.backToBacks.restore(row);
      await this.outbox.record(new BackToBackRestored(subject(row), actor, { before: {}, ...named(row) }));
    });
  }

  /** What of the master is no FOB. @throws ResourceNotFound 404, FractionOfCurrency 422, DeductedTooMuch 422 */
  setBasis(letterOfCreditId: string, body: BackToBackBasisDto, actor: Actor): Promise<MasterStanding> {
    return this.transaction.run(async () => {
      const credit = await this.credits.getForUpdate(letterOfCreditId, actor, 'back_to_back.write');
      const { currency, amount } = credit;
      const basis = await this.backToBacks.basis(letterOfCreditId);
      const before = deductionsOf(basis, currency);
      Object.assign(basis, body);
      for (const deduction of DEDUCTIONS) refuseFraction({ amount: basis[deduction], currency });
      if (netFobOf({ ...basis, amount, currency }).isNegative()) throw new DeductedTooMuch();
      const changes = changesBetween(before, deductionsOf(basis, currency), DEDUCTIONS);
      if (!isUnchanged(changes)) {
        await this.backToBacks.putBasis(basis);
        const of = { id: letterOfCreditId, orderId: credit.orderId };
        await this.outbox.record(
          new BackToBackBasisChanged(of, actor, { ...changes, lcNumber: credit.lcNumber, currency }),
        );
      }
      return this.master(letterOfCreditId, actor);
    });
  }

  /** When those that are not paid mature, by the days of our bank as it works now. */
  reckonAll(): Promise<void> {
    return this.transaction.run(async () => {
      const bank = await this.bank.days();
      const moved = (await this.backToBacks.reckoned()).flatMap((row) => {
        const on = maturityOf(row, bank);
        return on && on !== row.dueOn ? [{ id: row.id, on }] : [];
      });
      if (moved.length) await this.backToBacks.mature(moved);
    });
  }

  /** @throws AgainstTheRule 422 unless a reason says why it stands */
  private async refuse(row: BackToBackCredit, actor: Actor): Promise<void> {
    const { breaches } = await this.weighed(row, actor);
    if (breaches.length && !row.exceptionReason) throw new AgainstTheRule(breaches);
  }

  /** As if it stood beside the others of its master. By the rule of the day on which it is opened. */
  private async weighed(row: BackToBackCredit, actor: Actor): Promise<Preview> {
    const standing = await this.standing(row.letterOfCreditId, actor, row.openedOn ?? this.today(), row);
    const { credit, rule, limit, paysOn } = standing;
    const due = { on: row.dueOn, expected: isMaturityExpected(row) };
    const expiries = { expiryDate: row.expiryDate ?? null, masterExpiry: credit.expiryDate };
    return {
      ...standing,
      due,
      breaches: breachesOf(row, rule, limit, credit.currency),
      remarks: remarksOn(due.on, paysOn, expiries),
    };
  }

  /** @param weighed counts as it would be, not as it is kept */
  private async standing(id: string, actor: Actor, on: Day, weighed?: BackToBackCredit): Promise<MasterStanding> {
    const { credit, terms } = await this.terms.get(id, actor);
    const rows = await this.backToBacks.ofMaster(id, actor);
    const counted = [...rows.filter((row) => row.id !== weighed?.id), ...(weighed ? [weighed] : [])];
    const used = Decimal.sum(0, ...counted.map(({ amount }) => amount));
    const basis = await this.backToBacks.basis(id);
    const rule = await this.rules.inForce(on);
    const { amount, currency } = credit;
    return {
      ...{ credit, basis, rule, rows },
      limit: limitOf({ ...basis, amount, currency }, rule, used),
      paysOn: masterPaysOn(terms.expiryDate ? { ...terms, expiryDate: terms.expiryDate } : { ...credit, tenor: null }),
    };
  }

  private made(credit: LetterOfCredit, body: RecordBackToBackDto): Promise<BackToBackCredit> {
    const row = Object.assign(new BackToBackCredit(), {
      ...{ letterOfCredit: credit, letterOfCreditId: credit.id, usanceFrom: 'acceptance' as const },
      ...{ openedOn: null, expiryDate: null, shippedOn: null, expectedOn: null, acceptedOn: null },
      ...{ maturesOn: null, paidOn: null },
    });
    return this.write(row, body);
  }

  /** @throws InvalidInput 400 for a day to come, FractionOfCurrency 422 */
  private async write(row: BackToBackCredit, body: UpdateBackToBackDto): Promise<BackToBackCredit> {
    for (const field of DAYS) if (body[field]) pastDay(field, body[field], this.today());
    Object.assign(row, body);
    refuseFraction({ amount: row.amount, currency: row.letterOfCredit.currency });
    row.reckon(await this.bank.days());
    return row;
  }

  /** Its master is locked, so that two never take the same room. */
  private async locked(id: string, actor: Actor, expected?: number): Promise<BackToBackCredit> {
    const { letterOfCreditId } = await this.backToBacks.get(id, actor, expected);
    await this.credits.getForUpdate(letterOfCreditId, actor, 'back_to_back.write');
    return this.backToBacks.get(id, actor, expected);
  }

  private today(): Day {
    return today(this.config.TZ_HOUSE);
  }
}

const written = (row: BackToBackCredit): BackToBackCredit =>
  Object.assign(new BackToBackCredit(), row, { amount: amountText(row.amount, row.letterOfCredit.currency) });

const deductionsOf = (basis: BackToBackBasis, currency: string) => ({
  freight: amountText(basis.freight, currency),
  insurance: amountText(basis.insurance, currency),
  commission: amountText(basis.commission, currency),
});

/** What people call it by. */
const named = ({ creditNumber, millName, letterOfCredit: { lcNumber, currency } }: BackToBackCredit) => ({
  ...{ creditNumber, millName, lcNumber, currency },
});

const subject = ({ id, rowVersion, letterOfCredit: { orderId } }: BackToBackCredit): EventSubject => ({
  ...{ id, rowVersion, orderId },
});
