import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { changesBetween, isUnchanged, type EventSubject } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { FileLinkDto } from '../../../platform/storage/attachment.dto';
import { Attachments } from '../../../platform/storage/attachments';
import { CarriedFiles, type Carrier } from '../../../platform/storage/carried-files';
import type { IncomingFile } from '../../../platform/storage/receives-file';
import type { Actor } from '../../auth/access/actor';
import type { User } from '../../auth/users/user.entity';
import { UsersRepository } from '../../auth/users/users.repository';
import { NoSuchReference } from '../../orders/orders.errors';
import type { Shipment } from '../shipment.entity';
import { ShipmentsRepository } from '../shipments.repository';
import { PaperWithoutTitle } from './paper.errors';
import {
  ShipmentPaperAdded,
  ShipmentPaperDeleted,
  ShipmentPaperFileAttached,
  ShipmentPaperFileRemoved,
  ShipmentPaperRestored,
  ShipmentPaperUpdated,
} from './paper.events';
import type { PaperKind } from './paper.vocabulary';
import type { AddPapersDto, UpdatePaperDto } from './papers.dto';
import { PapersRepository } from './papers.repository';
import { ShipmentPaper } from './shipment-paper.entity';

const TOLD = [
  'kind',
  'title',
  'required',
  'state',
  'ownerId',
  'originals',
  'copies',
  'wording',
] as const satisfies readonly (keyof ShipmentPaper)[];

