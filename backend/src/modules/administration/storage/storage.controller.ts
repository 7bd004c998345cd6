import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CONFIG, type Config } from '../../../platform/config/config';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { MoreUnusedThanSeen } from '../../../platform/storage/storage.errors';
import { MissingFiles } from '../../../platform/storage/sweep/missing-files';
import { StorageSweeps } from '../../../platform/storage/sweep/storage-sweeps';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { MissingFileDto, StorageStateDto, StorageSweepDto, SweepStorageDto } from './storage.dto';
import { missingFileList, StorageRepository, sweepList } from './storage.repository';

@ApiTags('administration')
@Controller('administration/storage')
export class StorageController {
  constructor(
    private readonly storage: StorageRepository,
    private readonly sweeps: StorageSweeps,
    private readonly missing: MissingFiles,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('state')
  @Can('storage.manage')
  @ApiOperation({ operationId: 'getStorageState', summary: 'Read what the last sweep of the stored files found' })
  @ApiOkResponse({ type: StorageStateDto })
  async getStorageState(): Promise<StorageStateDto> {
    const { last, running } = await this.storage.latest();
    return {
      driver: this.config.STORAGE_DRIVER,
      lastSweep: last && StorageSweepDto.from(last),
      running: running && StorageSweepDto.from(running),
      missingFiles: await this.missing.count(),
    };
  }

  @Get('sweeps')
  @Can('storage.manage')
  @ApiOperation({ operationId: 'listStorageSweeps', summary: 'List the sweeps of the stored files' })
  @ApiList(StorageSweepDto, sweepList)
  async listStorageSweeps(@Asked(sweepList) asked: ListQuery) {
    return mapPage(await this.storage.sweeps(asked), (sweep) => StorageSweepDto.from(sweep));
  }

  @Post('sweeps')
  @HttpCode(202)
  @Can('storage.manage')
  @ApiOperation({
    operationId: 'sweepStorage',
    summary: 'Have the stored files compared with the rows that name them; the one at work, if there is one',
  })
  @ApiAcceptedResponse({ type: StorageSweepDto })
  @ApiErrors(new MoreUnusedThanSeen(101, 130))
  async sweepStorage(@Body() body: SweepStorageDto, @CurrentActor() actor: Actor): Promise<StorageSweepDto> {
    const { deletes = false, seenSweepId } = body;
    return StorageSweepDto.from(await this.sweeps.begin({ deletes, seenSweepId, askedById: actor.id }));
  }

  @Get('missing-files')
  @Can('storage.manage')
  @ApiOperation({ operationId: 'listMissingFiles', summary: 'List the files that rows name and that are gone' })
  @ApiList(MissingFileDto, missingFileList)
  listMissingFiles(@Asked(missingFileList) asked: ListQuery) {
    return this.storage.missing(asked);
  }
}
