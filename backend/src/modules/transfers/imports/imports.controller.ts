import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import { CountsAsUpload } from '../../../platform/limits/limits.decorators';
import { IllegalTransition } from '../../../platform/lifecycle/lifecycle';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { safeFileName } from '../../../platform/storage/file-types';
import { FileInfected, FileNotScanned } from '../../../platform/storage/scan/scan.errors';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { InvalidWorkbookDecisions } from '../workbook/decisions';
import { WorkbookRefusal } from '../workbook/workbook.refusal';
import { decisionsFrom, UpdateImportDto } from './decisions.dto';
import type { WorkbookImport } from './import.entity';
import { ImportBlocked, ImportClosed } from './imports.errors';
import { ImportDto, ImportSummaryDto } from './imports.dto';
import { importList } from './imports.repository';
import { ImportsService } from './imports.service';
import { fileError, WorkbookUpload } from './workbook-upload';

@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @Get()
  @Can('import.run')
  @ApiOperation({ operationId: 'listImports', summary: 'List the workbooks that you dropped' })
  @ApiList(ImportSummaryDto, importList)
  async listImports(@Asked(importList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.imports.list(asked, actor), (row) => ImportSummaryDto.from(row));
  }

  @Post()
  @UseInterceptors(WorkbookUpload)
  @Can('import.run')
  @ApiOperation({
    operationId: 'startImport',
    summary: 'Drop a workbook (.xls, .xlsx or .csv, at most 10 MB) and see what it would become',
  })
  @CountsAsUpload()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @ApiCreatedResponse({ type: ImportDto })
  @ApiErrors(
    fileError('Drop a workbook.'),
    new WorkbookRefusal('workbook.empty', 'The file is empty. Save the workbook and drop it again.'),
    new WorkbookRefusal('workbook.too_large', 'The file has more than 10 MB, which is the most that is read.'),
    new WorkbookRefusal('workbook.not_a_spreadsheet', 'The file holds no workbook. Drop an Excel or CSV file.'),
    new FileInfected('Eicar-Signature'),
    new FileNotScanned(),
  )
  async startImport(@UploadedFile() file: Express.Multer.File | undefined, @CurrentActor() actor: Actor) {
    if (!file) throw fileError('Drop a workbook.');
    return this.toDto(await this.imports.start(file.buffer, safeFileName(file.originalname), actor), actor);
  }

  @Get(':id')
  @Can('import.run')
  @ApiOperation({ operationId: 'getImport', summary: 'Read an import with its dry run' })
  @ApiOkResponse({ type: ImportDto })
  async getImport(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.toDto(await this.imports.get(id, actor), actor);
  }

  @Patch(':id')
  @Can('import.run')
  @ApiOperation({ operationId: 'updateImport', summary: 'Decide otherwise about columns, rows or cells' })
  @ApiOkResponse({ type: ImportDto })
  @ApiErrors(
    new InvalidWorkbookDecisions({ 'cells.M99': ['M99 is no cell of a line in this sheet.'] }),
    new ImportClosed(),
  )
  async updateImport(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateImportDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return this.toDto(await this.imports.decide(id, decisionsFrom(body.decisions), actor, expected), actor);
  }

  @Post(':id/commitment')
  @HttpCode(200)
  @Can('import.run')
  @ApiOperation({ operationId: 'commitImport', summary: 'Make the orders that the dry run shows' })
  @ApiOkResponse({ type: ImportDto })
  @ApiErrors(
    new ImportBlocked(['The sheet names no buyer. Enter the buyer.']),
    new IllegalTransition('import', 'committed', 'committed', []),
  )
  async commitImport(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return this.toDto(await this.imports.commit(id, actor, expected), actor);
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('import.run')
  @ApiOperation({ operationId: 'discardImport', summary: 'Discard a draft and its file' })
  @ApiNoContentResponse()
  @ApiErrors(new IllegalTransition('import', 'committed', 'discarded', []))
  async discardImport(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.imports.discard(id, actor, expected);
  }

  private async toDto(row: WorkbookImport, actor: Actor): Promise<ImportDto> {
    return ImportDto.of(row, await this.imports.repeatsOf(row, actor));
  }
}
