import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { changesBetween, type Changes, type EventSubject } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import { today, type Day } from '../../../platform/values/day';
import type { Actor } from '../../auth/access/actor';
import { scopeOf } from '../../auth/access/capabilities';
import { asWritten, percentText } from '../amounts';
import { LetterOfCredit } from './letter-of-credit.entity';
import type { LetterOfCreditEvent } from './letter-of-credit.events';
import { LettersOfCreditRepository } from './letters-of-credit.repository';

/** What a person or the bank's text writes on an LC. */
export const WRITTEN = [
  'lcNumber',
  'amount',
  'currency',
  'issueDate',
  'expiryDate',
  'latestShipmentDate',
  'amountPlusPercent',
  'amountMinusPercent',
  'quantityPlusPercent',
  'quantityMinusPercent',
  'issuingBank',
  'notes',
] as const satisfies readonly (keyof LetterOfCredit)[];

type EventClass = new (subject: EventSubject, actor: Actor, data: Changes) => LetterOfCreditEvent;

/** What an event tells beside what changed on the LC itself. */
export type Told = Partial<Changes> & Record<string, unknown>;

/** @returns what the event tells; null where nothing changed */
type Change = (credit: LetterOfCredit) => Promise<Told | null> | Told | null;

/** What every change under an LC has in common: its lock, its version, its event. */
@Injectable()
export class CreditChanges {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly credits: LettersOfCreditRepository,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  today(): Day {
    return today(this.config.TZ_HOUSE);
  }

  /**
   * Runs a change under the lock of the LC, moves its version on, and records the event.
   * @returns the LC as it stands afterwards  @throws ResourceNotFound 404, StaleVersion 412
   */
  of(
    id: string,
    actor: Actor,
    expected: number | undefined,
    Event: EventClass,
    change: Change,
  ): Promise<LetterOfCredit> {
    return this.transaction.run(async () => {
      await this.quietly(id, actor, expected, Event, change);
      return this.credits.get(id, actor);
    });
  }

  /** The same for a change after which the LC may be none of the actor's. */
  quietly(id: string, actor: Actor, expected: number | undefined, Event: EventClass, change: Change): Promise<void> {
    return this.transaction.run(async () => {
      const credit = await this.credits.getForUpdate(id, actor, 'letter_of_credit.write', expected);
      // What the locking statement read beside the row may be older than the row: it began before it had the lock.
      credit.facts = (await this.credits.get(id, actor)).facts;
      const before = written(credit);
      const told = await change(credit);
      if (!told) return;
      await this.credits.save(credit);
      const changes = changesBetween(before, written(credit), [...WRITTEN, 'closedOn']);
      const data = {
        ...told,
        before: { ...changes.before, ...told.before },
        after: { ...changes.after, ...told.after },
        lcNumber: credit.lcNumber,
        currency: credit.currency,
      };
      await this.outbox.record(new Event(subject(credit), actor, data));
    });
  }
}

/** The same row with its numbers as they are written. */
export const written = (credit: LetterOfCredit): LetterOfCredit =>
  Object.assign(asWritten(credit), {
    amountPlusPercent: percentText(credit.amountPlusPercent),
    amountMinusPercent: percentText(credit.amountMinusPercent),
    quantityPlusPercent: percentText(credit.quantityPlusPercent),
    quantityMinusPercent: percentText(credit.quantityMinusPercent),
  });

export const mayConfirm = (actor: Actor): boolean => scopeOf(actor.role, 'letter_of_credit.confirm') !== null;

export const subject = ({ id, rowVersion, orderId }: LetterOfCredit): EventSubject => ({ id, rowVersion, orderId });
