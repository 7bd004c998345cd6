import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { StyleInTrash } from '../../orders/orders.errors';
import { RestoredDto, TrashEntryDto } from './trash.dto';
import { trashList } from './trash.repository';
import { TrashService } from './trash.service';

@ApiTags('trash')
@Controller('trash')
export class TrashController {
  constructor(private readonly trash: TrashService) {}

  @Get()
  @Can('trash.read')
  @ApiOperation({ operationId: 'listTrash', summary: 'List what was deleted in the last 30 days and can be restored' })
  @ApiList(TrashEntryDto, trashList)
  async listTrash(@Asked(trashList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.trash.list(asked, actor), (row) => TrashEntryDto.from(row));
  }

  @Post(':id/restoration')
  @HttpCode(200)
  @Can('trash.restore')
  @ApiOperation({ operationId: 'restoreFromTrash', summary: 'Restore a thing with everything that went with it' })
  @ApiOkResponse({ type: RestoredDto })
  @ApiErrors(new ResourceNotFound('entry of the trash'), new StyleInTrash('MT-2291'))
  restoreFromTrash(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<RestoredDto> {
    return this.trash.restore(id, actor);
  }
}
