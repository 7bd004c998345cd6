interface FileType {
  contentType: string;
  /** as a person calls it */
  name: string;
  /** browsers show it by means of their own that run nothing of ours */
  inline?: true;
}

/** Every type that is stored at all. SVG and HTML run scripts where they are shown, so they are not among them. */
export const FILE_TYPES = {
  pdf: { contentType: 'application/pdf', name: 'PDF', inline: true },
  png: { contentType: 'image/png', name: 'PNG', inline: true },
  jpg: { contentType: 'image/jpeg', name: 'JPEG', inline: true },
  webp: { contentType: 'image/webp', name: 'WebP', inline: true },
  gif: { contentType: 'image/gif', name: 'GIF', inline: true },
  xlsx: {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: 'Excel workbook (.xlsx)',
  },
  xls: { contentType: 'application/vnd.ms-excel', name: 'Excel workbook (.xls)' },
  docx: {
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    name: 'Word document (.docx)',
  },
  txt: { contentType: 'text/plain', name: 'text or CSV' },
  eml: { contentType: 'message/rfc822', name: 'e-mail (.eml)' },
  msg: { contentType: 'application/vnd.ms-outlook', name: 'Outlook e-mail (.msg)' },
} as const satisfies Record<string, FileType>;

export type FileExtension = keyof typeof FILE_TYPES;

/** What may be sent where: the kind belongs to the field, not to the file. */
export const FILE_KINDS = {
  document: ['pdf', 'png', 'jpg', 'webp', 'gif', 'xlsx', 'xls', 'docx', 'txt', 'eml', 'msg'],
  image: ['png', 'jpg', 'webp', 'gif'],
  pdf: ['pdf'],
  workbook: ['xlsx', 'xls', 'txt'],
} as const satisfies Record<string, readonly FileExtension[]>;

export type FileKind = keyof typeof FILE_KINDS;

const byContentType = new Map<string, FileType>(Object.values(FILE_TYPES).map((type) => [type.contentType, type]));

/** The type a file is served as: a known harmless one, else plain bytes. */
export const servedType = (contentType: string): string =>
  byContentType.has(contentType) ? contentType : 'application/octet-stream';

/** `Content-Disposition` of an answer: saved under the user's name for it; shown only where that runs nothing. */
export function contentDisposition(link: { fileName: string; contentType: string; inline?: boolean }): string {
  const shown = link.inline && byContentType.get(link.contentType)?.inline;
  return `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeName(safeFileName(link.fileName))}`;
}

const encodeName = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

const LONGEST_NAME = 120;
/** Control characters, line separators, and marks that turn the reading direction so that `fdp.exe` reads as `exe.pdf`. */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** The user's name for a file, fit to be shown and saved under: its last path part, in its own script. */
export function safeFileName(name: string): string {
  const wellFormed = Buffer.from(name, 'utf8').toString('utf8'); // lone surrogates become U+FFFD
  const clean = (wellFormed.normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    .replace(INVISIBLE, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const letters = [...clean];
  if (letters.length <= LONGEST_NAME) return clean || 'file';
  const ending = /\.[\p{L}\p{N}]{1,8}$/u.exec(clean)?.[0] ?? '';
  return letters.slice(0, LONGEST_NAME - [...ending].length).join('') + ending;
}
