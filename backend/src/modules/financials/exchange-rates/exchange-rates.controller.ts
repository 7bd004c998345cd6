import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { ExchangeRateDto, RecordExchangeRateDto } from './exchange-rates.dto';
import { exchangeRateList } from './exchange-rates.repository';
import { ExchangeRatesService } from './exchange-rates.service';

@ApiTags('financials')
@Controller('exchange-rates')
export class ExchangeRatesController {
  constructor(private readonly rates: ExchangeRatesService) {}

  @Get()
  @Can('profit.read')
  @ApiOperation({ operationId: 'listExchangeRates', summary: 'List the rates that sums are told by, the latest first' })
  @ApiList(ExchangeRateDto, exchangeRateList)
  async listExchangeRates(@Asked(exchangeRateList) asked: ListQuery) {
    return mapPage(await this.rates.list(asked), (rate) => ExchangeRateDto.from(rate));
  }

  @Post()
  @Can('exchange_rate.write')
  @ApiOperation({
    operationId: 'recordExchangeRate',
    summary: 'Record what a currency was worth on a day, and who says so',
  })
  @ApiCreatedResponse({ type: ExchangeRateDto })
  async recordExchangeRate(@Body() body: RecordExchangeRateDto, @CurrentActor() actor: Actor) {
    return ExchangeRateDto.from(await this.rates.record(body, actor));
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('exchange_rate.write')
  @ApiOperation({
    operationId: 'deleteExchangeRate',
    summary: 'Delete a rate that was wrong; sums go by the one before',
  })
  @ApiNoContentResponse()
  deleteExchangeRate(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ): Promise<void> {
    return this.rates.delete(id, actor, expected);
  }
}
