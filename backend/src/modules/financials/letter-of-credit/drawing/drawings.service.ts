import { Injectable } from '@nestjs/common';
import Decimal from 'decimal.js';
import { Transaction } from '../../../../platform/database/transaction';
import { VersionedRepository } from '../../../../platform/database/versioned.repository';
import { InvalidInput, ResourceNotFound } from '../../../../platform/errors/domain-error';
import { changesBetween, isUnchanged } from '../../../../platform/events/domain-event';
import { pastDay } from '../../../../platform/values/past-day';
import { fitsUnit, UNIT_DECIMALS } from '../../../../platform/values/quantity';
import { moneyWords, unitWord } from '../../../../platform/values/words';
import type { Actor } from '../../../auth/access/actor';
import { refuseFraction } from '../../amounts';
import { amountBalance, quantityBalances, type QuantityBalance } from '../balance';
import { CreditChanges } from '../credit-changes';
import { CreditTermsRepository } from '../credit-terms.repository';
import { CreditTermsService } from '../credit-terms.service';
import type { LetterOfCredit } from '../letter-of-credit.entity';
import { DrawnTooMuch } from '../letter-of-credit.errors';
import {
  LetterOfCreditDrawingRecorded,
  LetterOfCreditDrawingRemoved,
  LetterOfCreditDrawingUpdated,
} from '../letter-of-credit.events';
import { LetterOfCreditDrawing } from './drawing.entity';
import type { RecordDrawingDto, UpdateDrawingDto } from './drawings.dto';

/** Drawings of LCs that the caller has locked. */
@Injectable()
export class DrawingsRepository extends VersionedRepository<LetterOfCreditDrawing> {
  constructor(transaction: Transaction) {
    super(transaction, LetterOfCreditDrawing);
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string, letterOfCreditId: string, trashed = false): Promise<LetterOfCreditDrawing> {
    const found = await this.rows.findOne({ where: { id, letterOfCreditId }, withDeleted: trashed });
    if (!found) throw new ResourceNotFound('drawing');
    return found;
  }
}

/** Documents that were presented under an LC, by amount and by quantity. */
@Injectable()
export class DrawingsService {
  constructor(
    private readonly drawings: DrawingsRepository,
    private readonly stored: CreditTermsRepository,
    private readonly terms: CreditTermsService,
    private readonly changes: CreditChanges,
  ) {}

  /** Of an LC, with what is left of each quantity. @throws ResourceNotFound 404 */
  async list(
    id: string,
    actor: Actor,
  ): Promise<{ credit: LetterOfCredit; drawings: LetterOfCreditDrawing[]; quantities: QuantityBalance[] }> {
    const { credit, terms } = await this.terms.get(id, actor);
    const drawings = await this.stored.drawings(id);
    const plus = terms.quantityTolerance?.plus ?? null;
    return { credit, drawings, quantities: quantityBalances(terms.quantities, plus, drawings) };
  }

  /** @throws ResourceNotFound 404, NotDrawable 409, InvalidInput 400, DrawnTooMuch 422, FractionOfCurrency 422, StaleVersion 412 */
  record(id: string, body: RecordDrawingDto, actor: Actor, expected?: number): Promise<LetterOfCredit> {
    return this.changes.of(id, actor, expected, LetterOfCreditDrawingRecorded, async (credit) => {
      credit.refuseDrawing();
      refuseFraction({ amount: body.amount, currency: credit.currency });
      const presentedOn = pastDay('presentedOn', body.presentedOn, this.changes.today());
      refuseGoods(body, presentedOn);
      refuseTooMuch(credit, body.amount);
      const drawing = Object.assign(new LetterOfCreditDrawing(), {
        letterOfCreditId: id,
        ...body,
        presentedOn,
        createdById: actor.id,
      });
      await this.drawings.insert(drawing);
      return told(drawing, true);
    });
  }

