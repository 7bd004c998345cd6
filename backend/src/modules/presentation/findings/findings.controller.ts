import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { CreditFindingsDto } from './findings.dto';
import { FindingsService } from './findings.service';

@ApiTags('letters of credit')
@Controller('financials/letters-of-credit')
export class FindingsController {
  constructor(private readonly findings: FindingsService) {}

  @Get(':id/findings')
  @Can('letter_of_credit.read')
  @ApiOperation({
    operationId: 'listLetterOfCreditFindings',
    summary: 'Check an LC against its PIs, orders and plans, with a drafted request for its amendment',
  })
  @ApiOkResponse({ type: CreditFindingsDto })
  async listLetterOfCreditFindings(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return CreditFindingsDto.from(await this.findings.onArrival(id, actor));
  }
}
