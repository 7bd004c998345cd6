import { Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { MailDto, MailSummaryDto } from './mails.dto';
import { MailNotKept, MailOnItsWay } from './mails.errors';
import { mailList, MailsRepository } from './mails.repository';
import { MailsService } from './mails.service';

@ApiTags('administration')
@Controller('administration/mails')
export class MailsController {
  constructor(
    private readonly mails: MailsRepository,
    private readonly service: MailsService,
  ) {}

  @Get()
  @Can('mail.manage')
  @ApiOperation({ operationId: 'listMails', summary: 'List the mail that was sent, to whom and with what result' })
  @ApiList(MailSummaryDto, mailList)
  async listMails(@Asked(mailList) asked: ListQuery) {
    return mapPage(await this.mails.list(asked), (mail) => MailSummaryDto.from(mail));
  }

  @Get(':id')
  @Can('mail.manage')
  @ApiOperation({ operationId: 'getMail', summary: 'Read a mail as it was sent' })
  @ApiOkResponse({ type: MailDto })
  @ApiErrors(new ResourceNotFound('mail'))
  async getMail(@Param('id', ParseUUIDPipe) id: string): Promise<MailDto> {
    return MailDto.from(await this.mails.get(id));
  }

  @Post(':id/resending')
  @Can('mail.manage')
  @ApiOperation({ operationId: 'resendMail', summary: 'Send a mail to the same person once more' })
  @ApiCreatedResponse({ type: MailDto })
  @ApiErrors(new ResourceNotFound('mail'), new MailNotKept(), new MailOnItsWay())
  async resendMail(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<MailDto> {
    return MailDto.from(await this.service.resend(id, actor));
  }
}