  /** What the bank said of them: that it accepted, and when it pays. @throws ResourceNotFound 404, InvalidInput 400, StaleVersion 412 */
  update(
    id: string,
    drawingId: string,
    body: UpdateDrawingDto,
    actor: Actor,
    expected?: number,
  ): Promise<LetterOfCredit> {
    return this.changes.of(id, actor, expected, LetterOfCreditDrawingUpdated, async () => {
      const drawing = await this.drawings.get(drawingId, id);
      const before = { ...drawing };
      Object.assign(drawing, body);
      if (body.acceptedOn) pastDay('acceptedOn', body.acceptedOn, this.changes.today());
      refuseBankDays(drawing);
      const changes = changesBetween(before, drawing, BANK_DAYS);
      if (isUnchanged(changes)) return null;
      await this.drawings.save(drawing);
      return { drawingId, reference: drawing.reference, ...changes };
    });
  }

  /** Recorded by mistake, or the documents came back. @throws ResourceNotFound 404, StaleVersion 412 */
  remove(id: string, drawingId: string, actor: Actor, expected?: number): Promise<LetterOfCredit> {
    return this.changes.of(id, actor, expected, LetterOfCreditDrawingRemoved, async () => {
      const drawing = await this.drawings.get(drawingId, id);
      await this.drawings.trash(drawing);
      return told(drawing, false);
    });
  }

  /** @throws ResourceNotFound 404, DrawnTooMuch 422 */
  restore(id: string, drawingId: string, actor: Actor): Promise<LetterOfCredit> {
    return this.changes.of(id, actor, undefined, LetterOfCreditDrawingRecorded, async (credit) => {
      const drawing = await this.drawings.get(drawingId, id, true);
      refuseTooMuch(credit, drawing.amount);
      await this.drawings.restore(drawing);
      return told(drawing, true);
    });
  }
}

const BANK_DAYS = ['invoicedOn', 'acceptedOn', 'maturesOn'] as const satisfies readonly (keyof LetterOfCreditDrawing)[];

/** @throws InvalidInput 400 */
function refuseBankDays({ presentedOn, acceptedOn, maturesOn }: LetterOfCreditDrawing): void {
  if (acceptedOn && acceptedOn < presentedOn)
    throw new InvalidInput({ acceptedOn: ['A bank accepts after the documents were presented.'] });
  if (maturesOn && maturesOn < (acceptedOn ?? presentedOn))
    throw new InvalidInput({
      maturesOn: [acceptedOn ? 'A bank pays after it accepted.' : 'A bank pays after the documents were presented.'],
    });
}

function told(drawing: LetterOfCreditDrawing, recorded: boolean) {
  const { id: drawingId, reference, amount, quantity, unit, presentedOn } = drawing;
  const facts = { reference, amount, quantity, unit, presentedOn };
  return { drawingId, ...(recorded ? { before: {}, after: facts } : { before: facts, after: {} }) };
}

function refuseGoods({ quantity, unit, shippedOn }: RecordDrawingDto, presentedOn: string): void {
  if ((quantity ?? null) !== null && !unit) throw new InvalidInput({ unit: ['Say in which unit.'] });
  if (unit && (quantity ?? null) === null) throw new InvalidInput({ quantity: [`Say how many ${unitWord(unit)}.`] });
  if (quantity && unit && !fitsUnit(quantity, unit))
    throw new InvalidInput({
      quantity: [
        UNIT_DECIMALS[unit]
          ? `A quantity in ${unitWord(unit)} has at most ${UNIT_DECIMALS[unit]} decimals.`
          : `There is no part of ${unitWord(unit)}.`,
      ],
    });
  if (shippedOn && shippedOn > presentedOn)
    throw new InvalidInput({ shippedOn: ['Documents are presented after the goods left.'] });
}

/** @throws DrawnTooMuch 422 */
function refuseTooMuch(credit: LetterOfCredit, amount: string): void {
  const { left } = amountBalance(credit, credit.facts.drawn);
  if (new Decimal(amount).gt(left)) throw new DrawnTooMuch(credit.lcNumber, moneyWords(left, credit.currency));
}
