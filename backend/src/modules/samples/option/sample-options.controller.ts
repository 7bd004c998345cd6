import { Body, Controller, Delete, HttpCode, Param, ParseEnumPipe, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { SampleDto } from '../sample/samples.dto';
import { OPTION_LABELS, type OptionLabel } from '../vocabulary';
import { OptionNotFound, OptionNotSent, OptionsDecided, OptionsFull, OptionTaken } from './option.errors';
import { CreateSampleOptionDto, LABELS, UpdateSampleOptionDto } from './sample-options.dto';
import { SampleOptionsService } from './sample-options.service';

@ApiTags('samples')
@Controller('samples/:id/options')
export class SampleOptionsController {
  constructor(private readonly options: SampleOptionsService) {}

  @Post()
  @Can('sample.write')
  @ApiOperation({ operationId: 'addSampleOption', summary: 'Add an option to a round: A, B, C …' })
  @ApiCreatedResponse({ type: SampleDto })
  @ApiErrors(new OptionTaken('B'), new OptionsFull(), new OptionsDecided())
  async addSampleOption(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CreateSampleOptionDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return SampleDto.from(await this.options.add(id, body, actor, expected));
  }

  @Patch(':label')
  @Can('sample.write')
  @ApiParam({ name: 'label', enum: OPTION_LABELS, enumName: 'OptionLabel' })
  @ApiOperation({ operationId: 'updateSampleOption', summary: 'Change an option: only what is sent; null clears' })
  @ApiOkResponse({ type: SampleDto })
  @ApiErrors(new OptionNotFound(), new OptionsDecided(), new OptionNotSent())
  async updateSampleOption(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('label', new ParseEnumPipe(LABELS)) label: OptionLabel,
    @Body() body: UpdateSampleOptionDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return SampleDto.from(await this.options.update(id, label, body, actor, expected));
  }

  @Delete(':label')
  @HttpCode(204)
  @Can('sample.write')
  @ApiParam({ name: 'label', enum: OPTION_LABELS, enumName: 'OptionLabel' })
  @ApiOperation({ operationId: 'removeSampleOption', summary: 'Move an option to the trash' })
  @ApiNoContentResponse()
  @ApiErrors(new OptionNotFound(), new OptionsDecided())
  async removeSampleOption(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('label', new ParseEnumPipe(LABELS)) label: OptionLabel,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.options.remove(id, label, actor, expected);
  }
}
