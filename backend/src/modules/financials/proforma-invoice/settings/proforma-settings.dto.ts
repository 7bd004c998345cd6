import { ListOf, Nested, Whole } from '../../../../platform/http/fields';
import { MoneyDto } from '../../../../platform/http/value.dto';
import { StandingTermsDto } from '../invoice-terms.dto';
import type { ProformaSettings } from './proforma-settings.entity';

export class UpdateProformaSettingsDto {
  @Nested(() => StandingTermsDto, {
    optional: true,
    description: 'What a new PI begins with; only what is sent changes.',
  })
  terms?: StandingTermsDto;
  @Whole({ optional: true, nullable: true, min: 0, max: 365, description: 'Days for which a PI holds.', example: 30 })
  validDays?: number | null;
  @ListOf(() => MoneyDto, { optional: true, max: 50, description: 'One a currency: a PI above it needs a review.' })
  reviewAbove?: MoneyDto[];
}

export class ProformaSettingsDto {
  @Nested(() => StandingTermsDto) terms: StandingTermsDto;
  @Whole({ nullable: true, min: 0, max: 365, description: 'Days for which a PI holds.', example: 30 })
  validDays: number | null;
  @ListOf(() => MoneyDto, { max: 50, description: 'One a currency: a PI above it needs a review.' })
  reviewAbove: MoneyDto[];
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from({ terms, validDays, reviewAbove, rowVersion }: ProformaSettings): ProformaSettingsDto {
    return { terms, validDays, reviewAbove, rowVersion };
  }
}
