import { Body, Controller, Get, HttpCode, Patch, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Transaction } from '../../../platform/database/transaction';
import { StaleVersion } from '../../../platform/errors/domain-error';
import { changesBetween, isUnchanged } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import { Mailer } from '../../../platform/mail/mailer';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import {
  DigestSettingsDto,
  NotificationPreferencesDto,
  SetNotificationPreferencesDto,
  UpdateDigestSettingsDto,
} from './digest.dto';
import { DigestUpdated } from './digest.events';
import { DigestRepository } from './digest.repository';

@ApiTags('notifications')
@Controller()
export class DigestController {
  constructor(
    private readonly digests: DigestRepository,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    private readonly mailer: Mailer,
  ) {}

  @Get('digest-settings')
  @Can('alert_rule.read')
  @ApiOperation({ operationId: 'getDigestSettings', summary: 'Read when the digest of alerts is sent by mail' })
  @ApiOkResponse({ type: DigestSettingsDto })
  async getDigestSettings(): Promise<DigestSettingsDto> {
    return DigestSettingsDto.from(await this.digests.settings(), this.mailer.isSetUp);
  }

  @Patch('digest-settings')
  @Can('alert_rule.write')
  @ApiOperation({ operationId: 'updateDigestSettings', summary: 'Change when the digest of alerts is sent by mail' })
  @ApiOkResponse({ type: DigestSettingsDto })
  @ApiErrors(new StaleVersion(1))
  updateDigestSettings(
    @Body() body: UpdateDigestSettingsDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ): Promise<DigestSettingsDto> {
    return this.transaction.run(async () => {
      const settings = await this.digests.settingsForUpdate(expected);
      const before = { ...settings };
      const changes = changesBetween(before, Object.assign(settings, body), ['isOn', 'sendAt']);
      if (!isUnchanged(changes)) {
        await this.digests.save(settings);
        await this.outbox.record(new DigestUpdated(settings, actor, changes));
      }
      return DigestSettingsDto.from(settings, this.mailer.isSetUp);
    });
  }

  @Get('notifications/preferences')
  @Can('notification.own')
  @ApiOperation({ operationId: 'getNotificationPreferences', summary: 'Read what you want to be sent' })
  @ApiOkResponse({ type: NotificationPreferencesDto })
  async getNotificationPreferences(@CurrentActor() actor: Actor): Promise<NotificationPreferencesDto> {
    return NotificationPreferencesDto.from(await this.digests.preferencesOf(actor.id), this.mailer.isSetUp);
  }

  @Put('notifications/preferences')
  @HttpCode(200)
  @Can('notification.own')
  @ApiOperation({ operationId: 'setNotificationPreferences', summary: 'Say what you want to be sent' })
  @ApiOkResponse({ type: NotificationPreferencesDto })
  async setNotificationPreferences(
    @Body() body: SetNotificationPreferencesDto,
    @CurrentActor() actor: Actor,
  ): Promise<NotificationPreferencesDto> {
    return NotificationPreferencesDto.from(await this.digests.prefer(actor.id, body), this.mailer.isSetUp);
  }
}
