import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { CreateSavedViewDto, SavedViewDto, UpdateSavedViewDto } from './saved-views.dto';
import { ViewNotYours, ViewsSharedByManagers } from './saved-views.errors';
import { savedViewList } from './saved-views.repository';
import { SavedViewsService } from './saved-views.service';

@ApiTags('workspace')
@Controller('saved-views')
export class SavedViewsController {
  constructor(private readonly views: SavedViewsService) {}

  @Get()
  @Can('saved_view.own')
  @ApiOperation({ operationId: 'listSavedViews', summary: 'List your views of lists, and those of the house' })
  @ApiList(SavedViewDto, savedViewList)
  async listSavedViews(@Asked(savedViewList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.views.list(asked, actor), (view) => SavedViewDto.of(view, actor));
  }

  @Post()
  @Can('saved_view.own')
  @ApiOperation({ operationId: 'createSavedView', summary: 'Keep what you ask of a list under a name' })
  @ApiCreatedResponse({ type: SavedViewDto })
  @ApiErrors(new ViewsSharedByManagers())
  async createSavedView(@Body() body: CreateSavedViewDto, @CurrentActor() actor: Actor) {
    return SavedViewDto.of(await this.views.create(body, actor), actor);
  }

  @Get(':id')
  @Can('saved_view.own')
  @ApiOperation({ operationId: 'getSavedView', summary: 'Read a view' })
  @ApiOkResponse({ type: SavedViewDto })
  async getSavedView(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return SavedViewDto.of(await this.views.get(id, actor), actor);
  }

  @Patch(':id')
  @Can('saved_view.own')
  @ApiOperation({ operationId: 'updateSavedView', summary: 'Change a view of yours: only what is sent' })
  @ApiOkResponse({ type: SavedViewDto })
  @ApiErrors(new ViewNotYours(), new ViewsSharedByManagers())
  async updateSavedView(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateSavedViewDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return SavedViewDto.of(await this.views.update(id, body, actor, expected), actor);
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('saved_view.own')
  @ApiOperation({ operationId: 'deleteSavedView', summary: 'Delete a view of yours' })
  @ApiNoContentResponse()
  @ApiErrors(new ViewNotYours())
  async deleteSavedView(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.views.delete(id, actor, expected);
  }
}
