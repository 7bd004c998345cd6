import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { InvalidInput, StaleVersion } from '../../../../platform/errors/domain-error';
import { Transaction } from '../../../../platform/database/transaction';
import { changesBetween, isUnchanged } from '../../../../platform/events/domain-event';
import { Outbox } from '../../../../platform/events/outbox';
import { ApiErrors } from '../../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../../platform/http/if-match.decorator';
import type { Money } from '../../../../platform/values/money';
import { Can } from '../../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../../auth/access/actor';
import { ProformaSettingsDto, UpdateProformaSettingsDto } from './proforma-settings.dto';
import { ProformaSettingsUpdated } from './proforma-settings.events';
import { ProformaSettingsRepository } from './proforma-settings.repository';

@ApiTags('proforma invoices')
@Controller('settings/proforma-invoices')
export class ProformaSettingsController {
  constructor(
    private readonly settings: ProformaSettingsRepository,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  @Get()
  @Can('proforma_settings.read')
  @ApiOperation({
    operationId: 'getProformaSettings',
    summary: 'Read what a new PI begins with, and when it needs a review',
  })
  @ApiOkResponse({ type: ProformaSettingsDto })
  async getProformaSettings(): Promise<ProformaSettingsDto> {
    return ProformaSettingsDto.from(await this.settings.get());
  }

  @Patch()
  @Can('proforma_settings.write')
  @ApiOperation({ operationId: 'updateProformaSettings', summary: 'Change them: only what is sent; null clears' })
  @ApiOkResponse({ type: ProformaSettingsDto })
  @ApiErrors(new StaleVersion(1))
  updateProformaSettings(
    @Body() { terms, ...body }: UpdateProformaSettingsDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ): Promise<ProformaSettingsDto> {
    refuseTwice(body.reviewAbove ?? []);
    return this.transaction.run(async () => {
      const settings = await this.settings.getForUpdate(expected);
      const before = { ...settings };
      Object.assign(settings, body, { terms: { ...settings.terms, ...terms } });
      const changes = changesBetween(before, settings, ['terms', 'validDays', 'reviewAbove']);
      if (!isUnchanged(changes)) {
        await this.settings.save(settings);
        await this.outbox.record(new ProformaSettingsUpdated(settings, actor, changes));
      }
      return ProformaSettingsDto.from(settings);
    });
  }
}

/** @throws InvalidInput 400 where two amounts are in one currency */
function refuseTwice(thresholds: readonly Money[]): void {
  const twice = thresholds.findIndex(
    ({ currency }, index) => thresholds.findIndex((each) => each.currency === currency) < index,
  );
  if (twice >= 0)
    throw new InvalidInput({ [`reviewAbove.${twice}.currency`]: ['This currency has its amount already.'] });
}
