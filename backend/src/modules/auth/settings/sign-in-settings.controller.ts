import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Transaction } from '../../../platform/database/transaction';
import { StaleVersion } from '../../../platform/errors/domain-error';
import { changesBetween, isUnchanged } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import { Can } from '../access/access.decorators';
import { CurrentActor, type Actor } from '../access/actor';
import { NeedsProof } from '../access/needs-proof.decorator';
import { SignInSettingsUpdated } from '../auth.events';
import { SessionRegistry } from '../tokens/session-registry';
import { SignInSettingsDto, UpdateSignInSettingsDto } from './sign-in-settings.dto';
import { SignInSettingsRepository } from './sign-in-settings.repository';

@ApiTags('sign-in settings')
@Controller('auth/sign-in-settings')
export class SignInSettingsController {
  constructor(
    private readonly settings: SignInSettingsRepository,
    private readonly sessions: SessionRegistry,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  @Get()
  @Can('sign_in_settings.manage')
  @ApiOperation({ operationId: 'getSignInSettings', summary: 'Read what the house asks of who signs in' })
  @ApiOkResponse({ type: SignInSettingsDto })
  async getSignInSettings(): Promise<SignInSettingsDto> {
    return SignInSettingsDto.from(await this.settings.get());
  }

  @Patch()
  @Can('sign_in_settings.manage')
  @NeedsProof('users')
  @ApiOperation({ operationId: 'updateSignInSettings', summary: 'Change what the house asks of who signs in' })
  @ApiOkResponse({ type: SignInSettingsDto })
  @ApiErrors(new StaleVersion(1))
  async updateSignInSettings(
    @Body() body: UpdateSignInSettingsDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ): Promise<SignInSettingsDto> {
    const saved = await this.transaction.run(async () => {
      const settings = await this.settings.getForUpdate(expected);
      const before = { ...settings };
      const told = changesBetween(before, Object.assign(settings, body), [
        'secondFactorRoles',
        'proofDeeds',
        'proofMinutes',
      ]);
      if (!isUnchanged(told)) {
        await this.settings.save(settings);
        await this.outbox.record(new SignInSettingsUpdated(settings, actor, told));
      }
      return settings;
    });
    this.sessions.forgetAll();
    return SignInSettingsDto.from(saved);
  }
}
