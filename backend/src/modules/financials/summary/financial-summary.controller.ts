import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { FinancialSummaryDto, FinancialSummaryQueryDto } from './financial-summary.dto';
import { FinancialSummaryService } from './financial-summary.service';

@ApiTags('financials')
@Controller('financials/summary')
export class FinancialSummaryController {
  constructor(private readonly summary: FinancialSummaryService) {}

  @Get()
  @Can('proforma_invoice.read')
  @ApiOperation({ operationId: 'getFinancialSummary', summary: 'Add up PIs and LCs by status, per currency' })
  @ApiOkResponse({ type: FinancialSummaryDto })
  getFinancialSummary(
    @Query() { orderId }: FinancialSummaryQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<FinancialSummaryDto> {
    return this.summary.summarise(actor, orderId);
  }
}
