import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import { IllegalTransition } from '../../../platform/lifecycle/lifecycle';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, ApiListFilters, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { FileLinkDto } from '../../../platform/storage/attachment.dto';
import { ReceivedFile, ReceivesFile, type IncomingFile } from '../../../platform/storage/receives-file';
import { refusalsOfReading } from '../../../platform/storage/scan/scan.errors';
import { FileTooLarge, FileTypeRefused, NoFileYet, StorageFull } from '../../../platform/storage/storage.errors';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { NeedsProof } from '../../auth/access/needs-proof.decorator';
import { NoSuchReference } from '../../orders/orders.errors';
import { FractionOfCurrency } from '../financials.errors';
import { CreditTotalDto, CreditTotalsDto } from '../summary/paper-totals';
import { AlreadyClosed, ConfirmedByManager, NoLongerValid, NoSuchMessage, NotClosed } from './letter-of-credit.errors';
import {
  CloseLetterOfCreditDto,
  CreateLetterOfCreditDto,
  LetterOfCreditDto,
  UpdateLetterOfCreditDto,
} from './letters-of-credit.dto';
import { letterOfCreditList } from './letters-of-credit.repository';
import { LettersOfCreditService } from './letters-of-credit.service';

@ApiTags('letters of credit')
@Controller('financials/letters-of-credit')
export class LettersOfCreditController {
  constructor(private readonly credits: LettersOfCreditService) {}

  @Get()
  @Can('letter_of_credit.read')
  @ApiOperation({ operationId: 'listLettersOfCredit', summary: 'List LCs' })
  @ApiList(LetterOfCreditDto, letterOfCreditList)
  async listLettersOfCredit(@Asked(letterOfCreditList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.credits.list(asked, actor), (credit) => LetterOfCreditDto.from(credit, actor));
  }

  @Get('totals')
  @Can('letter_of_credit.read')
  @ApiOperation({ operationId: 'totalLettersOfCredit', summary: 'Add up the LCs that the list shows, per currency' })
  @ApiListFilters(letterOfCreditList)
  @ApiOkResponse({ type: CreditTotalsDto })
  async totalLettersOfCredit(
    @Asked(letterOfCreditList) asked: ListQuery,
    @CurrentActor() actor: Actor,
  ): Promise<CreditTotalsDto> {
    const totals = await this.credits.totals(asked, actor);
    return { totals: totals.map((total) => CreditTotalDto.from(total)) };
  }

  @Post()
  @Can('letter_of_credit.write')
  @ApiOperation({ operationId: 'createLetterOfCredit', summary: 'Record an LC of an order, as pending' })
  @ApiCreatedResponse({ type: LetterOfCreditDto })
  @ApiErrors(new NoSuchReference('orderId', 'order'), new NoSuchMessage('LC (MT700)'), new FractionOfCurrency('USD'))
  async createLetterOfCredit(@Body() body: CreateLetterOfCreditDto, @CurrentActor() actor: Actor) {
    return LetterOfCreditDto.from(await this.credits.record(body, actor), actor);
  }

  @Get(':id')
  @Can('letter_of_credit.read')
  @ApiOperation({ operationId: 'getLetterOfCredit', summary: 'Read an LC' })
  @ApiOkResponse({ type: LetterOfCreditDto })
  async getLetterOfCredit(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return LetterOfCreditDto.from(await this.credits.get(id, actor), actor);
  }

