import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { InvalidInput } from '../../../platform/errors/domain-error';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, ApiListFilters, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { isCurrency } from '../../../platform/values/currencies';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { profitList } from './order-profits.repository';
import {
  ConvertedProfitDto,
  LineProfitDto,
  OrderProfitDetailDto,
  OrderProfitDto,
  ProfitTotalDto,
  ProfitTotalsDto,
} from './profits.dto';
import { ProfitsService } from './profits.service';

/** Kept within seconds of each change (docs/domain/money.md). */
@ApiTags('financials')
@Controller('financials/profits')
export class ProfitsController {
  constructor(private readonly profits: ProfitsService) {}

  @Get()
  @Can('profit.read')
  @ApiOperation({
    operationId: 'listOrderProfits',
    summary: 'List what orders are worth, a row for each of their currencies',
  })
  @ApiList(OrderProfitDto, profitList)
  async listOrderProfits(@Asked(profitList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.profits.list(asked, actor), (profit) => OrderProfitDto.from(profit));
  }

  @Get('totals')
  @Can('profit.read')
  @ApiOperation({ operationId: 'totalProfits', summary: 'Add up what the list shows on all its pages, per currency' })
  @ApiListFilters(profitList)
  @ApiOkResponse({ type: ProfitTotalsDto })
  async totalProfits(@Asked(profitList) asked: ListQuery, @CurrentActor() actor: Actor): Promise<ProfitTotalsDto> {
    const totals = await this.profits.totals(asked, actor);
    return { totals: totals.map((total) => ProfitTotalDto.from(total)) };
  }

  @Get('totals/:currency')
  @Can('profit.read')
  @ApiOperation({
    operationId: 'totalProfitsIn',
    summary: 'Tell these totals in one currency, by the last recorded rates',
  })
  @ApiParam({ name: 'currency', schema: { type: 'string', pattern: '^[A-Z]{3}$', example: 'USD' } })
  @ApiListFilters(profitList)
  @ApiOkResponse({ type: ConvertedProfitDto })
  async totalProfitsIn(
    @Param('currency') currency: string,
    @Asked(profitList) asked: ListQuery,
    @CurrentActor() actor: Actor,
  ): Promise<ConvertedProfitDto> {
    if (!isCurrency(currency)) throw new InvalidInput({ currency: ['This is no currency of ISO 4217.'] });
    return ConvertedProfitDto.from(await this.profits.totalsIn(currency, asked, actor));
  }

  @Get(':orderId')
  @Can('profit.read')
  @ApiOperation({ operationId: 'getOrderProfit', summary: 'Read why an order is worth what it is, line by line' })
  @ApiOkResponse({ type: OrderProfitDetailDto })
  async getOrderProfit(
    @Param('orderId', ParseUUIDPipe) orderId: string,
    @CurrentActor() actor: Actor,
  ): Promise<OrderProfitDetailDto> {
    const { order, lines } = await this.profits.read(orderId, actor);
    return { orderId, orderNumber: order.orderNumber, lines: lines.map((line) => LineProfitDto.from(line)) };
  }
}
