import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import { IllegalTransition } from '../../../platform/lifecycle/lifecycle';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { FractionOfCurrency } from '../financials.errors';
import { AmendmentsService } from './amendment/amendments.service';
import {
  AcceptAmendmentDto,
  LetterOfCreditTermsDto,
  PasteSwiftTextDto,
  readingDto,
  RecordAmendmentDto,
  RejectAmendmentDto,
  UpdateCreditTermsDto,
} from './credit-terms.dto';
import { CreditTermsService } from './credit-terms.service';
import {
  AmendmentAnswered,
  ConfirmedByManager,
  EarlierAmendmentWaits,
  NoLongerValid,
  NoSuchMessage,
} from './letter-of-credit.errors';
import { ReadSwiftTextDto, SwiftReadingDto } from './terms.dto';

const LC = 'EXLC-2026-0417';

@ApiTags('letters of credit')
@Controller('financials/letters-of-credit')
export class CreditTermsController {
  constructor(
    private readonly terms: CreditTermsService,
    private readonly amendments: AmendmentsService,
  ) {}

  @Post('readings')
  @HttpCode(200)
  @Can('letter_of_credit.write')
  @ApiOperation({ operationId: 'readSwiftText', summary: 'Read an MT700 or MT707 without keeping anything' })
  @ApiOkResponse({ type: SwiftReadingDto })
  async readSwiftText(@Body() { text }: ReadSwiftTextDto, @CurrentActor() actor: Actor): Promise<SwiftReadingDto> {
    return readingDto(await this.terms.read(text, actor));
  }

  @Get(':id/terms')
  @Can('letter_of_credit.read')
  @ApiOperation({
    operationId: 'getLetterOfCreditTerms',
    summary: 'Read the terms of an LC as they stand, where they were read, and its amendments',
  })
  @ApiOkResponse({ type: LetterOfCreditTermsDto })
  async getLetterOfCreditTerms(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return LetterOfCreditTermsDto.from(await this.terms.get(id, actor));
  }

  @Patch(':id/terms')
  @Can('letter_of_credit.write')
  @ApiOperation({
    operationId: 'updateLetterOfCreditTerms',
    summary: 'Change terms of an LC by hand: only what is sent',
  })
  @ApiOkResponse({ type: LetterOfCreditTermsDto })
  @ApiErrors(new ConfirmedByManager(LC), new NoLongerValid(LC))
  async updateLetterOfCreditTerms(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateCreditTermsDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return this.shown(await this.terms.update(id, body, actor, expected));
  }

  @Post(':id/text')
  @HttpCode(200)
  @Can('letter_of_credit.write')
  @ApiOperation({ operationId: 'pasteLetterOfCreditText', summary: 'Read the bank’s MT700 into an LC' })
  @ApiOkResponse({ type: LetterOfCreditTermsDto })
  @ApiErrors(
    new NoSuchMessage('LC (MT700)'),
    new ConfirmedByManager(LC),
    new NoLongerValid(LC),
    new FractionOfCurrency('USD'),
  )
  async pasteLetterOfCreditText(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { text }: PasteSwiftTextDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return this.shown(await this.terms.pasteText(id, text, actor, expected));
  }

  @Post(':id/amendments')
  @Can('letter_of_credit.write')
  @ApiOperation({
    operationId: 'recordAmendment',
    summary: 'Record an amendment of the bank, which waits for our consent',
  })
  @ApiCreatedResponse({ type: LetterOfCreditTermsDto })
  @ApiErrors(new NoSuchMessage('amendment (MT707)'), new NoLongerValid(LC))
  async recordAmendment(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RecordAmendmentDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return this.shown(await this.amendments.receive(id, body, actor, expected));
  }

  @Post(':id/amendments/:amendmentId/acceptance')
  @HttpCode(200)
  @Can('letter_of_credit.write')
  @ApiOperation({ operationId: 'acceptAmendment', summary: 'Consent to an amendment: the LC reads so from now on' })
  @ApiOkResponse({ type: LetterOfCreditTermsDto })
  @ApiErrors(
    new IllegalTransition('amendment', 'rejected', 'accepted', []),
    new EarlierAmendmentWaits(1),
    new ConfirmedByManager(LC),
    new NoLongerValid(LC),
    new FractionOfCurrency('USD'),
  )
  async acceptAmendment(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('amendmentId', ParseUUIDPipe) amendmentId: string,
    @Body() { decidedOn }: AcceptAmendmentDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return this.shown(await this.amendments.accept(id, amendmentId, decidedOn, actor, expected));
  }

  @Post(':id/amendments/:amendmentId/rejection')
  @HttpCode(200)
  @Can('letter_of_credit.write')
  @ApiOperation({ operationId: 'rejectAmendment', summary: 'Refuse an amendment: the LC stays as it was' })
  @ApiOkResponse({ type: LetterOfCreditTermsDto })
  @ApiErrors(
    new IllegalTransition('amendment', 'accepted', 'rejected', []),
    new EarlierAmendmentWaits(1),
    new ConfirmedByManager(LC),
    new NoLongerValid(LC),
  )
  async rejectAmendment(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('amendmentId', ParseUUIDPipe) amendmentId: string,
    @Body() { reason, decidedOn }: RejectAmendmentDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return this.shown(await this.amendments.reject(id, amendmentId, reason, decidedOn, actor, expected));
  }

  @Delete(':id/amendments/:amendmentId')
  @Can('letter_of_credit.write')
  @ApiOperation({ operationId: 'removeAmendment', summary: 'Remove an amendment that was recorded by mistake' })
  @ApiOkResponse({ type: LetterOfCreditTermsDto })
  @ApiErrors(new AmendmentAnswered(1, 'accepted'))
  async removeAmendment(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('amendmentId', ParseUUIDPipe) amendmentId: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return this.shown(await this.amendments.remove(id, amendmentId, actor, expected));
  }

  private async shown(credit: Parameters<CreditTermsService['of']>[0]): Promise<LetterOfCreditTermsDto> {
    return LetterOfCreditTermsDto.from(await this.terms.of(credit));
  }
}
