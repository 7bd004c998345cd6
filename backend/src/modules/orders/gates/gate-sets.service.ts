import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import { changesBetween, isUnchanged } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import { scopeOf } from '../../auth/access/capabilities';
import { GateSet } from './gate-set.entity';
import type { CreateGateSetDto, UpdateGateSetDto } from './gate-sets.dto';
import { gatesOfSet } from './gate-sets.dto';
import { GateSetsRepository } from './gate-sets.repository';
import { DefaultGateSet } from './gates.errors';
import { GateSetCreated, GateSetDeleted, GateSetRestored, GateSetUpdated } from './gates.events';

const TOLD = ['name', 'words', 'gates', 'position', 'isDefault'] as const satisfies readonly (keyof GateSet)[];

/** The house's sets of gates. A change counts for lines made from then on; lines keep the gates they have. */
@Injectable()
export class GateSetsService {
  constructor(
    private readonly sets: GateSetsRepository,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  list(asked: ListQuery): Promise<Page<GateSet>> {
    return this.sets.list(asked);
  }

  /** @throws ResourceNotFound 404 */
  get(id: string): Promise<GateSet> {
    return this.sets.get(id);
  }

  /** Tried after those that are there. @throws InvalidInput 400 for a gate named twice, Conflict 409 for a name that is taken */
  create({ gates, ...body }: CreateGateSetDto, actor: Actor): Promise<GateSet> {
    return this.transaction.run(async () => {
      const others = await this.sets.lockAll();
      const set = Object.assign(new GateSet(), {
        words: [],
        isDefault: others.length === 0,
        position: Math.max(0, ...others.map(({ position }) => position)) + 1,
        ...body,
        gates: gatesOfSet(gates),
      });
      if (set.isDefault) await this.resign(others, actor);
      await this.sets.insert(set);
      const { after } = changesBetween(new GateSet(), set, TOLD);
      await this.outbox.record(new GateSetCreated({ id: set.id, rowVersion: 1 }, actor, { before: {}, after }));
      return set;
    });
  }

  /** @throws ResourceNotFound 404, StaleVersion 412, InvalidInput 400, DefaultGateSet 409 */
  update(id: string, { gates, ...body }: UpdateGateSetDto, actor: Actor, expected?: number): Promise<GateSet> {
    return this.transaction.run(async () => {
      const { set, others } = await this.sets.getWithOthersForUpdate(id, expected);
      const before = { ...set };
      if (set.isDefault && body.isDefault === false) throw new DefaultGateSet();
      Object.assign(set, body, gates ? { gates: gatesOfSet(gates) } : {});
      const changes = changesBetween(before, set, TOLD);
      if (isUnchanged(changes)) return set;
      if (set.isDefault && !before.isDefault) await this.resign(others, actor);
      await this.sets.save(set);
      await this.outbox.record(new GateSetUpdated({ id, rowVersion: set.rowVersion }, actor, changes));
      return set;
    });
  }

  /** Lines keep the gates they have. @throws ResourceNotFound 404, StaleVersion 412, DefaultGateSet 409 */
  delete(id: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const { set } = await this.sets.getWithOthersForUpdate(id, expected);
      if (set.isDefault) throw new DefaultGateSet();
      await this.sets.trash(set);
      const { before } = changesBetween(set, new GateSet(), TOLD);
      await this.outbox.record(new GateSetDeleted({ id, rowVersion: set.rowVersion }, actor, { before, after: {} }));
    });
  }

  /** From the trash, by who may write it. @throws ResourceNotFound 404, Conflict 409 where its name was taken meanwhile */
  restore(id: string, actor: Actor): Promise<GateSet> {
    return this.transaction.run(async () => {
      if (!scopeOf(actor.role, 'gate_set.write')) throw new ResourceNotFound('gate set');
      const set = await this.sets.restore(await this.sets.getTrashed(id));
      const { after } = changesBetween(new GateSet(), set, TOLD);
      await this.outbox.record(new GateSetRestored({ id, rowVersion: set.rowVersion }, actor, { before: {}, after }));
      return set;
    });
  }

  /** There is one default: the one there was gives way. */
  private async resign(others: readonly GateSet[], actor: Actor): Promise<void> {
    for (const other of others.filter(({ isDefault }) => isDefault)) {
      other.isDefault = false;
      await this.sets.save(other);
      const changes = { before: { isDefault: true }, after: { isDefault: false } };
      await this.outbox.record(new GateSetUpdated({ id: other.id, rowVersion: other.rowVersion }, actor, changes));
    }
  }
}
