import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CONFIG, type Config } from '../../../platform/config/config';
import { inSnapshot } from '../../../platform/database/snapshot';
import { Transaction } from '../../../platform/database/transaction';
import { AnswerReader } from '../../../platform/http/answer-reader';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, ApiListParameters, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { contentDisposition } from '../../../platform/storage/file-types';
import { today } from '../../../platform/values/day';
import { Can } from '../../auth/access/access.decorators';
import { AUDIT_CSV_HEAD, auditCsvRow } from './audit.csv';
import { AuditEntryDto } from './audit.dto';
import { auditList, AuditRepository } from './audit.repository';

const CSV = 'text/csv; charset=utf-8';

@ApiTags('administration')
@Controller('audit')
export class AuditController {
  constructor(
    private readonly audit: AuditRepository,
    private readonly transaction: Transaction,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('events')
  @Can('audit.read')
  @ApiOperation({ operationId: 'listAuditEvents', summary: 'Search all that ever happened in the house' })
  @ApiList(AuditEntryDto, auditList)
  async listAuditEvents(@Asked(auditList) asked: ListQuery) {
    return mapPage(await this.audit.list(asked), (row) => AuditEntryDto.from(row));
  }

  @Get('csv')
  @Can('audit.read')
  @ApiOperation({ operationId: 'exportAuditCsv', summary: 'Read the same as CSV' })
  @ApiListParameters(auditList)
  @ApiProduces('text/csv')
  @ApiOkResponse({ description: 'A row for each event.', schema: { type: 'string', format: 'binary' } })
  async exportAuditCsv(@Asked(auditList) asked: ListQuery, @Res() response: Response): Promise<void> {
    const fileName = `audit ${today(this.config.TZ_HOUSE)}.csv`;
    await inSnapshot(this.transaction, async () => {
      response.setHeader('Content-Type', CSV);
      response.setHeader('Content-Disposition', contentDisposition({ fileName, contentType: CSV }));
      response.setHeader('Cache-Control', 'no-store');
      const reader = new AnswerReader(response);
      await reader.take(AUDIT_CSV_HEAD);
      for await (const rows of this.audit.all(asked)) await reader.take(rows.map(auditCsvRow).join(''));
    }).catch((error: unknown) => {
      if (!response.headersSent) throw error;
      response.destroy(); // a file that breaks off is seen to be none
    });
    response.end();
  }
}
