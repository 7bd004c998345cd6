import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../../platform/http/api-errors.decorator';
import { Id } from '../../../../platform/http/fields';
import { IfMatch } from '../../../../platform/http/if-match.decorator';
import { Can } from '../../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../../auth/access/actor';
import { ReviewClosed, WroteItThemselves } from '../proforma-invoice.errors';
import { WholeProformaInvoiceDto } from '../proforma-invoices.dto';
import { ProformaDifferenceDto, ProformaReviewDto, ReturnProformaInvoiceDto } from './review.dto';
import { ReviewsService } from './reviews.service';

class DifferenceQueryDto {
  @Id({ optional: true, description: 'Another PI of its order. Left out: the version before it.' }) since?: string;
}

@ApiTags('proforma invoices')
@Controller('financials/proforma-invoices')
export class ReviewsController {
  constructor(private readonly reviews: ReviewsService) {}

  @Get(':id/difference')
  @Can('proforma_invoice.read')
  @ApiOperation({ operationId: 'getProformaInvoiceDifference', summary: 'Compare a PI with another version' })
  @ApiOkResponse({ type: ProformaDifferenceDto })
  getProformaInvoiceDifference(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { since }: DifferenceQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<ProformaDifferenceDto> {
    return this.reviews.difference(id, since, actor);
  }

  @Get(':id/review')
  @Can('proforma_invoice.read')
  @ApiOperation({
    operationId: 'getProformaInvoiceReview',
    summary: 'Read what changed in a PI since the last approval, and what was checked',
  })
  @ApiOkResponse({ type: ProformaReviewDto })
  getProformaInvoiceReview(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<ProformaReviewDto> {
    return this.reviews.of(id, actor);
  }

  @Post(':id/review')
  @HttpCode(200)
  @Can('proforma_invoice.write')
  @ApiOperation({ operationId: 'askForProformaInvoiceReview', summary: 'Ask a manager to look at a draft' })
  @ApiOkResponse({ type: WholeProformaInvoiceDto })
  @ApiErrors(new ReviewClosed('PI-00042', 'asked for', 'sent', null))
  async askForProformaInvoiceReview(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return WholeProformaInvoiceDto.from(await this.reviews.ask(id, actor, expected));
  }

  @Post(':id/approval')
  @HttpCode(200)
  @Can('proforma_invoice.review')
  @ApiOperation({ operationId: 'approveProformaInvoice', summary: 'Approve a draft that waits for its review' })
  @ApiOkResponse({ type: WholeProformaInvoiceDto })
  @ApiErrors(new ReviewClosed('PI-00042', 'approved', 'draft', null), new WroteItThemselves('PI-00042'))
  async approveProformaInvoice(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return WholeProformaInvoiceDto.from(await this.reviews.approve(id, actor, expected));
  }

  @Post(':id/return')
  @HttpCode(200)
  @Can('proforma_invoice.review')
  @ApiOperation({ operationId: 'returnProformaInvoice', summary: 'Return a draft to who wrote it, saying why' })
  @ApiOkResponse({ type: WholeProformaInvoiceDto })
  @ApiErrors(new ReviewClosed('PI-00042', 'returned', 'draft', null), new WroteItThemselves('PI-00042'))
  async returnProformaInvoice(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ReturnProformaInvoiceDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return WholeProformaInvoiceDto.from(await this.reviews.giveBack(id, reason, actor, expected));
  }
}
