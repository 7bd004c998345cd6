import { Controller, Get, Inject, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CONFIG, type Config } from '../../platform/config/config';
import { today } from '../../platform/values/day';
import { amountText } from '../../platform/values/money';
import { quantityText } from '../../platform/values/quantity';
import { Can } from '../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../auth/access/actor';
import { OrderDto } from '../orders/order/orders.dto';
import { OrdersService } from '../orders/order/orders.service';
import { WorkspaceDto } from './workspace.dto';
import { WorkspaceRepository } from './workspace.repository';

@ApiTags('workspace')
@Controller('orders')
export class WorkspaceController {
  constructor(
    private readonly orders: OrdersService,
    private readonly workspace: WorkspaceRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get(':id/workspace')
  @Can('order.read')
  @ApiOperation({ operationId: 'getWorkspace', summary: 'Read the order page in one request' })
  @ApiOkResponse({ type: WorkspaceDto })
  async getWorkspace(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<WorkspaceDto> {
    const { order, lines } = await this.orders.get(id, actor);
    const under = await this.workspace.under(id, today(this.config.TZ_HOUSE));
    const money = <T extends { amount: string; currency: string }>(row: T): T => ({
      ...row,
      amount: amountText(row.amount, row.currency),
    });
    return {
      ...under,
      order: OrderDto.from(order, lines),
      proformaInvoices: under.proformaInvoices.map(money),
      lettersOfCredit: under.lettersOfCredit.map(money),
      output: under.output.map((row) => ({
        ...row,
        knitted: quantityText(row.knitted),
        dyed: quantityText(row.dyed),
        finished: quantityText(row.finished),
      })),
    };
  }
}
