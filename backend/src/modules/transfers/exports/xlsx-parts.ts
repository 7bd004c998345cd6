const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org';
const MAIN = `xmlns="${OFFICE}/spreadsheetml/2006/main"`;
const RELATIONS = `${OFFICE}/officeDocument/2006/relationships`;
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** How a cell looks: its place among the `cellXfs` below. */
export const LOOKS = { plain: 0, bold: 1, heading: 2, day: 3, plannedDay: 4, boldDay: 5 } as const;
export type Look = (typeof LOOKS)[keyof typeof LOOKS];

const FONT = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
const xf = (format: number, font: number, rest = 'fillId="0"', inner = '') =>
  `<xf numFmtId="${format}" fontId="${font}" ${rest} borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"${inner ? ` applyFill="1" applyAlignment="1">${inner}</xf>` : '/>'}`;

const STYLES = `${XML}<styleSheet ${MAIN}>
<numFmts count="2"><numFmt numFmtId="164" formatCode="d/mmm/yy"/><numFmt numFmtId="165" formatCode="&quot;plan &quot;d/mmm/yy"/></numFmts>
<fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDDEBDA"/></patternFill></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="6">
${xf(0, 0)}
${xf(0, 1)}
${xf(0, 1, 'fillId="2"', '<alignment horizontal="center" vertical="center" wrapText="1"/>')}
${xf(164, 0)}
${xf(165, 0)}
${xf(164, 1)}
</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`;

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
const relations = (...all: string[]) =>
  `${XML}<Relationships xmlns="${OFFICE}/package/2006/relationships">${all.join('')}</Relationships>`;

/** What a workbook of two sheets has besides them. @param names of the sheets, as XML */
export const workbookParts = (names: readonly string[]): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': `${XML}<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/>${names.map((_, index) => `<Override PartName="/${sheetPath(index)}" ContentType="${SHEET_TYPE}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/></Types>`,
  '_rels/.rels': relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')),
  'xl/workbook.xml': `${XML}<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': relations(
    ...names.map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)),
    relation(`rId${names.length + 1}`, 'styles', 'styles.xml'),
  ),
  'xl/styles.xml': STYLES,
});

export const sheetPath = (index: number): string => `xl/worksheets/sheet${index + 1}.xml`;

/** Where the first cell below and beside what stays in sight is. */
export interface Frozen {
  columns: number;
  rows: number;
}

/** Up to the first row. @param widths of the columns, in letters */
export function sheetBeginning(widths: readonly number[], frozen?: Frozen): string {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return `${XML}<worksheet ${MAIN}>${frozen ? viewOf(frozen) : ''}<cols>${columns.join('')}</cols><sheetData>`;
}

function viewOf({ columns, rows }: Frozen): string {
  const corner = `${columnLetters(columns)}${rows + 1}`;
  return `<sheetViews><sheetView workbookViewId="0"><pane xSplit="${columns}" ySplit="${rows}" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>`;
}

/** Below the last row. @param filtered the headings, `A1:Z1` */
export const sheetEnd = (filtered?: string): string =>
  `</sheetData>${filtered ? `<autoFilter ref="${filtered}"/>` : ''}</worksheet>`;

/** `A`, `Z`, `AA`: the letters of a column. @param index from 0 */
export function columnLetters(index: number): string {
  const before = Math.floor(index / 26);
  return (before ? columnLetters(before - 1) : '') + String.fromCharCode(65 + (index % 26));
}

const PLAIN = /^[ !#-%'-;=?-^`-~]*$/;
/** What XML has no letter for: control characters, halves of a pair. */
const NO_LETTER = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const CODES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '_x000D_',
};

/** Text as XML, and as Excel reads it: there `_x000D_` is a carriage return, and `_x0041_` an A unless its `_` has a code. */
export function xmlText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(NO_LETTER, '')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[&<>"\r]/g, (letter) => CODES[letter] ?? letter);
}
