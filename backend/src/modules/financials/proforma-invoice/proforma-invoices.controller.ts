import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import { IllegalTransition } from '../../../platform/lifecycle/lifecycle';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, ApiListFilters, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { FileLinkDto } from '../../../platform/storage/attachment.dto';
import { ReceivedFile, ReceivesFile, type IncomingFile } from '../../../platform/storage/receives-file';
import { refusalsOfReading } from '../../../platform/storage/scan/scan.errors';
import { FileTooLarge, FileTypeRefused, NoFileYet, StorageFull } from '../../../platform/storage/storage.errors';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { NoSuchReference } from '../../orders/orders.errors';
import { FractionOfCurrency } from '../financials.errors';
import { PaperTotalDto, PaperTotalsDto } from '../summary/paper-totals';
import { AmountNeeded, LinesSayTheAmount, NotDraft, ReviewNeeded } from './proforma-invoice.errors';
import {
  CancelProformaInvoiceDto,
  CreateProformaInvoiceDto,
  ProformaInvoiceDto,
  UpdateProformaInvoiceDto,
  WholeProformaInvoiceDto,
} from './proforma-invoices.dto';
import { proformaInvoiceList } from './proforma-invoices.repository';
import { ProformaInvoicesService } from './proforma-invoices.service';

@ApiTags('proforma invoices')
@Controller('financials/proforma-invoices')
export class ProformaInvoicesController {
  constructor(private readonly invoices: ProformaInvoicesService) {}

  @Get()
  @Can('proforma_invoice.read')
  @ApiOperation({ operationId: 'listProformaInvoices', summary: 'List PIs' })
  @ApiList(ProformaInvoiceDto, proformaInvoiceList)
  async listProformaInvoices(@Asked(proformaInvoiceList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.invoices.list(asked, actor), (invoice) => ProformaInvoiceDto.from(invoice));
  }

  @Get('totals')
  @Can('proforma_invoice.read')
  @ApiOperation({ operationId: 'totalProformaInvoices', summary: 'Add up the PIs that the list shows, per currency' })
  @ApiListFilters(proformaInvoiceList)
  @ApiOkResponse({ type: PaperTotalsDto })
  async totalProformaInvoices(
    @Asked(proformaInvoiceList) asked: ListQuery,
    @CurrentActor() actor: Actor,
  ): Promise<PaperTotalsDto> {
    const totals = await this.invoices.totals(asked, actor);
    return { totals: totals.map((total) => PaperTotalDto.from(total)) };
  }

  @Post()
  @Can('proforma_invoice.write')
  @ApiOperation({ operationId: 'createProformaInvoice', summary: 'Raise a PI on an order, as a draft' })
  @ApiCreatedResponse({ type: WholeProformaInvoiceDto })
  @ApiErrors(
    new AmountNeeded(
      ['amount', 'currency'],
      'This order is in several currencies, which do not add up: give the amount and its currency.',
    ),
    new LinesSayTheAmount(['amount']),
    new NoSuchReference('orderId', 'order'),
    new FractionOfCurrency('USD'),
  )
  async createProformaInvoice(@Body() body: CreateProformaInvoiceDto, @CurrentActor() actor: Actor) {
    return WholeProformaInvoiceDto.from(await this.invoices.raise(body, actor));
  }

  @Get(':id')
  @Can('proforma_invoice.read')
  @ApiOperation({ operationId: 'getProformaInvoice', summary: 'Read a PI' })
  @ApiOkResponse({ type: WholeProformaInvoiceDto })
  async getProformaInvoice(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return WholeProformaInvoiceDto.from(await this.invoices.get(id, actor));
  }

  @Patch(':id')
  @Can('proforma_invoice.write')
  @ApiOperation({ operationId: 'updateProformaInvoice', summary: 'Change a draft: only what is sent; null clears' })
  @ApiOkResponse({ type: WholeProformaInvoiceDto })
  @ApiErrors(
    new NotDraft('PI-00042', 'sent', 'changed'),
    new LinesSayTheAmount(['amount']),
    new FractionOfCurrency('USD'),
  )
  async updateProformaInvoice(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateProformaInvoiceDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return WholeProformaInvoiceDto.from(await this.invoices.update(id, body, actor, expected));
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('proforma_invoice.write')
  @ApiOperation({
    operationId: 'deleteProformaInvoice',
    summary: 'Move a draft to the trash, where it stays; its number is never given out again',
  })
  @ApiNoContentResponse()
  @ApiErrors(new NotDraft('PI-00042', 'confirmed', 'deleted'))
  async deleteProformaInvoice(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.invoices.delete(id, actor, expected);
  }

  @Post(':id/pdf')
  @HttpCode(200)
  @Can('proforma_invoice.write')
  @ApiOperation({ operationId: 'addProformaInvoicePdf', summary: 'Add the PDF of a PI; a draft’s is renewed' })
  @ReceivesFile('pdf')
  @ApiOkResponse({ type: WholeProformaInvoiceDto })
  @ApiErrors(
    new NotDraft('PI-00042', 'sent', 'changed'),
    new FileTooLarge(10 * 1024 * 1024),
    new FileTypeRefused(['PDF']),
    new StorageFull(),
  )
  async addProformaInvoicePdf(
    @Param('id', ParseUUIDPipe) id: string,
    @ReceivedFile() file: IncomingFile,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return WholeProformaInvoiceDto.from(await this.invoices.attachPdf(id, file, actor, expected));
  }

  @Get(':id/pdf')
  @Can('proforma_invoice.read')
  @ApiOperation({ operationId: 'getProformaInvoicePdf', summary: 'Get a link to the PDF of a PI' })
  @ApiOkResponse({ type: FileLinkDto })
  @ApiErrors(new NoFileYet(), ...refusalsOfReading())
  getProformaInvoicePdf(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<FileLinkDto> {
    return this.invoices.linkToPdf(id, actor);
  }

  @Post(':id/dispatch')
  @HttpCode(200)
  @Can('proforma_invoice.write')
  @ApiOperation({ operationId: 'dispatchProformaInvoice', summary: 'Mark a draft as sent to the buyer' })
  @ApiOkResponse({ type: WholeProformaInvoiceDto })
  @ApiErrors(
    new IllegalTransition('PI', 'cancelled', 'sent', []),
    new ReviewNeeded('PI-00042', { amount: '50000.00', currency: 'USD' }),
  )
  async dispatchProformaInvoice(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return WholeProformaInvoiceDto.from(await this.invoices.dispatch(id, actor, expected));
  }

  @Post(':id/confirmation')
  @HttpCode(200)
  @Can('proforma_invoice.confirm')
  @ApiOperation({ operationId: 'confirmProformaInvoice', summary: 'Confirm a PI that was sent' })
  @ApiOkResponse({ type: WholeProformaInvoiceDto })
  @ApiErrors(new IllegalTransition('PI', 'draft', 'confirmed', ['sent', 'cancelled']))
  async confirmProformaInvoice(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return WholeProformaInvoiceDto.from(await this.invoices.confirm(id, actor, expected));
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @Can('proforma_invoice.write')
  @ApiOperation({ operationId: 'cancelProformaInvoice', summary: 'Cancel a PI, saying why' })
  @ApiOkResponse({ type: WholeProformaInvoiceDto })
  @ApiErrors(new IllegalTransition('PI', 'cancelled', 'cancelled', []))
  async cancelProformaInvoice(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CancelProformaInvoiceDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return WholeProformaInvoiceDto.from(await this.invoices.cancel(id, body.reason, actor, expected));
  }
}
