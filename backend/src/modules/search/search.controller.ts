import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../auth/access/actor';
import { SearchDto, SearchQueryDto } from './search.dto';
import { SearchService } from './search.service';

@ApiTags('search')
@Controller('search')
export class SearchController {
  constructor(private readonly found: SearchService) {}

  @Get()
  @Can('order.read')
  @ApiOperation({
    operationId: 'searchEverything',
    summary: 'Find orders and what lies under them by number, name, colour or note',
  })
  @ApiOkResponse({ type: SearchDto })
  async searchEverything(@Query() { q, limit }: SearchQueryDto, @CurrentActor() actor: Actor): Promise<SearchDto> {
    return SearchDto.from(await this.found.find(q, actor, limit));
  }
}
