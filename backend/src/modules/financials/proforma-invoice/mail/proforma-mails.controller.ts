import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../../platform/http/if-match.decorator';
import { refusalsOfReading } from '../../../../platform/storage/scan/scan.errors';
import { Can } from '../../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../../auth/access/actor';
import { ProformaPapers } from '../paper/proforma-papers';
import { NotDraft, ReviewNeeded } from '../proforma-invoice.errors';
import { WholeProformaInvoiceDto } from '../proforma-invoices.dto';
import { MailProformaInvoiceDto, ProformaInvoiceMailDto, ProformaInvoiceMailsDto } from './proforma-mail.dto';
import { CancelledNotMailed, MailNotSetUp } from './proforma-mail.errors';
import { ProformaMails } from './proforma-mails.service';

@ApiTags('proforma invoices')
@Controller('financials/proforma-invoices')
export class ProformaMailsController {
  constructor(
    private readonly mails: ProformaMails,
    private readonly papers: ProformaPapers,
  ) {}

  @Post(':id/print')
  @HttpCode(200)
  @Can('proforma_invoice.write')
  @ApiOperation({
    operationId: 'printProformaInvoice',
    summary: 'Make the PDF of a PI as it stands; a draft’s is renewed',
  })
  @ApiOkResponse({ type: WholeProformaInvoiceDto })
  @ApiErrors(new NotDraft('PI-00042', 'sent', 'changed'))
  async printProformaInvoice(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return WholeProformaInvoiceDto.from(await this.papers.print(id, actor, expected));
  }

  @Get(':id/mails')
  @Can('proforma_invoice.read')
  @ApiOperation({ operationId: 'listProformaInvoiceMails', summary: 'Read what was sent by e-mail of a PI' })
  @ApiOkResponse({ type: ProformaInvoiceMailsDto })
  async listProformaInvoiceMails(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<ProformaInvoiceMailsDto> {
    return { mails: (await this.mails.of(id, actor)).map((mail) => ProformaInvoiceMailDto.from(mail)) };
  }

  @Post(':id/mails')
  @Can('proforma_invoice.write')
  @ApiOperation({
    operationId: 'mailProformaInvoice',
    summary: 'Send a PI by e-mail with its PDF; a draft counts as sent from then on',
  })
  @ApiCreatedResponse({ type: ProformaInvoiceMailDto })
  @ApiErrors(
    new MailNotSetUp(),
    new CancelledNotMailed('PI-00042'),
    new ReviewNeeded('PI-00042', { amount: '50000.00', currency: 'USD' }),
    ...refusalsOfReading(),
  )
  async mailProformaInvoice(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MailProformaInvoiceDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return ProformaInvoiceMailDto.from(await this.mails.send(id, body, actor, expected));
  }
}
