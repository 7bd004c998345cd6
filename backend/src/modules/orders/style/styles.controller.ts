import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { CreateLineDto, LineDto } from '../line/lines.dto';
import { LinesService } from '../line/lines.service';
import { FractionOfUnit, LastLineOfOrder, OrderIsDelivered, StyleAgreed } from '../orders.errors';
import { StyleDto, UpdateStyleDto } from './styles.dto';
import { StylesService } from './styles.service';

@ApiTags('styles')
@Controller('styles')
export class StylesController {
  constructor(
    private readonly styles: StylesService,
    private readonly lines: LinesService,
  ) {}

  @Get(':id')
  @Can('order.read')
  @ApiOperation({ operationId: 'getStyle', summary: 'Read a style with its lines' })
  @ApiOkResponse({ type: StyleDto })
  async getStyle(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    const { style, lines } = await this.styles.get(id, actor);
    return StyleDto.from(style, lines);
  }

  @Patch(':id')
  @Can('order.update')
  @ApiOperation({ operationId: 'updateStyle', summary: 'Change a style; its lines stay as they are' })
  @ApiOkResponse({ type: StyleDto })
  async updateStyle(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateStyleDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    const { style, lines } = await this.styles.update(id, body, actor, expected);
    return StyleDto.from(style, lines);
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('order.update')
  @ApiOperation({ operationId: 'deleteStyle', summary: 'Remove a style with its lines' })
  @ApiNoContentResponse()
  @ApiErrors(new LastLineOfOrder(), new StyleAgreed('MT-2291 · White is running.'))
  async deleteStyle(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.styles.delete(id, actor, expected);
  }

  @Post(':id/lines')
  @Can('order.update')
  @ApiOperation({ operationId: 'addLine', summary: 'Add a line to a style' })
  @ApiCreatedResponse({ type: LineDto })
  @ApiErrors(new OrderIsDelivered(), new FractionOfUnit('quantity', 'pieces', 0))
  async addLine(@Param('id', ParseUUIDPipe) id: string, @Body() body: CreateLineDto, @CurrentActor() actor: Actor) {
    return LineDto.from(await this.lines.add(id, body, actor));
  }
}
