import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { FractionOfCurrency } from '../financials.errors';
import {
  BackToBackBasisDto,
  BackToBackDto,
  BackToBackPreviewDto,
  MasterDto,
  RecordBackToBackDto,
  UpdateBackToBackDto,
} from './back-to-back.dto';
import { AgainstTheRule, DeductedTooMuch } from './back-to-back.errors';
import { backToBackList } from './back-to-back.repository';
import { BackToBackService } from './back-to-back.service';

const against = new AgainstTheRule(['It is USD 500.00 above what the master leaves.']);

@ApiTags('letters of credit')
@Controller('financials')
export class BackToBackController {
  constructor(private readonly backToBacks: BackToBackService) {}

  @Get('back-to-back')
  @Can('back_to_back.read')
  @ApiOperation({ operationId: 'listBackToBacks', summary: 'List the back-to-back LCs that were opened to mills' })
  @ApiList(BackToBackDto, backToBackList)
  async listBackToBacks(@Asked(backToBackList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.backToBacks.list(asked, actor), (row) => BackToBackDto.from(row));
  }

  @Get('back-to-back/:id')
  @Can('back_to_back.read')
  @ApiOperation({ operationId: 'getBackToBack', summary: 'Read a back-to-back LC' })
  @ApiOkResponse({ type: BackToBackDto })
  async getBackToBack(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return BackToBackDto.from(await this.backToBacks.get(id, actor));
  }

  @Patch('back-to-back/:id')
  @Can('back_to_back.write')
  @ApiOperation({
    operationId: 'updateBackToBack',
    summary: 'Change a back-to-back LC: only what is sent; null clears',
  })
  @ApiOkResponse({ type: BackToBackDto })
  @ApiErrors(against, new FractionOfCurrency('USD'))
  async updateBackToBack(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateBackToBackDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return BackToBackDto.from(await this.backToBacks.update(id, body, actor, expected));
  }

  @Delete('back-to-back/:id')
  @HttpCode(204)
  @Can('back_to_back.write')
  @ApiOperation({ operationId: 'deleteBackToBack', summary: 'Move a back-to-back LC to the trash' })
  @ApiNoContentResponse()
  async deleteBackToBack(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.backToBacks.delete(id, actor, expected);
  }

  @Get('letters-of-credit/:id/back-to-back')
  @Can('back_to_back.read')
  @ApiOperation({ operationId: 'getMaster', summary: 'Read what an LC leaves for back-to-back LCs, and those on it' })
  @ApiOkResponse({ type: MasterDto })
  async getMaster(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return MasterDto.from(await this.backToBacks.master(id, actor));
  }

  @Post('letters-of-credit/:id/back-to-back')
  @Can('back_to_back.write')
  @ApiOperation({ operationId: 'recordBackToBack', summary: 'Record a back-to-back LC on a master' })
  @ApiCreatedResponse({ type: BackToBackDto })
  @ApiErrors(against, new FractionOfCurrency('USD'))
  async recordBackToBack(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RecordBackToBackDto,
    @CurrentActor() actor: Actor,
  ) {
    return BackToBackDto.from(await this.backToBacks.record(id, body, actor));
  }

  @Post('letters-of-credit/:id/back-to-back/preview')
  @HttpCode(200)
  @Can('back_to_back.read')
  @ApiOperation({ operationId: 'previewBackToBack', summary: 'Say what opening one would leave, and when it matures' })
  @ApiOkResponse({ type: BackToBackPreviewDto })
  @ApiErrors(new FractionOfCurrency('USD'))
  async previewBackToBack(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RecordBackToBackDto,
    @CurrentActor() actor: Actor,
  ) {
    return BackToBackPreviewDto.from(await this.backToBacks.preview(id, body, actor));
  }

  @Patch('letters-of-credit/:id/back-to-back')
  @Can('back_to_back.write')
  @ApiOperation({ operationId: 'updateMaster', summary: 'Say what of an LC is freight, insurance and commission' })
  @ApiOkResponse({ type: MasterDto })
  @ApiErrors(new DeductedTooMuch(), new FractionOfCurrency('USD'))
  async updateMaster(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: BackToBackBasisDto,
    @CurrentActor() actor: Actor,
  ) {
    return MasterDto.from(await this.backToBacks.setBasis(id, body, actor));
  }
}
