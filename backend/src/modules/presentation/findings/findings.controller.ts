import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { AlreadyWaived, NoSuchFinding } from '../waivers/waiver.errors';
import { WaiversService } from '../waivers/waivers.service';
import { CreditFindingsDto, WaiveFindingDto } from './findings.dto';
import { FindingsService } from './findings.service';

@ApiTags('letters of credit')
@Controller('financials/letters-of-credit')
export class FindingsController {
  constructor(
    private readonly findings: FindingsService,
    private readonly waivers: WaiversService,
  ) {}

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

  @Post(':id/findings/waivers')
  @HttpCode(200)
  @Can('letter_of_credit.write')
  @ApiOperation({ operationId: 'waiveLetterOfCreditFinding', summary: 'Let a finding stand, with the reason why' })
  @ApiOkResponse({ type: CreditFindingsDto })
  @ApiErrors(new NoSuchFinding(), new AlreadyWaived())
  async waiveLetterOfCreditFinding(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: WaiveFindingDto,
    @CurrentActor() actor: Actor,
  ) {
    return CreditFindingsDto.from(await this.findings.waive(id, body, actor));
  }

  @Delete(':id/findings/waivers/:waiverId')
  @HttpCode(204)
  @Can('letter_of_credit.write')
  @ApiOperation({ operationId: 'takeBackFindingWaiver', summary: 'Count a finding again that was let stand' })
  @ApiNoContentResponse()
  async takeBackFindingWaiver(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('waiverId', ParseUUIDPipe) waiverId: string,
    @CurrentActor() actor: Actor,
  ) {
    await this.waivers.takeBack(id, waiverId, actor);
  }
}
