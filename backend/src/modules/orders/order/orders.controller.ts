import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { IllegalTransition } from '../../../platform/lifecycle/lifecycle';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { aShutGate } from '../gates/examples';
import { LinesService } from '../line/lines.service';
import {
  AlreadyDelivered,
  AlreadyAtStage,
  AlreadyOfType,
  FractionOfUnit,
  LinesCannotMove,
  NoSuchReference,
  NotYoursToDelete,
  OrderIsDelivered,
  QuantityWithoutUnit,
  REVISION_NEEDED,
  StatusFromLines,
} from '../orders.errors';
import { CreateStyleDto, StyleDto } from '../style/styles.dto';
import { StylesService } from '../style/styles.service';
import { AssignmentsService } from './assignments.service';
import { OrderStatusService } from './order-status.service';
import {
  AssignmentDto,
  AssignmentsDto,
  ConvertOrderDto,
  CreateOrderDto,
  DeliveryDto,
  LineStatusesDto,
  OrderStatusDto,
  StageDto,
  UpdateOrderDto,
} from './given-order.dto';
import { OrderDto, OrderListItemDto } from './orders.dto';
import { orderList } from './orders.repository';
import { OrdersService, type WholeOrder } from './orders.service';

const toDto = ({ order, lines }: WholeOrder) => OrderDto.from(order, lines);

@ApiTags('orders')
@Controller('orders')
export class OrdersController {
  constructor(
    private readonly orders: OrdersService,
    private readonly styles: StylesService,
    private readonly lines: LinesService,
    private readonly assignments: AssignmentsService,
    private readonly status: OrderStatusService,
  ) {}

  @Get()
  @Can('order.read')
  @ApiOperation({ operationId: 'listOrders', summary: 'List orders with their lines' })
  @ApiList(OrderListItemDto, orderList)
  async listOrders(@Asked(orderList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.orders.list(asked, actor), ({ order, lines }) => OrderListItemDto.from(order, lines));
  }

  @Post()
  @Can('order.create')
  @ApiOperation({ operationId: 'createOrder', summary: 'Create an order with its styles and lines' })
  @ApiCreatedResponse({ type: OrderDto })
  @ApiErrors(new FractionOfUnit('styles.0.lines.0.quantity', 'pieces', 0), new QuantityWithoutUnit())
  async createOrder(@Body() body: CreateOrderDto, @CurrentActor() actor: Actor) {
    return toDto(await this.orders.create(body, actor));
  }

  @Get(':id')
  @Can('order.read')
  @ApiOperation({ operationId: 'getOrder', summary: 'Read an order with its styles and lines' })
  @ApiOkResponse({ type: OrderDto })
  async getOrder(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return toDto(await this.orders.get(id, actor));
  }

