import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { FractionOfUnit, NoSuchReference, REVISION_NEEDED } from '../orders.errors';
import { NotConvertible } from '../quantity/quantity.errors';
import { AlreadyChosen, NotChosen, OfferInOtherCurrency, OfferIsChosen } from './mill-offer.errors';
import {
  ChooseMillOfferDto,
  CreateMillOfferDto,
  MillOfferDto,
  OfferComparisonDto,
  UpdateMillOfferDto,
} from './mill-offers.dto';
import { millOfferList } from './mill-offers.repository';
import { MillOffersService } from './mill-offers.service';

const halfAPiece = new FractionOfUnit('minimumQuantity', 'pieces', 0);
const noWidth = {
  missing: [
    {
      field: 'finishingWidth' as const,
      sentence: 'Fill in the finishing width of the style with its unit, such as 60 in or 150 cm.',
    },
  ],
  sentence: 'A quantity in yd cannot be shown in kg yet. Fill in the finishing width of the style.',
};

@ApiTags('mill offers')
@Controller()
export class MillOffersController {
  constructor(private readonly offers: MillOffersService) {}

  @Get('mill-offers')
  @Can('mill_offer.read')
  @ApiOperation({ operationId: 'listMillOffers', summary: 'List offers of mills' })
  @ApiList(MillOfferDto, millOfferList)
  async listMillOffers(@Asked(millOfferList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.offers.list(asked, actor), (offer) => MillOfferDto.from(offer));
  }

  @Post('mill-offers')
  @Can('mill_offer.write')
  @ApiOperation({ operationId: 'recordMillOffer', summary: 'Record what a mill asks for a line' })
  @ApiCreatedResponse({ type: MillOfferDto })
  @ApiErrors(new NoSuchReference('orderLineId', 'line'), halfAPiece)
  async recordMillOffer(@Body() body: CreateMillOfferDto, @CurrentActor() actor: Actor) {
    return MillOfferDto.from(await this.offers.record(body, actor));
  }

  @Get('order-lines/:id/mill-offers')
  @Can('mill_offer.read')
  @ApiOperation({ operationId: 'compareMillOffers', summary: 'The offers of a line, side by side' })
  @ApiOkResponse({ type: OfferComparisonDto })
  async compareMillOffers(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    const { line, groups } = await this.offers.compare(id, actor);
    return OfferComparisonDto.of(line, groups);
  }

  @Get('mill-offers/:id')
  @Can('mill_offer.read')
  @ApiOperation({ operationId: 'getMillOffer', summary: 'Read an offer' })
  @ApiOkResponse({ type: MillOfferDto })
  async getMillOffer(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return MillOfferDto.from(await this.offers.get(id, actor));
  }

  @Patch('mill-offers/:id')
  @Can('mill_offer.write')
  @ApiOperation({ operationId: 'updateMillOffer', summary: 'Change an offer: only what is sent; null clears' })
  @ApiOkResponse({ type: MillOfferDto })
  @ApiErrors(new OfferIsChosen(), halfAPiece)
  async updateMillOffer(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateMillOfferDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return MillOfferDto.from(await this.offers.update(id, body, actor, expected));
  }

  @Delete('mill-offers/:id')
  @HttpCode(204)
  @Can('mill_offer.write')
  @ApiOperation({ operationId: 'deleteMillOffer', summary: 'Move an offer to the trash' })
  @ApiNoContentResponse()
  @ApiErrors(new OfferIsChosen())
  async deleteMillOffer(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.offers.delete(id, actor, expected);
  }

  @Post('mill-offers/:id/choice')
  @HttpCode(200)
  @Can('mill_offer.choose')
  @ApiOperation({ operationId: 'chooseMillOffer', summary: 'Choose an offer: its mill and price stand on the line' })
  @ApiOkResponse({ type: MillOfferDto })
  @ApiErrors(
    new AlreadyChosen('Square Textiles'),
    REVISION_NEEDED,
    new OfferInOtherCurrency('BDT', 'USD'),
    new NotConvertible(noWidth, '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21'),
  )
  async chooseMillOffer(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { revision }: ChooseMillOfferDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return MillOfferDto.from(await this.offers.choose(id, revision, actor, expected));
  }

  @Delete('mill-offers/:id/choice')
  @Can('mill_offer.choose')
  @ApiOperation({ operationId: 'releaseMillOffer', summary: 'Take the choice back; the line keeps its price' })
  @ApiOkResponse({ type: MillOfferDto })
  @ApiErrors(new NotChosen())
  async releaseMillOffer(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return MillOfferDto.from(await this.offers.release(id, actor, expected));
  }
}
