import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { explainDatabaseError } from '../../../platform/errors/database-errors';
import { DomainError, ResourceNotFound } from '../../../platform/errors/domain-error';
import { Deed } from '../../../platform/events/deed';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { Undoing } from '../../../platform/events/undoing';
import type { Actor } from '../../auth/access/actor';
import { ActivityRepository } from '../activity.repository';
import { sentenceOfRow } from '../sentences';
import { dependantsOf } from './dependants';
import { whyNotUndone } from './undo-reasons';
import { CannotUndo, NotYoursToUndo } from './undo.errors';
import { MOST_AT_ONCE, UndoRepository } from './undo.repository';

/** Whether a deed can be taken back: what would be done, or why not. */
export interface UndoPlan {
  possible: boolean;
  reason: string | null;
  /** What undoing does, as its own events would tell it; they follow the person's name. */
  steps: string[];
}

/** Ends a rehearsal: everything it did is rolled back. */
class Rehearsed extends Error {
  constructor(readonly steps: string[]) {
    super('Rolled back on purpose.');
  }
}

/**
 * Takes back what somebody did, with all that the same request did, by the services of the modules and so under their
 * rules and permissions. It is recorded as any change is, and can be taken back itself.
 */
@Injectable()
export class UndoService {
  constructor(
    private readonly repository: UndoRepository,
    private readonly activity: ActivityRepository,
    private readonly undoing: Undoing,
    private readonly deed: Deed,
    private readonly transaction: Transaction,
  ) {}

  /** Does it and takes it back at once, so that this answer and the deed never differ. @throws ResourceNotFound 404 */
  async rehearse(eventId: string, actor: Actor): Promise<UndoPlan> {
    const no = (error: DomainError): UndoPlan => ({ possible: false, reason: error.detail, steps: [] });
    try {
      await this.transaction.run(async () => {
        throw new Rehearsed(await this.takeBack(eventId, actor));
      });
    } catch (error) {
      if (error instanceof Rehearsed) return { possible: true, reason: null, steps: error.steps };
      if (error instanceof EventNotFound) throw error;
      const explained = error instanceof DomainError ? error : explainDatabaseError(error);
      if (explained && explained.status < 500) return no(explained);
      throw error;
    }
    return no(new CannotUndo(whyNotUndone('')));
  }

  /** @returns what it did, in sentences  @throws ResourceNotFound 404, NotYoursToUndo 403, CannotUndo 409 */
  undo(eventId: string, actor: Actor): Promise<string[]> {
    return this.transaction.run(() => this.takeBack(eventId, actor));
  }

  private async takeBack(eventId: string, actor: Actor): Promise<string[]> {
    const asked = await this.activity.find(eventId, actor);
    if (!asked) throw new EventNotFound();
    if (asked.actorId !== actor.id) throw new NotYoursToUndo(asked.actor?.fullName ?? null);
    const deed = asked.requestId ? await this.repository.deedOf(asked, this.undoing.beginnings) : [asked];
    if (deed.length > MOST_AT_ONCE)
      throw new CannotUndo(`This did more than ${MOST_AT_ONCE} things at once: take back one by one what was wrong.`);
    const cannot = deed.find(({ name }) => !this.undoing.canUndo(name));
    if (cannot) throw new CannotUndo(whyNotUndone(cannot.name));
    await this.repository.lockOrders(deed.flatMap(({ orderId }) => orderId ?? []));
    await this.refuseWhereUndone(deed, actor);
    await this.refuseWhereNeeded(deed, actor);
    const known = this.deed.recorded.length;
    for (const event of deed) await this.undoOne(event, actor);
    const recorded = this.deed.recorded.slice(known).map(({ id }) => id);
    if (!recorded.length) throw new CannotUndo('There is nothing left to undo: it is as it was before.');
    return (await this.activity.byIds(recorded, actor)).map(sentenceOfRow);
  }

  /** What a module no longer finds has gone to the trash, or to somebody else; its rules say no in their own words. */
  private async undoOne(event: DomainEventRow, actor: Actor): Promise<void> {
    try {
      await this.undoing.undo(event, actor);
    } catch (error) {
      if (error instanceof ResourceNotFound)
        throw new CannotUndo('What this changed is not there any more, or is no longer yours. Look into the trash.');
      if (error instanceof DomainError && error.status < 500) throw new CannotUndo(error.detail);
      throw error;
    }
  }

  private async refuseWhereUndone(deed: readonly DomainEventRow[], actor: Actor): Promise<void> {
    const [undoing] = await this.repository.undoingOf(deed.map(({ id }) => id));
    if (!undoing) return;
    const by = undoing.actorId === actor.id ? 'You have' : 'Somebody has';
    throw new CannotUndo(`${by} undone this already. To have it back, undo that.`);
  }

  private async refuseWhereNeeded(deed: readonly DomainEventRow[], actor: Actor): Promise<void> {
    const found = new Set<string>();
    for (const event of deed) {
      for (const { id } of dependantsOf(event, await this.repository.since(event))) found.add(id);
    }
    if (!found.size) return;
    const told = await this.activity.byIds([...found].slice(0, NAMED), actor);
    const sentences = told.map((row) => `${row.actor?.fullName ?? 'Provabook'} ${sentenceOfRow(row)}`);
    const rest = found.size - sentences.length;
    throw new CannotUndo(
      `Since then ${sentences.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}. Undo that first, or change it the usual way.`,
    );
  }
}

/** Dependants that a refusal names. */
const NAMED = 3;

/** Told apart from what an undo does not find. */
class EventNotFound extends ResourceNotFound {
  constructor() {
    super('entry');
  }
}
