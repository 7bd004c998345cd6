import {
  applyDecorators,
  Body,
  Controller,
  Delete,
  HttpCode,
  Param,
  ParseEnumPipe,
  ParseUUIDPipe,
  Put,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { SampleDto } from '../sample/samples.dto';
import { MeasureSampleDto } from './readings.dto';
import { ReadingsService } from './readings.service';
import { ILLUMINANTS, OBSERVERS, type Illuminant, type Observer } from './vocabulary';

const keyed = (values: readonly string[]) => Object.fromEntries(values.map((value) => [value, value]));
const AnIlluminant = new ParseEnumPipe(keyed(ILLUMINANTS));
const AnObserver = new ParseEnumPipe(keyed(OBSERVERS));

const UnderLight = () =>
  applyDecorators(
    ApiParam({ name: 'illuminant', enum: ILLUMINANTS, enumName: 'Illuminant' }),
    ApiParam({ name: 'observer', enum: OBSERVERS, enumName: 'Observer' }),
  );

@ApiTags('samples')
@Controller('samples/:id/readings/:illuminant/:observer')
export class ReadingsController {
  constructor(private readonly readings: ReadingsService) {}

  @Put()
  @Can('sample.write')
  @UnderLight()
  @ApiOperation({
    operationId: 'measureSample',
    summary: 'Write down what was read under one light: the standard, its tolerance, and the options',
  })
  @ApiOkResponse({ type: SampleDto })
  async measureSample(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('illuminant', AnIlluminant) illuminant: Illuminant,
    @Param('observer', AnObserver) observer: Observer,
    @Body() body: MeasureSampleDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return SampleDto.from(await this.readings.measure(id, { illuminant, observer }, body, actor, expected));
  }

  @Delete()
  @HttpCode(204)
  @Can('sample.write')
  @UnderLight()
  @ApiOperation({ operationId: 'removeSampleReading', summary: 'Remove what was read under one light' })
  @ApiNoContentResponse()
  @ApiErrors(new ResourceNotFound('reading'))
  async removeSampleReading(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('illuminant', AnIlluminant) illuminant: Illuminant,
    @Param('observer', AnObserver) observer: Observer,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.readings.remove(id, { illuminant, observer }, actor, expected);
  }
}
