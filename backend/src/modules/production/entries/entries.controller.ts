import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { aShutGate } from '../../orders/gates/examples';
import { FractionOfUnit, NoSuchReference } from '../../orders/orders.errors';
import {
  CorrectProductionEntryDto,
  CreateProductionEntriesDto,
  ProductionEntryDetailDto,
  ProductionEntryDto,
} from './entries.dto';
import { AlreadyEntered, DeviceKeyTaken, EntryCorrected } from './entries.errors';
import { productionEntryList } from './entries.repository';
import { ProductionEntriesService } from './entries.service';

const anEntry = '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21';
const corrected = new EntryCorrected(anEntry);
const entered = new AlreadyEntered([
  {
    index: 0,
    entryId: anEntry,
    lineLabel: 'MT-2291 · White',
    stage: 'knitting',
    entryDate: '2026-11-20',
    quantity: '205',
    unit: 'kg',
  },
]);

@ApiTags('production')
@Controller('production-entries')
export class ProductionEntriesController {
  constructor(private readonly entries: ProductionEntriesService) {}

  @Get()
  @Can('production.read')
  @ApiOperation({
    operationId: 'listProductionEntries',
    summary: 'List what stages of lines gave: the entries that count',
  })
  @ApiList(ProductionEntryDto, productionEntryList)
  async listProductionEntries(@Asked(productionEntryList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.entries.list(asked, actor), (entry) => ProductionEntryDto.from(entry));
  }

  @Post()
  @Can('production.write')
  @ApiOperation({
    operationId: 'recordProductionEntries',
    summary: 'Enter what stages of lines gave; all or none, with the fault at its item',
    description:
      'A second entry of the same line, stage and day (and shift, where both name one) is a 409 that names the one that stands; `another: true` on the item enters it all the same. An item whose `deviceKey` is known is answered as it stands, and makes nothing.',
  })
  @ApiCreatedResponse({ type: [ProductionEntryDto] })
  @ApiErrors(
    new NoSuchReference('entries.0.orderLineId', 'line'),
    entered,
    new DeviceKeyTaken(0),
    aShutGate('dyeing'),
    new FractionOfUnit('entries.0.quantity', 'pieces', 0),
  )
  async recordProductionEntries(@Body() body: CreateProductionEntriesDto, @CurrentActor() actor: Actor) {
    const entries = await this.entries.recordAll(body, actor);
    return entries.map((entry) => ProductionEntryDto.from(entry));
  }

  @Get(':id')
  @Can('production.read')
  @ApiOperation({ operationId: 'getProductionEntry', summary: 'Read an entry, with what it was before' })
  @ApiOkResponse({ type: ProductionEntryDetailDto })
  async getProductionEntry(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    const { entry, earlier } = await this.entries.get(id, actor);
    return ProductionEntryDetailDto.of(entry, earlier);
  }

  @Post(':id/correction')
  @HttpCode(200)
  @Can('production.write')
  @ApiOperation({
    operationId: 'correctProductionEntry',
    summary:
      'Correct an entry: only what is sent. The answer is the entry that counts from now on, with an id of its own',
  })
  @ApiOkResponse({ type: ProductionEntryDto })
  @ApiErrors(corrected, new FractionOfUnit('quantity', 'pieces', 0))
  async correctProductionEntry(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CorrectProductionEntryDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return ProductionEntryDto.from(await this.entries.correct(id, body, actor, expected));
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('production.write')
  @ApiOperation({ operationId: 'removeProductionEntry', summary: 'Move an entry to the trash: it counts no more' })
  @ApiNoContentResponse()
  @ApiErrors(corrected)
  async removeProductionEntry(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.entries.remove(id, actor, expected);
  }
}
