import { OmitType, PartialType } from '@nestjs/swagger';
import {
  DayField,
  DecimalField,
  Flag,
  Id,
  Instant,
  ListOf,
  Nested,
  OneOf,
  Text,
  Whole,
} from '../../../platform/http/fields';
import type { FileLinkDto } from '../../../platform/storage/attachment.dto';
import { SCAN_STATES, UNSCANNED, type ScanState } from '../../../platform/storage/scan/scan-state';
import type { SignedWrite } from '../../../platform/storage/storage';
import { lineLabel } from '../line/lines.dto';
import { PersonDto } from '../order/orders.dto';
import type { OrderDocument } from './document.entity';
import {
  DOCUMENT_CATEGORIES,
  DOCUMENT_SUBCATEGORIES,
  LARGEST_DOCUMENT,
  MOST_FILES_AT_ONCE,
  THUMBNAIL_STATES,
  type DocumentCategory,
  type DocumentSubcategory,
  type ThumbnailState,
} from './document.vocabulary';
import { COUNTED_HOW, MOST_COLOURS, SCREEN_VERDICTS, type PrintColour, type ScreenVerdict } from './print-colours';

const may = { optional: true, nullable: true } as const;
const CATEGORY = { name: 'DocumentCategory', example: 'pi' } as const;
const SUBCATEGORY = { name: 'DocumentSubcategory', example: 'lab_dip' } as const;

/** What a person says of a document, beside its bytes. */
export class DocumentFieldsDto {
  @OneOf(DOCUMENT_CATEGORIES, { ...CATEGORY, optional: true, description: 'Guessed from name and type unless told.' })
  category?: DocumentCategory;
  @OneOf(DOCUMENT_SUBCATEGORIES, { ...SUBCATEGORY, ...may }) subcategory?: DocumentSubcategory | null;
  @Id({ ...may, description: 'The line it belongs to; none: the order as a whole.' }) orderLineId?: string | null;
  @Id({ ...may, description: 'The sample it belongs to, and with it the sample’s line.' }) sampleId?: string | null;
  @Text({ ...may, max: 2000, example: 'Second amendment, tolerance 5 %' }) description?: string | null;
  @DayField({ ...may, description: 'The day on the paper itself.', example: '2026-11-02' }) documentDate?:
    | string
    | null;
}

/** The same as fields of a form. */
export class DocumentFormDto extends DocumentFieldsDto {
  @OneOf(['true', 'false'], { optional: true, description: 'Add it although the order has this very file already.' })
  again?: 'true' | 'false';
}

export class VersionFormDto {
  @Text({ ...may, max: 2000, example: 'Second amendment, tolerance 5 %' }) description?: string | null;
  @DayField({ ...may, description: 'The day on the paper itself.', example: '2026-11-02' }) documentDate?:
    | string
    | null;
  @OneOf(['true', 'false'], { optional: true, description: 'Add it although the order has this very file already.' })
  again?: 'true' | 'false';
}

/** A document of a file that has arrived by a signed link, or in parts. */
export class CreateDocumentDto extends DocumentFieldsDto {
  @Id({ description: 'As the announcement of the file was answered.' }) uploadId: string;
  @Id({ ...may, description: 'The document whose next version this is; its kind and place stay unless told.' })
  replacesId?: string | null;
  @Flag({ optional: true, description: 'Add it although the order has this very file already.', example: false })
  again?: boolean;
}

export class UpdateDocumentDto extends PartialType(OmitType(DocumentFieldsDto, ['category']), {
  skipNullProperties: false,
}) {
  @OneOf(DOCUMENT_CATEGORIES, { ...CATEGORY, optional: true }) category?: DocumentCategory;
}

export class AnnounceUploadDto {
  @Id() orderId: string;
  @Text({ max: 1000, example: 'artwork-roses.pdf' }) fileName: string;
  @Whole({ min: 1, max: LARGEST_DOCUMENT, description: 'Bytes, exactly.', example: 23482113 }) fileSize: number;
}

export class UploadHeaderDto {
  @Text({ max: 100, example: 'Content-Type' }) name: string;
  @Text({ max: 500, example: 'application/octet-stream' }) value: string;
}

/** Where the bytes go: this method, these headers, nothing else; then a document is made of `uploadId`. */
export class DocumentUploadDto {
  @Id() uploadId: string;
  @OneOf(['PUT']) method: 'PUT';
  @Text({ max: 4000, description: 'Where to; from the disk it is below this server’s own address.' }) url: string;
  @ListOf(() => UploadHeaderDto, { max: 10 }) headers: UploadHeaderDto[];
  @Instant({ description: 'The link serves until then.' }) expiresAt: string;

