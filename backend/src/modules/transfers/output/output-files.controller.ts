import { Controller, HttpCode, Post, Query, UploadedFile, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { CountsAsUpload } from '../../../platform/limits/limits.decorators';
import { safeFileName } from '../../../platform/storage/file-types';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { aShutGate } from '../../orders/gates/examples';
import { fileError, WorkbookUpload } from '../imports/workbook-upload';
import { WorkbookRefusal } from '../workbook/workbook.refusal';
import { EnteredFileDto, EnterOutputFileDto, OutputFileDto } from './output-files.dto';
import { OutputFileFaulty, OutputWithoutHeadings } from './output-files.errors';
import { OutputFilesService } from './output-files.service';

const FILE = {
  schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
};
const NO_SHEET = new WorkbookRefusal(
  'workbook.not_a_spreadsheet',
  'The file holds no workbook. Drop an Excel or CSV file.',
);

@ApiTags('production')
@Controller('production-files')
export class OutputFilesController {
  constructor(private readonly files: OutputFilesService) {}

  @Post('reading')
  @HttpCode(200)
  @UseInterceptors(WorkbookUpload)
  @Can('production.write')
  @ApiOperation({
    operationId: 'readOutputFile',
    summary: 'Drop a file of output (.xls, .xlsx or .csv) and see what it would enter, with what is wrong at its cell',
    description:
      'Headings: Day, Order no., and either Stage and Quantity or a column for each stage; Style, Colour or Line where the order has more than one line; Unit, Shift, Notes.',
  })
  @CountsAsUpload()
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE)
  @ApiOkResponse({ type: OutputFileDto })
  @ApiErrors(fileError('Drop a file.'), NO_SHEET, new OutputWithoutHeadings())
  async readOutputFile(@UploadedFile() file: Express.Multer.File | undefined, @CurrentActor() actor: Actor) {
    if (!file) throw fileError('Drop a file.');
    return OutputFileDto.from(await this.files.read(file.buffer, safeFileName(file.originalname), actor));
  }

  @Post()
  @UseInterceptors(WorkbookUpload)
  @Can('production.write')
  @ApiOperation({
    operationId: 'enterOutputFile',
    summary: 'Enter the output that a file says, all or none; the same file a second time enters nothing twice',
  })
  @CountsAsUpload()
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE)
  @ApiCreatedResponse({ type: EnteredFileDto })
  @ApiErrors(
    fileError('Drop a file.'),
    NO_SHEET,
    new OutputWithoutHeadings(),
    new OutputFileFaulty([{ cell: 'D7', sentence: '“knitt” is no stage.' }]),
    aShutGate('dyeing'),
  )
  async enterOutputFile(
    @UploadedFile() file: Express.Multer.File | undefined,
    @Query() { standing, overrideReason: reason }: EnterOutputFileDto,
    @CurrentActor() actor: Actor,
  ) {
    if (!file) throw fileError('Drop a file.');
    const how = { another: standing === 'enter', override: reason === undefined ? undefined : { reason } };
    return EnteredFileDto.from(await this.files.enter(file.buffer, safeFileName(file.originalname), how, actor));
  }
}