  @Patch(':id')
  @Can('order.update')
  @ApiOperation({ operationId: 'updateOrder', summary: 'Change an order: only what is sent; null clears' })
  @ApiOkResponse({ type: OrderDto })
  @ApiErrors(new FractionOfUnit('quantity', 'pieces', 0), new QuantityWithoutUnit(), REVISION_NEEDED)
  async updateOrder(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateOrderDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return toDto(await this.orders.update(id, body, actor, expected));
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('order.delete')
  @ApiOperation({ operationId: 'deleteOrder', summary: 'Move an order to the trash, with everything under it' })
  @ApiNoContentResponse()
  @ApiErrors(new NotYoursToDelete('Rina Akter'))
  async deleteOrder(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.orders.delete(id, actor, expected);
  }

  @Post(':id/stage')
  @HttpCode(200)
  @Can('order.update')
  @ApiOperation({ operationId: 'setOrderStage', summary: 'Set the stage; leaving Delivered takes the delivery back' })
  @ApiOkResponse({ type: OrderDto })
  @ApiErrors(new AlreadyAtStage('Production'))
  async setOrderStage(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: StageDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return toDto(await this.orders.moveToStage(id, body.stage, actor, expected));
  }

  @Post(':id/status')
  @HttpCode(200)
  @Can('order.update')
  @ApiOperation({ operationId: 'setOrderStatus', summary: 'Move an order that has no lines to another status' })
  @ApiOkResponse({ type: OrderDto })
  @ApiErrors(
    new StatusFromLines(),
    new AlreadyDelivered(),
    new IllegalTransition('order', 'upcoming', 'bulk', ['in_development', 'running', 'archived']),
    REVISION_NEEDED,
  )
  async setOrderStatus(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: OrderStatusDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return toDto(await this.status.moveTo(id, body, actor, expected));
  }

  @Post(':id/conversion')
  @HttpCode(200)
  @Can('order.update')
  @ApiOperation({ operationId: 'convertOrder', summary: 'Make a foreign order local, or a local one foreign' })
  @ApiOkResponse({ type: OrderDto })
  @ApiErrors(new AlreadyOfType('local'))
  async convertOrder(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ConvertOrderDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return toDto(await this.orders.convert(id, body.orderType, actor, expected));
  }

  @Post(':id/delivery')
  @HttpCode(200)
  @Can('order.update')
  @ApiOperation({ operationId: 'deliverOrder', summary: 'Mark an order delivered' })
  @ApiOkResponse({ type: OrderDto })
  @ApiErrors(new AlreadyDelivered(), aShutGate('delivery'))
  async deliverOrder(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: DeliveryDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return toDto(await this.orders.deliver(id, body, actor, expected));
  }

  @Post('assignments')
  @HttpCode(204)
  @Can('order.reassign')
  @ApiOperation({ operationId: 'assignOrders', summary: 'Hand several orders to another merchandiser: all, or none' })
  @ApiNoContentResponse()
  @ApiErrors(new NoSuchReference('orderIds', 'order'))
  async assignOrders(@Body() { orderIds, merchandiserId }: AssignmentsDto, @CurrentActor() actor: Actor) {
    await this.assignments.assignAll(orderIds, merchandiserId, actor);
  }

  @Post(':id/assignment')
  @HttpCode(204)
  @Can('order.reassign')
  @ApiOperation({ operationId: 'assignOrder', summary: 'Hand an order to another merchandiser' })
  @ApiNoContentResponse()
  @ApiErrors(new NoSuchReference('merchandiserId', 'user'))
  async assignOrder(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AssignmentDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.assignments.assign(id, body.merchandiserId, actor, expected);
  }

  @Post(':id/line-statuses')
  @HttpCode(200)
  @Can('order.update')
  @ApiOperation({ operationId: 'setLineStatuses', summary: 'Move several lines, or all, to a status' })
  @ApiOkResponse({ type: OrderDto })
  @ApiErrors(
    new LinesCannotMove(
      [
        {
          orderLineId: '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21',
          label: 'MT-2291 · White',
          reason: 'This line is upcoming and cannot become bulk. It can become in development or running or archived.',
        },
      ],
      4,
    ),
    aShutGate('completion'),
    REVISION_NEEDED,
  )
  async setLineStatuses(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: LineStatusesDto,
    @CurrentActor() actor: Actor,
  ) {
    return toDto(await this.lines.moveAll(id, body, actor));
  }

  @Post(':id/styles')
  @Can('order.update')
  @ApiOperation({ operationId: 'addStyle', summary: 'Add a style with its lines' })
  @ApiCreatedResponse({ type: StyleDto })
  @ApiErrors(new OrderIsDelivered(), new FractionOfUnit('lines.0.quantity', 'pieces', 0))
  async addStyle(@Param('id', ParseUUIDPipe) id: string, @Body() body: CreateStyleDto, @CurrentActor() actor: Actor) {
    const { style, lines } = await this.styles.add(id, body, actor);
    return StyleDto.from(style, lines);
  }
}
