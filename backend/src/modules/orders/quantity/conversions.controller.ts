import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import type { Unit } from '../../../platform/values/quantity';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { LinesRepository } from '../line/lines.repository';
import { convert } from './conversion';
import { ConversionDto, ConversionQueryDto } from './conversions.dto';
import { NoQuantity, NotConvertible } from './quantity.errors';

const noGsm = { missing: [{ field: 'gsm' as const, sentence: 'Fill in the GSM of the style.' }], sentence: 'No GSM.' };

@ApiTags('lines')
@Controller('order-lines')
export class ConversionsController {
  constructor(private readonly lines: LinesRepository) {}

  @Get(':id/conversion')
  @Can('order.read')
  @ApiOperation({ operationId: 'convertLineQuantity', summary: 'A line’s quantity in another unit, with the formula' })
  @ApiOkResponse({ type: ConversionDto })
  @ApiErrors(new NoQuantity(), new NotConvertible(noGsm, '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21'))
  async convertLineQuantity(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { to, quantity, from }: ConversionQueryDto,
    @CurrentActor() actor: Actor,
  ) {
    const line = await this.lines.get(id, actor);
    const asked = quantity ?? line.quantity;
    if (asked === null) throw new NoQuantity();
    const { conversion, refusal } = convert(asked, from ?? (line.unit as Unit), to, line.style);
    if (!conversion) throw new NotConvertible(refusal, line.styleId);
    return ConversionDto.of(conversion);
  }
}