  @Patch(':id')
  @Can('letter_of_credit.write')
  @ApiOperation({ operationId: 'updateLetterOfCredit', summary: 'Change an LC: only what is sent; null clears' })
  @ApiOkResponse({ type: LetterOfCreditDto })
  @ApiErrors(
    new ConfirmedByManager('EXLC-2026-0417'),
    new NoLongerValid('EXLC-2026-0417'),
    new FractionOfCurrency('USD'),
  )
  async updateLetterOfCredit(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateLetterOfCreditDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return LetterOfCreditDto.from(await this.credits.update(id, body, actor, expected), actor);
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('letter_of_credit.write')
  @ApiOperation({ operationId: 'deleteLetterOfCredit', summary: 'Move an LC to the trash' })
  @ApiNoContentResponse()
  @ApiErrors(new ConfirmedByManager('EXLC-2026-0417'), new NoLongerValid('EXLC-2026-0417'))
  async deleteLetterOfCredit(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.credits.delete(id, actor, expected);
  }

  @Post(':id/document')
  @HttpCode(200)
  @Can('letter_of_credit.write')
  @ApiOperation({ operationId: 'addLetterOfCreditDocument', summary: 'Add the document of an LC, in place of another' })
  @ReceivesFile('document')
  @ApiOkResponse({ type: LetterOfCreditDto })
  @ApiErrors(
    new ConfirmedByManager('EXLC-2026-0417'),
    new NoLongerValid('EXLC-2026-0417'),
    new FileTooLarge(10 * 1024 * 1024),
    new FileTypeRefused(['PDF', 'PNG', 'JPEG', 'text or CSV']),
    new StorageFull(),
  )
  async addLetterOfCreditDocument(
    @Param('id', ParseUUIDPipe) id: string,
    @ReceivedFile() file: IncomingFile,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return LetterOfCreditDto.from(await this.credits.attachDocument(id, file, actor, expected), actor);
  }

  @Get(':id/document')
  @Can('letter_of_credit.read')
  @ApiOperation({ operationId: 'getLetterOfCreditDocument', summary: 'Get a link to the document of an LC' })
  @ApiOkResponse({ type: FileLinkDto })
  @ApiErrors(new NoFileYet(), ...refusalsOfReading())
  getLetterOfCreditDocument(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<FileLinkDto> {
    return this.credits.linkToDocument(id, actor);
  }

  @Post(':id/issuance')
  @HttpCode(200)
  @Can('letter_of_credit.write')
  @ApiOperation({ operationId: 'issueLetterOfCredit', summary: 'Mark an LC as issued by the bank' })
  @ApiOkResponse({ type: LetterOfCreditDto })
  @ApiErrors(new IllegalTransition('LC', 'expired', 'issued', []))
  async issueLetterOfCredit(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return LetterOfCreditDto.from(await this.credits.issue(id, actor, expected), actor);
  }

  @Post(':id/confirmation')
  @HttpCode(200)
  @Can('letter_of_credit.confirm')
  @NeedsProof('letters_of_credit')
  @ApiOperation({ operationId: 'confirmLetterOfCredit', summary: 'Confirm that the terms of an LC can be kept' })
  @ApiOkResponse({ type: LetterOfCreditDto })
  @ApiErrors(new IllegalTransition('LC', 'pending', 'confirmed', ['issued']))
  async confirmLetterOfCredit(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return LetterOfCreditDto.from(await this.credits.confirm(id, actor, expected), actor);
  }

  @Post(':id/expiry')
  @HttpCode(200)
  @Can('letter_of_credit.write')
  @ApiOperation({ operationId: 'expireLetterOfCredit', summary: 'Mark an LC as expired' })
  @ApiOkResponse({ type: LetterOfCreditDto })
  @ApiErrors(new IllegalTransition('LC', 'pending', 'expired', ['issued']))
  async expireLetterOfCredit(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return LetterOfCreditDto.from(await this.credits.expire(id, actor, expected), actor);
  }

  @Post(':id/closure')
  @HttpCode(200)
  @Can('letter_of_credit.write')
  @ApiOperation({ operationId: 'closeLetterOfCredit', summary: 'Close an LC: nothing more is drawn on it' })
  @ApiOkResponse({ type: LetterOfCreditDto })
  @ApiErrors(new AlreadyClosed('EXLC-2026-0417'))
  async closeLetterOfCredit(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { closedOn }: CloseLetterOfCreditDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return LetterOfCreditDto.from(await this.credits.close(id, closedOn, actor, expected), actor);
  }

  @Delete(':id/closure')
  @Can('letter_of_credit.write')
  @ApiOperation({ operationId: 'reopenLetterOfCredit', summary: 'Reopen an LC that was closed' })
  @ApiOkResponse({ type: LetterOfCreditDto })
  @ApiErrors(new NotClosed('EXLC-2026-0417'))
  async reopenLetterOfCredit(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return LetterOfCreditDto.from(await this.credits.reopen(id, actor, expected), actor);
  }
}
