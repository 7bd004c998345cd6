import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, ApiListFilters, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { IllegalTransition } from '../../../platform/lifecycle/lifecycle';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { GoesWithOthers } from '../shipment.errors';
import { InvoiceStands, LinesUnpriced, NothingToInvoice, SeveralCurrencies } from './commercial-invoice.errors';
import {
  CancelInvoiceDto,
  CommercialInvoiceDto,
  CommercialInvoiceRowDto,
  CommercialInvoicesDto,
  CommercialInvoiceTotalDto,
  CommercialInvoiceTotalsDto,
  IssueInvoiceDto,
} from './invoices.dto';
import { commercialInvoiceList } from './invoices.repository';
import { InvoicesService } from './invoices.service';

@ApiTags('shipments')
@Controller()
export class InvoicesController {
  constructor(private readonly invoices: InvoicesService) {}

  @Get('shipments/:id/invoices')
  @Can('shipment.read')
  @ApiOperation({ operationId: 'listCommercialInvoices', summary: 'List the commercial invoices of a shipment' })
  @ApiOkResponse({ type: CommercialInvoicesDto })
  @ApiErrors(new GoesWithOthers(['PO-1183']))
  async listCommercialInvoices(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<CommercialInvoicesDto> {
    const invoices = await this.invoices.list(id, actor);
    return { invoices: invoices.map((invoice) => CommercialInvoiceDto.from(invoice)) };
  }

  @Post('shipments/:id/invoices')
  @Can('shipment.write')
  @ApiOperation({ operationId: 'issueCommercialInvoice', summary: 'Issue the commercial invoice of what goes' })
  @ApiCreatedResponse({ type: CommercialInvoiceDto })
  @ApiErrors(
    new GoesWithOthers(['PO-1183']),
    new InvoiceStands('CI-00042'),
    new NothingToInvoice(),
    new LinesUnpriced(['MT-1 · Black']),
    new SeveralCurrencies(['EUR', 'USD']),
  )
  async issueCommercialInvoice(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: IssueInvoiceDto,
    @CurrentActor() actor: Actor,
  ) {
    return CommercialInvoiceDto.from(await this.invoices.issue(id, body, actor));
  }

  @Get('commercial-invoices')
  @Can('shipment.read')
  @ApiOperation({ operationId: 'searchCommercialInvoices', summary: 'List commercial invoices over all shipments' })
  @ApiList(CommercialInvoiceRowDto, commercialInvoiceList)
  async searchCommercialInvoices(@Asked(commercialInvoiceList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.invoices.search(asked, actor), (invoice) => CommercialInvoiceRowDto.from(invoice));
  }

  @Get('commercial-invoices/totals')
  @Can('shipment.read')
  @ApiOperation({ operationId: 'totalCommercialInvoices', summary: 'Add up commercial invoices per currency' })
  @ApiListFilters(commercialInvoiceList)
  @ApiOkResponse({ type: CommercialInvoiceTotalsDto })
  async totalCommercialInvoices(
    @Asked(commercialInvoiceList) asked: ListQuery,
    @CurrentActor() actor: Actor,
  ): Promise<CommercialInvoiceTotalsDto> {
    const totals = await this.invoices.totals(asked, actor);
    return { totals: totals.map((total) => CommercialInvoiceTotalDto.from(total)) };
  }

  @Get('commercial-invoices/:id')
  @Can('shipment.read')
  @ApiOperation({ operationId: 'getCommercialInvoice', summary: 'Read a commercial invoice' })
  @ApiOkResponse({ type: CommercialInvoiceDto })
  async getCommercialInvoice(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return CommercialInvoiceDto.from(await this.invoices.get(id, actor));
  }

  @Post('commercial-invoices/:id/cancellation')
  @HttpCode(200)
  @Can('shipment.write')
  @ApiOperation({ operationId: 'cancelCommercialInvoice', summary: 'Cancel a commercial invoice, and say why' })
  @ApiOkResponse({ type: CommercialInvoiceDto })
  @ApiErrors(new IllegalTransition('commercial invoice', 'cancelled', 'cancelled', []))
  async cancelCommercialInvoice(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CancelInvoiceDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return CommercialInvoiceDto.from(await this.invoices.cancel(id, body, actor, expected));
  }
}
