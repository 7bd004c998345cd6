import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../../platform/http/api-errors.decorator';
import { Id } from '../../../../platform/http/fields';
import { IfMatch } from '../../../../platform/http/if-match.decorator';
import { Can } from '../../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../../auth/access/actor';
import { NoSuchReference } from '../../../orders/orders.errors';
import { FractionOfCurrency } from '../../financials.errors';
import { DrawingDto, DrawingsDto, RecordDrawingDto, UpdateDrawingDto } from '../drawing/drawings.dto';
import { DrawingsService } from '../drawing/drawings.service';
import { DrawnTooMuch, FirstOrderStays, InvoicedOrderStays, NotDrawable } from '../letter-of-credit.errors';
import { LetterOfCreditDto } from '../letters-of-credit.dto';
import { CoverageService } from './coverage.service';

export class CoverOrderDto {
  @Id() orderId: string;
}

export class CoverInvoiceDto {
  @Id({ description: 'Its order comes on the LC with it.' }) proformaInvoiceId: string;
}

@ApiTags('letters of credit')
@Controller('financials/letters-of-credit')
export class CoverageController {
  constructor(
    private readonly coverage: CoverageService,
    private readonly drawings: DrawingsService,
  ) {}

  @Post(':id/orders')
  @HttpCode(200)
  @Can('letter_of_credit.write')
  @ApiOperation({ operationId: 'addOrderToLetterOfCredit', summary: 'Put another order on an LC' })
  @ApiOkResponse({ type: LetterOfCreditDto })
  @ApiErrors(new NoSuchReference('orderId', 'order'))
  async addOrderToLetterOfCredit(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { orderId }: CoverOrderDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return LetterOfCreditDto.from(await this.coverage.addOrder(id, orderId, actor, expected), actor);
  }

  @Delete(':id/orders/:orderId')
  @HttpCode(204)
  @Can('letter_of_credit.write')
  @ApiOperation({ operationId: 'removeOrderFromLetterOfCredit', summary: 'Take an order off an LC' })
  @ApiNoContentResponse()
  @ApiErrors(
    new NoSuchReference('orderId', 'order'),
    new FirstOrderStays('EXLC-2026-0417'),
    new InvoicedOrderStays('PI-00023'),
  )
  async removeOrderFromLetterOfCredit(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('orderId', ParseUUIDPipe) orderId: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.coverage.removeOrder(id, orderId, actor, expected);
  }

  @Post(':id/proforma-invoices')
  @HttpCode(200)
  @Can('letter_of_credit.write')
  @ApiOperation({ operationId: 'addInvoiceToLetterOfCredit', summary: 'Put a PI on an LC, and its order' })
  @ApiOkResponse({ type: LetterOfCreditDto })
  @ApiErrors(new NoSuchReference('proformaInvoiceId', 'PI'))
  async addInvoiceToLetterOfCredit(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { proformaInvoiceId }: CoverInvoiceDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return LetterOfCreditDto.from(await this.coverage.addInvoice(id, proformaInvoiceId, actor, expected), actor);
  }

  @Delete(':id/proforma-invoices/:invoiceId')
  @Can('letter_of_credit.write')
  @ApiOperation({ operationId: 'removeInvoiceFromLetterOfCredit', summary: 'Take a PI off an LC; its order stays' })
  @ApiOkResponse({ type: LetterOfCreditDto })
  @ApiErrors(new NoSuchReference('proformaInvoiceId', 'PI on this LC'))
  async removeInvoiceFromLetterOfCredit(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('invoiceId', ParseUUIDPipe) invoiceId: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return LetterOfCreditDto.from(await this.coverage.removeInvoice(id, invoiceId, actor, expected), actor);
  }

  @Get(':id/drawings')
  @Can('letter_of_credit.read')
  @ApiOperation({ operationId: 'listDrawings', summary: 'List what was presented under an LC, and what is left' })
  @ApiOkResponse({ type: DrawingsDto })
  async listDrawings(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<DrawingsDto> {
    const { credit, drawings, quantities } = await this.drawings.list(id, actor);
    return { drawings: drawings.map((drawing) => DrawingDto.from(drawing, credit.currency)), quantities };
  }

  @Post(':id/drawings')
  @Can('letter_of_credit.write')
  @ApiOperation({ operationId: 'recordDrawing', summary: 'Record documents that were presented under an LC' })
  @ApiCreatedResponse({ type: LetterOfCreditDto })
  @ApiErrors(
    new NotDrawable('EXLC-2026-0417', false),
    new DrawnTooMuch('EXLC-2026-0417', 'USD 46,389.30'),
    new FractionOfCurrency('USD'),
  )
  async recordDrawing(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RecordDrawingDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return LetterOfCreditDto.from(await this.drawings.record(id, body, actor, expected), actor);
  }

  @Patch(':id/drawings/:drawingId')
  @Can('letter_of_credit.write')
  @ApiOperation({ operationId: 'updateDrawing', summary: 'Record when a bank accepted a drawing, and when it pays' })
  @ApiOkResponse({ type: LetterOfCreditDto })
  async updateDrawing(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('drawingId', ParseUUIDPipe) drawingId: string,
    @Body() body: UpdateDrawingDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return LetterOfCreditDto.from(await this.drawings.update(id, drawingId, body, actor, expected), actor);
  }

  @Delete(':id/drawings/:drawingId')
  @Can('letter_of_credit.write')
  @ApiOperation({ operationId: 'removeDrawing', summary: 'Remove a drawing that was recorded by mistake' })
  @ApiOkResponse({ type: LetterOfCreditDto })
  async removeDrawing(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('drawingId', ParseUUIDPipe) drawingId: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return LetterOfCreditDto.from(await this.drawings.remove(id, drawingId, actor, expected), actor);
  }
}