/** The papers that a shipment needs: whose work each is, how far it is, and its file. */
@Injectable()
export class PapersService {
  constructor(
    private readonly papers: PapersRepository,
    private readonly shipments: ShipmentsRepository,
    private readonly users: UsersRepository,
    private readonly attachments: Attachments,
    private readonly files: CarriedFiles,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  /** @throws ResourceNotFound 404, GoesWithOthers 403 */
  async list(shipmentId: string, actor: Actor): Promise<ShipmentPaper[]> {
    await this.shipments.getWhole(shipmentId, actor);
    return this.papers.ofShipment(shipmentId);
  }

  /** @throws ResourceNotFound 404, GoesWithOthers 403, NoSuchReference 400, PaperWithoutTitle 422 */
  add(shipmentId: string, body: AddPapersDto, actor: Actor): Promise<ShipmentPaper[]> {
    return this.transaction.run(async () => {
      const shipment = await this.shipments.getWholeForUpdate(shipmentId, actor);
      const papers: ShipmentPaper[] = [];
      for (const [index, given] of body.papers.entries()) {
        const at = `papers.${index}.`;
        if (given.kind === 'other' && !given.title) throw new PaperWithoutTitle(`${at}title`);
        const owner = await this.ownerOf(given.ownerId ?? null, `${at}ownerId`);
        papers.push(paperOf(shipment, { ...given, owner }));
      }
      await this.papers.insert(...papers);
      for (const paper of papers) await this.tellAdded(paper, actor);
      return papers;
    });
  }

  /** Changes what is sent. @throws ResourceNotFound 404, StaleVersion 412, NoSuchReference 400, PaperWithoutTitle 422 */
  update(id: string, body: UpdatePaperDto, actor: Actor, expected?: number): Promise<ShipmentPaper> {
    return this.transaction.run(async () => {
      const paper = await this.papers.getForUpdate(id, actor, expected);
      const before = { ...paper };
      Object.assign(paper, body);
      if (body.ownerId !== undefined && body.ownerId !== before.ownerId)
        paper.owner = await this.ownerOf(body.ownerId, 'ownerId');
      if (paper.kind === 'other' && !paper.title) throw new PaperWithoutTitle('title');
      const changes = changesBetween(before, paper, TOLD);
      if (isUnchanged(changes)) return paper;
      await this.papers.save(paper);
      await this.outbox.record(new ShipmentPaperUpdated(subject(paper), actor, { ...changes, ...named(paper) }));
      return paper;
    });
  }

  /** To the trash. @throws ResourceNotFound 404, StaleVersion 412 */
  delete(id: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const paper = await this.papers.getForUpdate(id, actor, expected);
      await this.papers.trash(paper);
      const { before } = changesBetween(paper, new ShipmentPaper(), TOLD);
      await this.outbox.record(new ShipmentPaperDeleted(subject(paper), actor, { before, after: {}, ...named(paper) }));
    });
  }

  /** From the trash. @throws ResourceNotFound 404 */
  restore(id: string, actor: Actor): Promise<ShipmentPaper> {
    return this.transaction.run(async () => {
      const paper = await this.papers.restore(await this.papers.getTrashed(id, actor));
      const { after } = changesBetween(new ShipmentPaper(), paper, TOLD);
      await this.outbox.record(
        new ShipmentPaperRestored(subject(paper), actor, { before: {}, after, ...named(paper) }),
      );
      return paper;
    });
  }

  /** @throws NoFileYet 404, ResourceNotFound 404 */
  async linkToFile(id: string, actor: Actor): Promise<FileLinkDto> {
    const { attachment } = await this.papers.get(id, actor);
    return this.attachments.linkTo(attachment);
  }

  /** In place of the file that it had. @throws ResourceNotFound 404, StaleVersion 412, StorageUnavailable 503, StorageFull 507 */
  async attachFile(id: string, file: IncomingFile, actor: Actor, expected?: number): Promise<ShipmentPaper> {
    const { shipment } = await this.papers.get(id, actor);
    const lock = () => this.papers.getForUpdate(id, actor, expected);
    return this.files.put(folderOf(shipment), file, this.carrier(lock, actor));
  }

  /** @throws NoFileYet 404, ResourceNotFound 404, StaleVersion 412 */
  async removeFile(id: string, actor: Actor, expected?: number): Promise<void> {
    await this.files.remove(this.carrier(() => this.papers.getForUpdate(id, actor, expected), actor));
  }

  /** A paper that the house printed: in its place on the list, which it gets where it has none. @throws ResourceNotFound 404, GoesWithOthers 403 */
  keep({ id, orderId }: Shipment, kind: PaperKind, file: IncomingFile, actor: Actor): Promise<ShipmentPaper> {
    const lock = async () => {
      const shipment = await this.shipments.getWholeForUpdate(id, actor);
      const found = await this.papers.findOfKind(id, kind);
      if (found) return found;
      const made = paperOf(shipment, { kind, owner: null });
      await this.papers.insert(made);
      await this.tellAdded(made, actor);
      return made;
    };
    return this.files.put(folderOf({ orderId }), file, this.carrier(lock, actor));
  }

  private carrier(lock: () => Promise<ShipmentPaper>, actor: Actor): Carrier<ShipmentPaper> {
    return {
      field: 'file',
      lock,
      save: async (paper, changes, attached) => {
        if (attached && paper.state === 'missing') paper.state = 'drafted';
        await this.papers.save(paper);
        const FileExchanged = attached ? ShipmentPaperFileAttached : ShipmentPaperFileRemoved;
        await this.outbox.record(new FileExchanged(subject(paper), actor, { ...changes, ...named(paper) }));
      },
    };
  }

  private async tellAdded(paper: ShipmentPaper, actor: Actor): Promise<void> {
    const { after } = changesBetween(new ShipmentPaper(), paper, TOLD);
    await this.outbox.record(new ShipmentPaperAdded(subject(paper), actor, { before: {}, after, ...named(paper) }));
  }

  /** @throws NoSuchReference 400: unknown, or no longer in the house */
  private async ownerOf(id: string | null, field: string): Promise<User | null> {
    if (id === null) return null;
    const owner = await this.users.findActive(id);
    if (!owner) throw new NoSuchReference(field, 'active colleague');
    return owner;
  }
}

const paperOf = (shipment: Shipment, given: Partial<ShipmentPaper>): ShipmentPaper =>
  Object.assign(new ShipmentPaper(), {
    ...{ required: true, state: 'missing' as const },
    ...given,
    ...{ shipment, shipmentId: shipment.id, ownerId: given.owner?.id ?? null },
  });

const folderOf = ({ orderId }: Pick<Shipment, 'orderId'>): string => `shipments/docs/${orderId}/`;

/** What people call a paper by. */
const named = ({ kind, title }: ShipmentPaper) => ({ kind, title });

const subject = ({ id, rowVersion, shipment }: ShipmentPaper): EventSubject => ({
  ...{ id, rowVersion, orderId: shipment.orderId },
});