  static from(uploadId: string, { method, url, headers }: SignedWrite, expiresAt: Date): DocumentUploadDto {
    const named = Object.entries(headers).map(([name, value]) => ({ name, value }));
    return { uploadId, method, url, headers: named, expiresAt: expiresAt.toISOString() };
  }
}

/** A file that comes in parts, as tus has them: its bytes go to the address in `Location`. */
export class ResumableUploadDto {
  @Id() uploadId: string;
  @Instant({ description: 'What has not arrived by then is forgotten.' }) expiresAt: string;
}

/** The version that took the place of this one. */
export class NewestVersionDto {
  @Id() id: string;
  @Whole({ min: 1, max: 2147483647, example: 2 }) version: number;
  @Text({ max: 255, example: 'PI-00042-v2.pdf' }) fileName: string;
  @Instant() createdAt: string;
}

export class DocumentDto {
  @Id() id: string;
  @Id() orderId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Id({ nullable: true }) orderLineId: string | null;
  @Text({ max: 600, nullable: true, description: 'How people name the line.', example: 'MT-2291 · White' })
  lineLabel: string | null;
  @Id({ nullable: true }) sampleId: string | null;
  @Text({ max: 20, nullable: true, example: 'lab_dip' }) sampleType: string | null;
  @Whole({ min: 1, max: 2147483647, nullable: true, description: 'The round of the sample.', example: 1 })
  sampleVersion: number | null;
  @Text({ max: 255, example: 'PI-00042.pdf' }) fileName: string;
  @Text({ max: 100, description: 'By its bytes, whatever it is called.', example: 'application/pdf' }) fileType: string;
  @Whole({ min: 0, max: 2147483647, description: 'Bytes.', example: 48213 }) fileSize: number;
  @Text({
    max: 64,
    description: 'Hash of its bytes.',
    example: 'f2ca1bb6c7e907d06dafe4687e579fce76b37e4e93b7605022da52e6ccc26fd2',
  })
  sha256: string;
  @OneOf(DOCUMENT_CATEGORIES, CATEGORY) category: DocumentCategory;
  @OneOf(DOCUMENT_SUBCATEGORIES, { ...SUBCATEGORY, nullable: true, example: null })
  subcategory: DocumentSubcategory | null;
  @Text({ max: 2000, nullable: true, example: 'Second amendment, tolerance 5 %' }) description: string | null;
  @DayField({ nullable: true, description: 'The day on the paper itself.', example: '2026-11-02' })
  documentDate: string | null;
  @Nested(() => PersonDto, { nullable: true }) uploadedBy: PersonDto | null;
  @Id({ description: 'What all versions of a document share.' }) seriesId: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) version: number;
  @Id({ nullable: true, description: 'The version that this one took the place of.' }) replacesId: string | null;
  @Flag({ description: 'False once a newer version took its place.', example: true }) isCurrent: boolean;
  @Nested(() => NewestVersionDto, { nullable: true }) supersededBy: NewestVersionDto | null;
  @OneOf(THUMBNAIL_STATES, { name: 'ThumbnailState', example: 'none' }) thumbnailState: ThumbnailState;
  @Text({
    max: 4000,
    nullable: true,
    description: 'A small picture of it; the link lives five minutes.',
    example: null,
  })
  thumbnailUrl: string | null;
  @OneOf(SCAN_STATES, {
    name: 'ScanState',
    description: 'Read is what is `clean`, and what is `unscanned` for want of a scanner.',
    example: 'clean',
  })
  scanState: ScanState;
  @Text({ max: 200, nullable: true, description: 'What was found in it: it is held.', example: null })
  threat: string | null;
  @Instant() createdAt: string;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from(document: OrderDocument, thumbnail: FileLinkDto | null): DocumentDto {
    const { orderLine, sample, newest } = document;
    const { state, threat } = document.scan ?? UNSCANNED;
    return {
      id: document.id,
      orderId: document.orderId,
      orderNumber: document.order.orderNumber,
      orderLineId: document.orderLineId,
      lineLabel: orderLine ? lineLabel(orderLine, orderLine.style.styleNumber) : null,
      sampleId: document.sampleId,
      sampleType: sample?.type ?? null,
      sampleVersion: sample?.version ?? null,
      fileName: document.fileName,
      fileType: document.fileType,
      fileSize: document.fileSize,
      sha256: document.sha256,
      category: document.category,
      subcategory: document.subcategory,
      description: document.description,
      documentDate: document.documentDate,
      uploadedBy: PersonDto.from(document.uploadedBy),
      seriesId: document.seriesId,
      version: document.version,
      replacesId: document.replacesId,
      isCurrent: document.isCurrent,
      supersededBy: newest
        ? {
            id: newest.id,
            version: newest.version,
            fileName: newest.fileName,
            createdAt: newest.createdAt.toISOString(),
          }
        : null,
      thumbnailState: document.thumbnailState,
      thumbnailUrl: thumbnail?.url ?? null,
      scanState: state,
      threat,
      createdAt: document.createdAt.toISOString(),
      updatedAt: document.updatedAt.toISOString(),
      rowVersion: document.rowVersion,
    };
  }
}

