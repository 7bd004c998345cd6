import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CONFIG, type Config } from '../../../platform/config/config';
import { today } from '../../../platform/values/day';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { scopeOf } from '../../auth/access/capabilities';
import { MyDayDto, MyDayQueryDto } from './my-day.dto';
import { MyDayRepository } from './my-day.repository';

@ApiTags('workspace')
@Controller('workspace')
export class MyDayController {
  constructor(
    private readonly myDay: MyDayRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('my-day')
  @Can('order.read')
  @ApiOperation({ operationId: 'getMyDay', summary: 'Read what waits for you, the most urgent first' })
  @ApiOkResponse({ type: MyDayDto })
  async getMyDay(@Query() asked: MyDayQueryDto, @CurrentActor() actor: Actor): Promise<MyDayDto> {
    const zone = this.config.TZ_HOUSE;
    const day = today(zone);
    const scope = asked.scope ?? (scopeOf(actor.role, 'order.read') === 'house' ? 'all' : 'mine');
    const rows = await this.myDay.read(actor, { scope, kind: asked.kind ?? null, today: day, zone });
    return MyDayDto.from(rows, scope, actor, day);
  }
}
