import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { BackupRunDto, BackupStateDto } from './backups.dto';
import { backupRunList, BackupsRepository } from './backups.repository';
import { BackupsService } from './backups.service';

@ApiTags('administration')
@Controller('administration/backups')
export class BackupsController {
  constructor(
    private readonly backups: BackupsRepository,
    private readonly service: BackupsService,
  ) {}

  @Get()
  @Can('backup.manage')
  @ApiOperation({ operationId: 'listBackupRuns', summary: 'List the backups that were made, restored and tried out' })
  @ApiList(BackupRunDto, backupRunList)
  async listBackupRuns(@Asked(backupRunList) asked: ListQuery) {
    return mapPage(await this.backups.list(asked), (run) => BackupRunDto.from(run));
  }

  @Get('state')
  @Can('backup.manage')
  @ApiOperation({ operationId: 'getBackupState', summary: 'Read whether the house is backed up' })
  @ApiOkResponse({ type: BackupStateDto })
  getBackupState(): Promise<BackupStateDto> {
    return this.service.state();
  }

  @Post()
  @HttpCode(202)
  @Can('backup.manage')
  @ApiOperation({ operationId: 'makeBackup', summary: 'Have a backup made now; the list tells when it is there' })
  @ApiAcceptedResponse({ type: BackupStateDto })
  async makeBackup(): Promise<BackupStateDto> {
    await this.service.ask();
    return this.service.state();
  }
}
