import { Body, Controller, Get, Param, ParseUUIDPipe, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, ApiListFilters, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { NoSuchReference } from '../../orders/orders.errors';
import { SaidOfDrawing, TenorUnfit } from './receivable.errors';
import { AgeingDto, AgeingsDto, ReceivableDetailDto, ReceivableDto, UpdateReceivableDto } from './receivables.dto';
import { receivableList } from './receivables.repository';
import { ReceivablesService, type ReceivableDetail } from './receivables.service';

/** Kept within seconds of each invoice that is issued or cancelled (docs/domain/payments.md). */
@ApiTags('financials')
@Controller('financials/receivables')
export class ReceivablesController {
  constructor(private readonly receivables: ReceivablesService) {}

  @Get()
  @Can('payment.read')
  @ApiOperation({ operationId: 'listReceivables', summary: 'List what buyers owe for what was shipped' })
  @ApiList(ReceivableDto, receivableList)
  async listReceivables(@Asked(receivableList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.receivables.list(asked, actor), (row) => ReceivableDto.from(row));
  }

  @Get('totals')
  @Can('payment.read')
  @ApiOperation({ operationId: 'totalReceivables', summary: 'Add up what is outstanding, by how long it is overdue' })
  @ApiListFilters(receivableList)
  @ApiOkResponse({ type: AgeingsDto })
  async totalReceivables(@Asked(receivableList) asked: ListQuery, @CurrentActor() actor: Actor): Promise<AgeingsDto> {
    const totals = await this.receivables.ageing(asked, actor);
    return { totals: totals.map((total) => AgeingDto.from(total)) };
  }

  @Get(':id')
  @Can('payment.read')
  @ApiOperation({ operationId: 'getReceivable', summary: 'Read what is owed for a shipment, and what came of it' })
  @ApiOkResponse({ type: ReceivableDetailDto })
  async getReceivable(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return dto(await this.receivables.get(id, actor));
  }

  @Patch(':id')
  @Can('payment.write')
  @ApiOperation({
    operationId: 'updateReceivable',
    summary: 'Say how a shipment is paid, and how far its documents are: only what is sent; null clears',
  })
  @ApiOkResponse({ type: ReceivableDetailDto })
  @ApiErrors(
    new NoSuchReference('letterOfCreditId', 'LC that the order is on'),
    new TenorUnfit('dp', ['sight']),
    new SaidOfDrawing(['presentedOn']),
  )
  async updateReceivable(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateReceivableDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return dto(await this.receivables.update(id, body, actor, expected));
  }
}

const dto = ({ receivable, due, parts }: ReceivableDetail) => ReceivableDetailDto.of(receivable, due, parts);