/** Why a file was not kept. */
export class FileRefusalDto {
  @Text({ max: 100, example: 'file.type_refused' }) code: string;
  @Text({ max: 1000, example: 'This file is too large: at most 10 MB can be stored here.' }) detail: string;
  @Nested(() => DocumentDto, { nullable: true, description: 'The document that is this very file, where that is why.' })
  existing: DocumentDto | null;
}

/** What became of one file of a form: a document, or a reason. */
export class ReceivedDocumentDto {
  @Text({ max: 255, example: 'PI-00042.pdf' }) fileName: string;
  @Nested(() => DocumentDto, { nullable: true }) document: DocumentDto | null;
  @Nested(() => FileRefusalDto, { nullable: true }) refusal: FileRefusalDto | null;
}

export class ReceivedDocumentsDto {
  @ListOf(() => ReceivedDocumentDto, { max: MOST_FILES_AT_ONCE, description: 'In the order they were sent.' })
  results: ReceivedDocumentDto[];
}

export class NamedFileDto {
  @Text({
    max: 1000,
    description: 'After the names of the folders that it lay in, where it lay in some.',
    example: 'Lab dips/White R2.pdf',
  })
  fileName: string;
  @Text({ ...may, max: 200, example: 'application/pdf' }) contentType?: string | null;
  @Text({ ...may, max: 4000, description: 'The words of its first page.', example: 'PROFORMA INVOICE No. 42' })
  text?: string | null;
  @Whole({ ...may, min: 1, max: 1000000, description: 'Of a picture, in pixels.', example: 7559 })
  width?: number | null;
  @Whole({ ...may, min: 1, max: 1000000, example: 3780 }) height?: number | null;
}

export class GuessDocumentsDto {
  @ListOf(() => NamedFileDto, { min: 1, max: 100 }) files: NamedFileDto[];
}

export class DocumentGuessDto {
  @OneOf(DOCUMENT_CATEGORIES, CATEGORY) category: DocumentCategory;
  @OneOf(DOCUMENT_SUBCATEGORIES, { ...SUBCATEGORY, nullable: true, example: null })
  subcategory: DocumentSubcategory | null;
  @Id({ nullable: true, description: 'The line that the name speaks of.' }) orderLineId: string | null;
  @DayField({ nullable: true, description: 'The day that stands in the name.' }) documentDate: string | null;
}

export class DocumentGuessesDto {
  @ListOf(() => DocumentGuessDto, { max: 100, description: 'One for each file, in their order.' })
  guesses: DocumentGuessDto[];
}

export class PrintColourDto implements PrintColour {
  @Text({ max: 9, example: '#b4232a' }) hex: string;
  @DecimalField({ min: '0', max: '100', scale: 1, description: 'Of the picture.', example: '30.5' }) percent: string;
}

/** What an artwork takes to be printed, against what its line plans. */
export class PrintColoursDto {
  @ListOf(() => PrintColourDto, {
    max: MOST_COLOURS,
    description: 'What covers most first; none where tones run.',
  })
  colours: PrintColourDto[];
  @Whole({ nullable: true, min: 1, max: 40, description: 'Of its line.', example: 6 }) screens: number | null;
  @OneOf(SCREEN_VERDICTS, { name: 'ScreenVerdict' }) verdict: ScreenVerdict;
  @Text({ max: 400, example: 'The picture has 4 colours, and 4 screens are planned.' }) sentence: string;
  @Text({ max: 400, description: 'How they were counted.', example: COUNTED_HOW }) how: string;
}
