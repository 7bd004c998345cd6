import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { CreateTemplateDto, TemplateDto, UpdateTemplateDto } from './templates.dto';
import { templateList } from './templates.repository';
import { TemplatesService } from './templates.service';

@ApiTags('planning')
@Controller('tna-templates')
export class TemplatesController {
  constructor(private readonly templates: TemplatesService) {}

  @Get()
  @Can('tna_template.read')
  @ApiOperation({ operationId: 'listTnaTemplates', summary: 'List the T&A templates that plans are laid from' })
  @ApiList(TemplateDto, templateList)
  async listTnaTemplates(@Asked(templateList) asked: ListQuery) {
    return mapPage(await this.templates.list(asked), (template) => TemplateDto.from(template));
  }

  @Post()
  @Can('tna_template.write')
  @ApiOperation({ operationId: 'createTnaTemplate', summary: 'Make a T&A template for a kind of order' })
  @ApiCreatedResponse({ type: TemplateDto })
  async createTnaTemplate(@Body() body: CreateTemplateDto, @CurrentActor() actor: Actor) {
    return TemplateDto.from(await this.templates.create(body, actor));
  }

  @Get(':id')
  @Can('tna_template.read')
  @ApiOperation({ operationId: 'getTnaTemplate', summary: 'Read a T&A template' })
  @ApiOkResponse({ type: TemplateDto })
  async getTnaTemplate(@Param('id', ParseUUIDPipe) id: string) {
    return TemplateDto.from(await this.templates.get(id));
  }

  @Patch(':id')
  @Can('tna_template.write')
  @ApiOperation({ operationId: 'updateTnaTemplate', summary: 'Change a T&A template; lines keep the plan they have' })
  @ApiOkResponse({ type: TemplateDto })
  async updateTnaTemplate(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateTemplateDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return TemplateDto.from(await this.templates.update(id, body, actor, expected));
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('tna_template.write')
  @ApiOperation({ operationId: 'deleteTnaTemplate', summary: 'Move a T&A template to the trash; plans stay' })
  @ApiNoContentResponse()
  async deleteTnaTemplate(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.templates.delete(id, actor, expected);
  }
}
