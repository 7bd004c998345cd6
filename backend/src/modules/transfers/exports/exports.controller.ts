import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import { IllegalTransition } from '../../../platform/lifecycle/lifecycle';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, ApiListParameters, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { FileLinkDto } from '../../../platform/storage/attachment.dto';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { orderList } from '../../orders/order/orders.repository';
import { NoSuchReference } from '../../orders/orders.errors';
import { productionEntryList } from '../../production/entries/entries.repository';
import { productionMetricList } from '../../production/metrics.repository';
import { CsvExports } from './csv-exports';
import { AskForExportDto, AskForPurchaseOrderDto, ExportDto } from './exports.dto';
import { ExportNotReady, ExportsBusy, TooManyExports } from './exports.errors';
import { exportList } from './exports.repository';
import { ExportsService } from './exports.service';
import { tnaList } from './sheets/tna.sheet';

const csvText = {
  description: 'The rows; the last lines say the filter, the time and how many there are.',
  schema: { type: 'string', format: 'binary' },
};

@ApiTags('exports')
@Controller('exports')
export class ExportsController {
  constructor(
    private readonly exports: ExportsService,
    private readonly csv: CsvExports,
  ) {}

  @Get('csv/orders')
  @Can('export.run')
  @ApiOperation({ operationId: 'exportOrdersCsv', summary: 'Read the list of orders as CSV, a row for each line' })
  @ApiListParameters(orderList)
  @ApiProduces('text/csv')
  @ApiOkResponse(csvText)
  @ApiErrors(new ExportsBusy())
  async exportOrdersCsv(@Asked(orderList) asked: ListQuery, @CurrentActor() actor: Actor, @Res() response: Response) {
    await this.csv.send('orders', asked, actor, response);
  }

  @Get('csv/tna')
  @Can('export.run')
  @ApiOperation({ operationId: 'exportTnaCsv', summary: 'Read time and action as CSV, in the layout of the workbook' })
  @ApiListParameters(tnaList)
  @ApiProduces('text/csv')
  @ApiOkResponse(csvText)
  @ApiErrors(new ExportsBusy())
  async exportTnaCsv(@Asked(tnaList) asked: ListQuery, @CurrentActor() actor: Actor, @Res() response: Response) {
    await this.csv.send('tna', asked, actor, response);
  }

  @Get('csv/production-days')
  @Can('export.run')
  @ApiOperation({ operationId: 'exportProductionDaysCsv', summary: 'Read the daily output as CSV' })
  @ApiListParameters(productionMetricList)
  @ApiProduces('text/csv')
  @ApiOkResponse(csvText)
  @ApiErrors(new ExportsBusy())
  async exportProductionDaysCsv(
    @Asked(productionMetricList) asked: ListQuery,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ) {
    await this.csv.send('production_days', asked, actor, response);
  }

  @Get('csv/production-entries')
  @Can('export.run')
  @ApiOperation({
    operationId: 'exportProductionEntriesCsv',
    summary: 'Read what was entered of each line, stage and day as CSV',
  })
  @ApiListParameters(productionEntryList)
  @ApiProduces('text/csv')
  @ApiOkResponse(csvText)
  @ApiErrors(new ExportsBusy())
  async exportProductionEntriesCsv(
    @Asked(productionEntryList) asked: ListQuery,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ) {
    await this.csv.send('production_entries', asked, actor, response);
  }

  @Get()
  @Can('export.run')
  @ApiOperation({ operationId: 'listExports', summary: 'List the files that you asked for' })
  @ApiList(ExportDto, exportList)
  async listExports(@Asked(exportList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.exports.list(asked, actor), (row) => ExportDto.from(row));
  }

  @Post()
  @Can('export.run')
  @ApiOperation({ operationId: 'askForExport', summary: 'Ask for a list as a workbook (.xlsx); the worker makes it' })
  @ApiCreatedResponse({ type: ExportDto })
  @ApiErrors(new TooManyExports(10))
  async askForExport(@Body() { kind, filter = '' }: AskForExportDto, @CurrentActor() actor: Actor) {
    return ExportDto.from(await this.exports.ask(kind, filter, actor));
  }

  @Post('purchase-orders')
  @Can('export.run')
  @ApiOperation({
    operationId: 'askForPurchaseOrder',
    summary: 'Ask for an order as a paper (.pdf); the worker prints it',
  })
  @ApiCreatedResponse({ type: ExportDto })
  @ApiErrors(new NoSuchReference('orderId', 'order'), new TooManyExports(10))
  async askForPurchaseOrder(@Body() { orderId }: AskForPurchaseOrderDto, @CurrentActor() actor: Actor) {
    return ExportDto.from(await this.exports.askForPurchaseOrder(orderId, actor));
  }

  @Get(':id')
  @Can('export.run')
  @ApiOperation({ operationId: 'getExport', summary: 'Read how far a file is' })
  @ApiOkResponse({ type: ExportDto })
  async getExport(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return ExportDto.from(await this.exports.get(id, actor));
  }

  @Get(':id/file')
  @Can('export.run')
  @ApiOperation({ operationId: 'linkToExport', summary: 'Get a link to a file that is made' })
  @ApiOkResponse({ type: FileLinkDto })
  @ApiErrors(new ExportNotReady())
  async linkToExport(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.exports.linkTo(id, actor);
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @Can('export.run')
  @ApiOperation({ operationId: 'cancelExport', summary: 'Stop a file that is not made yet' })
  @ApiOkResponse({ type: ExportDto })
  @ApiErrors(new IllegalTransition('export', 'done', 'cancelled', []))
  async cancelExport(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return ExportDto.from(await this.exports.cancel(id, actor, expected));
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('export.run')
  @ApiOperation({ operationId: 'deleteExport', summary: 'Delete a file that you asked for' })
  @ApiNoContentResponse()
  async deleteExport(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.exports.remove(id, actor, expected);
  }
}
