import { Global, Module } from '@nestjs/common';
import { explainConstraint } from '../../platform/errors/database-errors';
import { ApprovalHistoryRepository } from './approvals/approval-history.repository';
import { ApprovalsController } from './approvals/approvals.controller';
import { ApprovalsService } from './approvals/approvals.service';
import { CommentsController } from './comments/comments.controller';
import { CommentsRepository } from './comments/comments.repository';
import { CommentsService } from './comments/comments.service';
import { CopiesController } from './copy/copies.controller';
import { CopiesService } from './copy/copies.service';
import { DeletionRequestsController } from './deletion/deletion-requests.controller';
import { DeletionRequestsRepository } from './deletion/deletion-requests.repository';
import { DeletionRequestsService } from './deletion/deletion-requests.service';
import { DeletionRequestsUndo } from './deletion/deletion-requests.undo';
import { GateLaying } from './gates/gate-laying';
import { GateOverridesRepository } from './gates/gate-overrides.repository';
import { GateSetsController } from './gates/gate-sets.controller';
import { GateSetsRepository } from './gates/gate-sets.repository';
import { GateSetsService } from './gates/gate-sets.service';
import { GateSetsUndo } from './gates/gate-sets.undo';
import { HandOversRepository } from './gates/hand-overs.repository';
import { LineGatesController } from './gates/line-gates.controller';
import { LineGatesRepository } from './gates/line-gates.repository';
import { LineGatesService } from './gates/line-gates.service';
import { LineGatesUndo } from './gates/line-gates.undo';
import { OrderGate } from './gates/order-gate';
import { SupplierDeliveriesController } from './deliveries/supplier-deliveries.controller';
import { SupplierDeliveriesRepository } from './deliveries/supplier-deliveries.repository';
import { SupplierDeliveriesService } from './deliveries/supplier-deliveries.service';
import { SupplierDeliveriesUndo } from './deliveries/supplier-deliveries.undo';
import { Letterheads } from './letterhead';
import { AgreedPrices } from './line/agreed-price';
import { LinesController } from './line/lines.controller';
import { LinesRepository } from './line/lines.repository';
import { LinesService } from './line/lines.service';
import { PlanColumn } from './line/plan-column';
import { ShortClosingsService } from './line/short-closings.service';
import { SplitsService } from './line/splits.service';
import { MillOffersController } from './mill-offers/mill-offers.controller';
import { MillOffersRepository } from './mill-offers/mill-offers.repository';
import { MillOffersService } from './mill-offers/mill-offers.service';
import { MillOffersUndo } from './mill-offers/mill-offers.undo';
import { OrderParts } from './order-parts';
import { OrderReferences } from './order-references';
import { AssignmentsService } from './order/assignments.service';
import { OrderStatusService } from './order/order-status.service';
import { OrdersController } from './order/orders.controller';
import { OrdersRepository } from './order/orders.repository';
import { OrdersService } from './order/orders.service';
import { ConversionsController } from './quantity/conversions.controller';
import { OrderImpacts } from './revision/order-impact';
import { RevisionsController } from './revision/revisions.controller';
import { RevisionsRepository } from './revision/revisions.repository';
import { RevisionsService } from './revision/revisions.service';
import { OrderItemsUndo } from './order-items.undo';
import { OrdersUndo } from './orders.undo';
import { StylesController } from './style/styles.controller';
import { StylesRepository } from './style/styles.repository';
import { StylesService } from './style/styles.service';
import { GateTasks } from './tasks/gate-tasks';
import { TasksController } from './tasks/tasks.controller';
import { TasksRepository } from './tasks/tasks.repository';
import { TasksService } from './tasks/tasks.service';

explainConstraint('ck_orders_eta', 'eta', 'The ETA cannot be before the ETD.');
explainConstraint('ck_order_lines_eta', 'eta', 'The ETA cannot be before the ETD.');
explainConstraint('uq_deletion_requests_pending', 'orderId', 'Somebody has asked to delete this order already.');
explainConstraint('uq_mill_offers_chosen', 'chosen', 'Another offer of this line was chosen just now. Look again.');
explainConstraint('uq_order_lines_colour_cad', 'colorCode', 'This style already has a line with this colour and CAD.');
explainConstraint('uq_line_gates_key', 'name', 'This line has this gate already.');
explainConstraint('uq_gate_sets_name', 'name', 'There is a set of this name already.');

/** Orders, their styles, lines and gates. What lies under an order, in other modules, finds it here. */
@Global()
@Module({
  controllers: [
    OrdersController,
    StylesController,
    LinesController,
    ApprovalsController,
    RevisionsController,
    CopiesController,
    ConversionsController,
    TasksController,
    CommentsController,
    DeletionRequestsController,
    LineGatesController,
    GateSetsController,
    MillOffersController,
    SupplierDeliveriesController,
  ],
  providers: [
    OrdersService,
    OrderStatusService,
    AssignmentsService,
    OrdersRepository,
    OrdersUndo,
    OrderItemsUndo,
    DeletionRequestsRepository,
    DeletionRequestsService,
    DeletionRequestsUndo,
    StylesService,
    StylesRepository,
    LinesService,
    ShortClosingsService,
    SplitsService,
    LinesRepository,
    ApprovalsService,
    ApprovalHistoryRepository,
    GateLaying,
    GateOverridesRepository,
    GateSetsRepository,
    GateSetsService,
    GateSetsUndo,
    LineGatesRepository,
    LineGatesService,
    LineGatesUndo,
    HandOversRepository,
    OrderGate,
    RevisionsService,
    RevisionsRepository,
    CopiesService,
    PlanColumn,
    AgreedPrices,
    Letterheads,
    OrderImpacts,
    MillOffersService,
    MillOffersRepository,
    MillOffersUndo,
    SupplierDeliveriesService,
    SupplierDeliveriesRepository,
    SupplierDeliveriesUndo,
    OrderReferences,
    OrderParts,
    TasksService,
    TasksRepository,
    GateTasks,
    CommentsService,
    CommentsRepository,
  ],
  exports: [
    OrdersService,
    OrdersRepository,
    LinesRepository,
    SupplierDeliveriesRepository,
    ApprovalsService,
    OrderGate,
    PlanColumn,
    AgreedPrices,
    Letterheads,
    OrderImpacts,
    OrderReferences,
    OrderParts,
  ],
})
export class OrdersModule {}
