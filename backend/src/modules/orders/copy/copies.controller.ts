import { Body, Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { CopyOrderDto } from '../order/given-order.dto';
import { OrderDto } from '../order/orders.dto';
import { CopyStyleDto, StyleDto } from '../style/styles.dto';
import { CopiesService } from './copies.service';

@Controller()
export class CopiesController {
  constructor(private readonly copies: CopiesService) {}

  @Post('orders/:id/copy')
  @ApiTags('orders')
  @Can('order.create')
  @ApiOperation({
    operationId: 'copyOrder',
    summary: 'Order the same again: styles, lines and prices, nothing that happened',
  })
  @ApiCreatedResponse({ type: OrderDto })
  async copyOrder(@Param('id', ParseUUIDPipe) id: string, @Body() body: CopyOrderDto, @CurrentActor() actor: Actor) {
    const { order, lines } = await this.copies.copyOrder(id, body, actor);
    return OrderDto.from(order, lines);
  }

  @Post('styles/:id/copy')
  @ApiTags('styles')
  @Can('order.update')
  @ApiOperation({ operationId: 'copyStyle', summary: 'Add a style once more to its order, with its lines' })
  @ApiCreatedResponse({ type: StyleDto })
  async copyStyle(@Param('id', ParseUUIDPipe) id: string, @Body() body: CopyStyleDto, @CurrentActor() actor: Actor) {
    const { style, lines } = await this.copies.copyStyle(id, body, actor);
    return StyleDto.from(style, lines);
  }
}
