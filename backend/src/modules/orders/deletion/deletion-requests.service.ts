import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import { Outbox } from '../../../platform/events/outbox';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import { OrdersRepository } from '../order/orders.repository';
import { OrdersService } from '../order/orders.service';
import { about, DeletionRequest, personOf, subject } from './deletion-request.entity';
import {
  DeleteItYourself,
  DeletionAlreadyAsked,
  NotYoursToAnswer,
  NotYoursToWithdraw,
} from './deletion-request.errors';
import { DeletionDeclined, DeletionRequested, DeletionRequestWithdrawn } from './deletion-request.events';
import { deletionLifecycle } from './deletion-request.lifecycle';
import { isHere, mayAnswer, mayDelete } from './deletion-request.rules';
import { DeletionRequestsRepository } from './deletion-requests.repository';

/** Who may not delete an order asks who made it; an approval deletes it at once. */
@Injectable()
export class DeletionRequestsService {
  constructor(
    private readonly requests: DeletionRequestsRepository,
    private readonly orders: OrdersRepository,
    private readonly ordersService: OrdersService,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  list(asked: ListQuery, actor: Actor): Promise<Page<DeletionRequest>> {
    return this.requests.list(asked, actor);
  }

  /** @throws ResourceNotFound 404 */
  get(id: string, actor: Actor): Promise<DeletionRequest> {
    return this.requests.get(id, actor);
  }

  /** @throws ResourceNotFound 404 for the order, DeleteItYourself 409, DeletionAlreadyAsked 409 */
  ask(orderId: string, reason: string | null, actor: Actor): Promise<DeletionRequest> {
    return this.transaction.run(async () => {
      const order = await this.orders.getForUpdate(orderId, actor, 'deletion_request.make');
      if (mayDelete(order, actor)) throw new DeleteItYourself();
      const pending = await this.requests.findPending(orderId);
      if (pending) throw new DeletionAlreadyAsked(pending.requester?.fullName ?? null);
      const request = Object.assign(new DeletionRequest(), {
        orderId,
        orderNumber: order.orderNumber,
        customerName: order.customerName,
        requesterId: actor.id,
        approverId: order.createdById,
        status: 'pending',
        reason,
      } satisfies Partial<DeletionRequest>);
      await this.requests.insert(request);
      await this.outbox.record(
        new DeletionRequested(subject(request), actor, {
          ...about(request),
          // Null, also where who made the order has left: then it is for managers.
          approverId: isHere(order.createdBy) ? order.createdById : null,
          reason,
        }),
      );
      return Object.assign(request, { requester: personOf(actor), approver: order.createdBy, respondedBy: null });
    });
  }

  /** Deletes the order in the same transaction. @throws NotYoursToAnswer 403, IllegalTransition 409, ResourceNotFound 404, StaleVersion 412 */
  approve(id: string, note: string | null, actor: Actor, expected?: number): Promise<DeletionRequest> {
    return this.transaction.run(async () => {
      const { request, order } = await this.lock(id, actor, expected);
      if (!mayAnswer(request, actor)) throw new NotYoursToAnswer(approverName(request));
      deletionLifecycle.step(request.status, 'approved');
      if (!order) throw new ResourceNotFound('order');
      await this.ordersService.moveToTrash(order, actor, note);
      return this.requests.get(id, actor);
    });
  }

  /** The order stays. @throws NotYoursToAnswer 403, IllegalTransition 409, ResourceNotFound 404, StaleVersion 412 */
  decline(id: string, note: string | null, actor: Actor, expected?: number): Promise<DeletionRequest> {
    return this.transaction.run(async () => {
      const { request } = await this.lock(id, actor, expected);
      if (!mayAnswer(request, actor)) throw new NotYoursToAnswer(approverName(request));
      request.settle('declined', personOf(actor), note);
      await this.requests.save(request);
      await this.outbox.record(new DeletionDeclined(subject(request), actor, { ...about(request), reason: note }));
      return request;
    });
  }

  /** @throws NotYoursToWithdraw 403, IllegalTransition 409, ResourceNotFound 404, StaleVersion 412 */
  withdraw(id: string, actor: Actor, expected?: number): Promise<DeletionRequest> {
    return this.transaction.run(async () => {
      const { request } = await this.lock(id, actor, expected);
      if (request.requesterId !== actor.id) throw new NotYoursToWithdraw();
      request.settle('withdrawn', personOf(actor), null);
      await this.requests.save(request);
      await this.outbox.record(new DeletionRequestWithdrawn(subject(request), actor, about(request)));
      return request;
    });
  }

  /** First the order, then the request, as whoever deletes the order does. */
  private async lock(id: string, actor: Actor, expected?: number) {
    const { orderId } = await this.requests.get(id, actor);
    const order = orderId ? await this.orders.lock(orderId) : null;
    return { order, request: await this.requests.getForUpdate(id, actor, expected) };
  }
}

const approverName = ({ approver }: DeletionRequest): string | null => (isHere(approver) ? approver.fullName : null);
