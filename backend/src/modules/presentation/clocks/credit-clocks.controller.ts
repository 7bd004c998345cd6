import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { CreditClocksDto } from './credit-clocks.dto';
import { CreditClocksService } from './credit-clocks.service';

@ApiTags('letters of credit')
@Controller('financials/letters-of-credit')
export class CreditClocksController {
  constructor(private readonly clocks: CreditClocksService) {}

  @Get(':id/clocks')
  @Can('letter_of_credit.read')
  @ApiOperation({
    operationId: 'getLetterOfCreditClocks',
    summary: 'Read by when goods must leave, documents be presented, and the bank answer and pay (UCP 600)',
  })
  @ApiOkResponse({ type: CreditClocksDto })
  async getLetterOfCreditClocks(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return CreditClocksDto.from(await this.clocks.of(id, actor));
  }
}
