import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Transaction } from '../../../platform/database/transaction';
import { changesBetween } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { BackToBackRuleDto, RecordBackToBackRuleDto } from './back-to-back.dto';
import { BackToBackRule } from './back-to-back.entity';
import { BackToBackRuleDeleted, BackToBackRuleRecorded } from './back-to-back.events';
import { backToBackRuleList, BackToBackRulesRepository } from './back-to-back.repository';

const TOLD = ['validFrom', 'limitPercent', 'maxUsanceDays', 'source'] as const;

/** Dated: what was opened keeps the rule of its day. One that was wrong is deleted and recorded anew. */
@ApiTags('letters of credit')
@Controller('back-to-back-rules')
export class BackToBackRulesController {
  constructor(
    private readonly rules: BackToBackRulesRepository,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  @Get()
  @Can('back_to_back.read')
  @ApiOperation({
    operationId: 'listBackToBackRules',
    summary: 'List the limits of back-to-back LCs, the latest first',
  })
  @ApiList(BackToBackRuleDto, backToBackRuleList)
  async listBackToBackRules(@Asked(backToBackRuleList) asked: ListQuery) {
    return mapPage(await this.rules.list(asked), (rule) => BackToBackRuleDto.from(rule));
  }

  @Post()
  @Can('back_to_back_rule.write')
  @ApiOperation({ operationId: 'recordBackToBackRule', summary: 'Record what may be opened on a master from a day on' })
  @ApiCreatedResponse({ type: BackToBackRuleDto })
  recordBackToBackRule(
    @Body() body: RecordBackToBackRuleDto,
    @CurrentActor() actor: Actor,
  ): Promise<BackToBackRuleDto> {
    return this.transaction.run(async () => {
      const rule = Object.assign(new BackToBackRule(), body);
      await this.rules.insert(rule);
      const { after } = changesBetween(new BackToBackRule(), rule, TOLD);
      await this.outbox.record(
        new BackToBackRuleRecorded({ id: rule.id, rowVersion: 1 }, actor, { before: {}, after }),
      );
      return BackToBackRuleDto.from(rule);
    });
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('back_to_back_rule.write')
  @ApiOperation({
    operationId: 'deleteBackToBackRule',
    summary: 'Delete a limit that was wrong; the one before counts',
  })
  @ApiNoContentResponse()
  deleteBackToBackRule(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ): Promise<void> {
    return this.transaction.run(async () => {
      const rule = await this.rules.getForUpdate(id, expected);
      await this.rules.trash(rule);
      const { before } = changesBetween(rule, new BackToBackRule(), TOLD);
      const { rowVersion } = rule;
      await this.outbox.record(new BackToBackRuleDeleted({ id, rowVersion }, actor, { before, after: {} }));
    });
  }
}
