import { decodeText, wideEncoding } from './csv';
import type { WorkbookFileType } from './workbook.cells';
import { WorkbookRefusal } from './workbook.refusal';

const EXTENSIONS = ['xls', 'xlsx', 'csv'];

/**
 * What the bytes are, whatever the name says; a name that says something else is refused, since Excel itself would warn.
 * @throws WorkbookRefusal not_a_spreadsheet, unsupported_type, wrong_extension
 */
export async function sniff(file: Buffer, fileName: string): Promise<WorkbookFileType> {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(fileName.trim())?.[1]?.toLowerCase() ?? '';
  const content = await contentType(file);
  if (content === extension) return content;
  if (!EXTENSIONS.includes(extension)) {
    throw new WorkbookRefusal(
      'workbook.unsupported_type',
      `“${fileName}” is not an .xls, .xlsx or .csv file. Save the sheet as one of these and drop it again.`,
    );
  }
  throw new WorkbookRefusal(
    'workbook.wrong_extension',
    `“${fileName}” is named .${extension} but holds an .${content} file. Rename it to end in .${content} and drop it again.`,
  );
}

async function contentType(file: Buffer): Promise<WorkbookFileType> {
  const { fileTypeFromBuffer } = await import('file-type');
  // UTF-16 begins like an MP3 file.
  const found = wideEncoding(file) === null ? (await fileTypeFromBuffer(file))?.ext : undefined;
  if (found === 'xlsx') return 'xlsx';
  if (found === 'cfb') return 'xls';
  if (found === 'zip') return 'xlsx'; // may be a workbook whose parts stand in an unusual order; opening it tells
  if (found === 'xlsm' || found === 'ods' || found === 'numbers') {
    throw new WorkbookRefusal(
      'workbook.unsupported_type',
      `The file is an .${found} workbook. Save it as .xlsx (without macros) and drop that copy.`,
    );
  }
  const text = found === undefined ? decodeText(file) : null;
  if (text === null || /^\s*(\{\\rtf|%PDF)/.test(text)) {
    const kind = found === undefined ? '' : ` but a ${found.toUpperCase()} file`;
    throw new WorkbookRefusal(
      'workbook.not_a_spreadsheet',
      `This is not a spreadsheet${kind}. Drop .xls, .xlsx or .csv.`,
    );
  }
  if (/^\s*</.test(text)) {
    throw new WorkbookRefusal(
      'workbook.not_a_spreadsheet',
      'This is a web page under a spreadsheet’s name. Open it in Excel, save it as .xlsx and drop that copy.',
    );
  }
  return 'csv';
}
