import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion } from '../../../platform/database/versioned.repository';
import { InvalidInput } from '../../../platform/errors/domain-error';
import { changesBetween, isUnchanged } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import { parseListAddress } from '../../../platform/listing/parse-list-query';
import type { Actor } from '../../auth/access/actor';
import { scopeOf } from '../../auth/access/capabilities';
import { orderList } from '../../orders/order/orders.repository';
import { SavedView, type ViewedList } from './saved-view.entity';
import type { CreateSavedViewDto, UpdateSavedViewDto } from './saved-views.dto';
import { ViewNotYours, ViewsSharedByManagers } from './saved-views.errors';
import { SavedViewCreated, SavedViewDeleted, SavedViewUpdated } from './saved-views.events';
import { SavedViewsRepository } from './saved-views.repository';

const TOLD = ['name', 'query', 'isShared', 'isDefault'] as const satisfies readonly (keyof SavedView)[];

const DEFINITIONS: Readonly<Record<ViewedList, ListDefinition>> = { orders: orderList };

/** What a person may have shown beside; the screen's words, kept as they are. */
const COLUMNS: Readonly<Record<ViewedList, readonly string[]>> = {
  orders: ['photo', 'fabric', 'orderDate', 'piSent', 'lcIssued'],
};

/** Where one is in a list is no part of a view. */
const PAGING = ['page', 'pageSize', 'cursor'];

/** What people ask of a list again and again. Everybody keeps their own; managers share theirs with the house. */
@Injectable()
export class SavedViewsService {
  constructor(
    private readonly views: SavedViewsRepository,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  list(asked: ListQuery, actor: Actor): Promise<Page<SavedView>> {
    return this.views.list(asked, actor);
  }

  /** @throws ResourceNotFound 404 */
  get(id: string, actor: Actor): Promise<SavedView> {
    return this.views.get(id, actor);
  }

  /** @throws InvalidInput 400 for what the list cannot be asked, ViewsSharedByManagers 403, Conflict 409 for a name that is taken */
  create({ query = '', ...body }: CreateSavedViewDto, actor: Actor): Promise<SavedView> {
    const asked = queryOf(query, body.list);
    if (body.isShared) expectSharing(actor);
    return this.transaction.run(async () => {
      const others = await this.views.lockOwn(body.list, actor);
      if (body.isDefault) await this.resign(others, actor);
      const view = Object.assign(new SavedView(), { isShared: false, isDefault: false }, body, {
        query: asked,
        ownerId: actor.id,
      });
      await this.views.insert(view);
      const { after } = changesBetween(new SavedView(), view, TOLD);
      await this.outbox.record(new SavedViewCreated({ id: view.id, rowVersion: 1 }, actor, { before: {}, after }));
      return this.views.get(view.id, actor);
    });
  }

  /** @throws ResourceNotFound 404, ViewNotYours 403, ViewsSharedByManagers 403, StaleVersion 412, InvalidInput 400, Conflict 409 */
  update(id: string, { query, ...body }: UpdateSavedViewDto, actor: Actor, expected?: number): Promise<SavedView> {
    return this.transaction.run(async () => {
      const { view, others } = await this.own(id, actor, expected);
      const before = { ...view };
      Object.assign(view, body, query === undefined ? {} : { query: queryOf(query, view.list) });
      const changes = changesBetween(before, view, TOLD);
      if (isUnchanged(changes)) return this.views.get(id, actor);
      if (view.isShared && !before.isShared) expectSharing(actor);
      if (view.isDefault && !before.isDefault) await this.resign(others, actor);
      await this.views.save(view);
      await this.outbox.record(
        new SavedViewUpdated({ id, rowVersion: view.rowVersion }, actor, { ...changes, viewName: view.name }),
      );
      return this.views.get(id, actor);
    });
  }

  /** @throws ResourceNotFound 404, ViewNotYours 403, StaleVersion 412 */
  delete(id: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const { view } = await this.own(id, actor, expected);
      const { before } = changesBetween(view, new SavedView(), TOLD);
      view.isDefault = false;
      await this.views.trash(view);
      await this.outbox.record(new SavedViewDeleted({ id, rowVersion: view.rowVersion }, actor, { before, after: {} }));
    });
  }

  private async own(id: string, actor: Actor, expected?: number): Promise<{ view: SavedView; others: SavedView[] }> {
    const { list, ownerId } = await this.views.get(id, actor);
    if (ownerId !== actor.id) throw new ViewNotYours();
    const all = await this.views.lockOwn(list, actor);
    const view = all.find((each) => each.id === id) ?? (await this.views.get(id, actor));
    expectVersion(view, expected);
    return { view, others: all.filter((each) => each !== view) };
  }

  /** There is one default each: the one there was gives way. */
  private async resign(others: readonly SavedView[], actor: Actor): Promise<void> {
    for (const other of others.filter(({ isDefault }) => isDefault)) {
      other.isDefault = false;
      await this.views.save(other);
      const changes = { before: { isDefault: true }, after: { isDefault: false }, viewName: other.name };
      await this.outbox.record(new SavedViewUpdated({ id: other.id, rowVersion: other.rowVersion }, actor, changes));
    }
  }
}

function expectSharing({ role }: Actor): void {
  if (!scopeOf(role, 'saved_view.share')) throw new ViewsSharedByManagers();
}

/** A query as it is kept, once its list has read it. @throws InvalidInput 400 on `query`, in the list's own words */
function queryOf(text: string, list: ViewedList): string {
  const asked = new URLSearchParams(text);
  const paged = PAGING.filter((name) => asked.has(name));
  if (paged.length)
    throw new InvalidInput({ query: [`Leave out ${paged.join(', ')}: a view begins at its first page.`] });
  const filters = new URLSearchParams(asked);
  filters.delete('columns');
  if (!asked.getAll('columns').every((name) => COLUMNS[list].includes(name)))
    throw new InvalidInput({ query: [`columns: Choose from: ${COLUMNS[list].join(', ')}.`] });
  try {
    parseListAddress(new URL(`http://house/?${filters}`), DEFINITIONS[list]);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput({
      query: Object.entries(error.errors).flatMap(([name, sentences]) => sentences.map((each) => `${name}: ${each}`)),
    });
  }
  return asked.toString();
}
