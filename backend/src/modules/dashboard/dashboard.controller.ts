import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CONFIG, type Config } from '../../platform/config/config';
import { today } from '../../platform/values/day';
import { amountText } from '../../platform/values/money';
import { Can } from '../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../auth/access/actor';
import { DashboardDto } from './dashboard.dto';
import { DashboardRepository } from './dashboard.repository';
import { FiguresDto } from './figures.dto';
import { FiguresService } from './figures.service';

@ApiTags('dashboard')
@Controller('dashboard')
export class DashboardController {
  constructor(
    private readonly dashboard: DashboardRepository,
    private readonly figures: FiguresService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Can('dashboard.read')
  @ApiOperation({ operationId: 'getDashboard', summary: 'Read the home page' })
  @ApiOkResponse({ type: DashboardDto })
  async getDashboard(@CurrentActor() actor: Actor): Promise<DashboardDto> {
    const day = today(this.config.TZ_HOUSE);
    const figures = await this.dashboard.read(actor, day);
    const openValue = figures.openValue.map(({ amount, currency }) => ({
      amount: amountText(amount, currency),
      currency,
    }));
    return { today: day, ...figures, openValue };
  }

  @Get('figures')
  @Can('dashboard.read')
  @ApiOperation({ operationId: 'getFigures', summary: 'Read what is on hand: stages, people, months, ETDs, value' })
  @ApiOkResponse({ type: FiguresDto })
  getFigures(@CurrentActor() actor: Actor): Promise<FiguresDto> {
    return this.figures.read(actor);
  }
}
