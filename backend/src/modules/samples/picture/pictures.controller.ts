import { Controller, Delete, Get, HttpCode, Param, ParseEnumPipe, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import { ReceivedFile, ReceivesFile, refusalsOfFile, type IncomingFile } from '../../../platform/storage/receives-file';
import { refusalsOfReading } from '../../../platform/storage/scan/scan.errors';
import { NoFileYet } from '../../../platform/storage/storage.errors';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { OptionNotFound } from '../option/option.errors';
import { LABELS } from '../option/sample-options.dto';
import { SampleDto } from '../sample/samples.dto';
import { OPTION_LABELS, type OptionLabel } from '../vocabulary';
import { SamplePictureDto } from './pictures.dto';
import { PicturesService } from './pictures.service';

/** What a round, or one of its options, looks like. */
@ApiTags('samples')
@Controller('samples/:id')
export class PicturesController {
  constructor(private readonly pictures: PicturesService) {}

  @Get('picture')
  @Can('sample.read')
  @ApiOperation({
    operationId: 'getSamplePicture',
    summary: 'Get a link to the picture of a round: its own file, else the newest picture among its documents',
  })
  @ApiOkResponse({ type: SamplePictureDto })
  @ApiNoContentResponse({ description: 'There is no picture of it yet.' })
  @ApiErrors(...refusalsOfReading())
  async getSamplePicture(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SamplePictureDto | undefined> {
    return orNothing(await this.pictures.linkTo(id, null, actor), response);
  }

  @Get('standard-picture')
  @Can('sample.read')
  @ApiOperation({
    operationId: 'getStandardPicture',
    summary: 'Get a link to what it has to match: the newest artwork of its line, else of its order',
  })
  @ApiOkResponse({ type: SamplePictureDto })
  @ApiNoContentResponse({ description: 'There is no artwork yet, or it is matched to a measured colour.' })
  @ApiErrors(...refusalsOfReading())
  async getStandardPicture(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SamplePictureDto | undefined> {
    return orNothing(await this.pictures.linkToStandard(id, actor), response);
  }

  @Get('options/:label/picture')
  @Can('sample.read')
  @ApiParam({ name: 'label', enum: OPTION_LABELS, enumName: 'OptionLabel' })
  @ApiOperation({
    operationId: 'getOptionPicture',
    summary: 'Get a link to the picture of an option, else to that of its round',
  })
  @ApiOkResponse({ type: SamplePictureDto })
  @ApiNoContentResponse({ description: 'There is no picture of it yet.' })
  @ApiErrors(new OptionNotFound(), ...refusalsOfReading())
  async getOptionPicture(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('label', new ParseEnumPipe(LABELS)) label: OptionLabel,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SamplePictureDto | undefined> {
    return orNothing(await this.pictures.linkTo(id, label, actor), response);
  }

  @Post('options/:label/picture')
  @HttpCode(200)
  @Can('sample.write')
  @ReceivesFile('image')
  @ApiParam({ name: 'label', enum: OPTION_LABELS, enumName: 'OptionLabel' })
  @ApiOperation({
    operationId: 'attachOptionPicture',
    summary: 'Attach a picture of an option, of 10 MB at most, in place of an earlier one',
  })
  @ApiOkResponse({ type: SampleDto })
  @ApiErrors(...refusalsOfFile('image'), new OptionNotFound())
  async attachOptionPicture(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('label', new ParseEnumPipe(LABELS)) label: OptionLabel,
    @ReceivedFile() file: IncomingFile,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return SampleDto.from(await this.pictures.attach(id, label, file, actor, expected));
  }

  @Delete('options/:label/picture')
  @HttpCode(204)
  @Can('sample.write')
  @ApiParam({ name: 'label', enum: OPTION_LABELS, enumName: 'OptionLabel' })
  @ApiOperation({ operationId: 'removeOptionPicture', summary: 'Remove the picture of an option' })
  @ApiNoContentResponse()
  @ApiErrors(new NoFileYet(), new OptionNotFound())
  async removeOptionPicture(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('label', new ParseEnumPipe(LABELS)) label: OptionLabel,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.pictures.remove(id, label, actor, expected);
  }
}

/** 204 where there is nothing to show: no fault, so that no browser complains of one. */
function orNothing(picture: SamplePictureDto | null, response: Response): SamplePictureDto | undefined {
  if (picture) return picture;
  response.status(204);
  return undefined;
}
