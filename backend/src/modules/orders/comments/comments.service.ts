import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { InvalidInput } from '../../../platform/errors/domain-error';
import { changesBetween, isUnchanged, type EventSubject } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { mapPage, type Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import { UsersRepository } from '../../auth/users/users.repository';
import type { Order } from '../order/order.entity';
import { OrderParts } from '../order-parts';
import { OrderReferences } from '../order-references';
import { OrderComment } from './comment.entity';
import { CommentNotYours, PictureReplaced } from './comment.errors';
import { CommentEdited, CommentRemoved, CommentRestored, CommentWritten } from './comment.events';
import type { CreateCommentDto, PinDto, UpdateCommentDto, WrittenComment } from './comments.dto';
import { CommentsRepository } from './comments.repository';
import { mentionsOf } from './mentions';

const TOLD = ['body'] as const;

/** What people of the house write to one another on an order, a line or a sample. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly comments: CommentsRepository,
    private readonly references: OrderReferences,
    private readonly parts: OrderParts,
    private readonly users: UsersRepository,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  /** One statement for the page, one for its count, one for the names of all whom it mentions, if any. */
  async list(asked: ListQuery, actor: Actor): Promise<Page<WrittenComment>> {
    const page = await this.comments.list(asked, actor);
    const named = await this.withMentions(page.results);
    return mapPage(page, (comment) => named(comment));
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<WrittenComment> {
    const comment = await this.comments.get(id, actor);
    return (await this.withMentions([comment]))(comment);
  }

  /** @throws NoSuchReference 400, CannotBeMentioned 400, PictureReplaced 409, InvalidInput 400 for a pin without a sample */
  write(body: CreateCommentDto, actor: Actor): Promise<WrittenComment> {
    return this.transaction.run(async () => {
      const order = await this.references.order(body.orderId, actor, 'comment.write');
      const part = await this.parts.of(order.id, body);
      const comment = Object.assign(new OrderComment(), {
        orderId: order.id,
        ...part,
        body: body.body,
        ...(await this.pinned(body.pin ?? null, part.sampleId)),
        mentionedIds: await this.mentioned(body, order),
        authorId: actor.id,
      });
      await this.comments.insert(comment);
      await this.outbox.record(
        new CommentWritten(subject(comment), actor, {
          ...changesBetween(new OrderComment(), comment, TOLD),
          sampleId: comment.sampleId,
          ...(body.pin ? { pinnedTo: body.pin.option ? `option ${body.pin.option}` : 'the picture' } : {}),
          newlyMentionedIds: comment.mentionedIds,
        }),
      );
      return this.get(comment.id, actor);
    });
  }

  /** By its author. What it said before stays in the history. @throws CommentNotYours 403, ResourceNotFound 404, CannotBeMentioned 400, StaleVersion 412 */
  edit(id: string, body: UpdateCommentDto, actor: Actor, expected?: number): Promise<WrittenComment> {
    return this.transaction.run(async () => {
      const comment = await this.own(id, actor, expected);
      const before = { ...comment };
      comment.body = body.body;
      comment.mentionedIds = await this.mentioned(body, comment.order);
      if (!isUnchanged(changesBetween(before, comment, [...TOLD, 'mentionedIds']))) {
        comment.editedAt = new Date();
        await this.comments.save(comment);
        const newlyMentionedIds = comment.mentionedIds.filter((each) => !before.mentionedIds.includes(each));
        await this.outbox.record(
          new CommentEdited(subject(comment), actor, {
            ...changesBetween(before, comment, TOLD),
            newlyMentionedIds,
            mentionedBefore: before.mentionedIds,
          }),
        );
      }
      return (await this.withMentions([comment]))(comment);
    });
  }

  /** By its author, to the trash. @throws CommentNotYours 403, ResourceNotFound 404, StaleVersion 412 */
  remove(id: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const comment = await this.own(id, actor, expected);
      await this.comments.trash(comment);
      await this.outbox.record(
        new CommentRemoved(subject(comment), actor, changesBetween(comment, new OrderComment(), TOLD)),
      );
    });
  }

  /** From the trash, by its author. @throws CommentNotYours 403, ResourceNotFound 404 */
  restore(id: string, actor: Actor): Promise<OrderComment> {
    return this.transaction.run(async () => {
      const comment = await this.comments.getTrashed(id, actor);
      if (comment.authorId !== actor.id) throw new CommentNotYours(comment.author?.fullName ?? null);
      await this.comments.restore(comment);
      await this.outbox.record(
        new CommentRestored(subject(comment), actor, changesBetween(new OrderComment(), comment, TOLD)),
      );
      return comment;
    });
  }

  private async own(id: string, actor: Actor, expected?: number): Promise<OrderComment> {
    const comment = await this.comments.getForUpdate(id, actor, expected);
    if (comment.authorId !== actor.id) throw new CommentNotYours(comment.author?.fullName ?? null);
    return comment;
  }

  /** @throws PictureReplaced 409, InvalidInput 400 without a sample */
  private async pinned(pin: PinDto | null, sampleId: string | null) {
    if (!pin) return {};
    if (!sampleId) throw new InvalidInput({ pin: ['A note is pinned to the picture of a sample: name the sample.'] });
    if ((await this.parts.pictureOf(sampleId, pin.option)) !== pin.pictureId) throw new PictureReplaced();
    return { pinPictureId: pin.pictureId, pinOption: pin.option, pinX: pin.x, pinY: pin.y };
  }

  /** @throws CannotBeMentioned 400 */
  private async mentioned({ body, mentionedIds = [] }: UpdateCommentDto, order: Order): Promise<string[]> {
    return mentionsOf(body, mentionedIds, await this.users.activeAmong(mentionedIds), order);
  }

  /** Names whom these comments mention: one statement, none if they mention nobody. */
  private async withMentions(comments: readonly OrderComment[]): Promise<(comment: OrderComment) => WrittenComment> {
    const ids = [...new Set(comments.flatMap(({ mentionedIds }) => mentionedIds))];
    const names = new Map((await this.users.namesOf(ids)).map((person) => [person.id, person]));
    return (comment) => ({ comment, mentions: comment.mentionedIds.flatMap((id) => names.get(id) ?? []) });
  }
}

const subject = (comment: OrderComment): EventSubject => ({
  id: comment.id,
  rowVersion: comment.rowVersion,
  orderId: comment.orderId,
  orderLineId: comment.orderLineId,
});
