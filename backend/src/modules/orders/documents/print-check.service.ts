import { Injectable, Logger } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import { DomainError } from '../../../platform/errors/domain-error';
import { FileScans } from '../../../platform/storage/scan/file-scans';
import { Storage } from '../../../platform/storage/storage';
import type { Actor } from '../../auth/access/actor';
import { PICTURES } from './document.entity';
import { ColoursNotCounted } from './document.errors';
import type { PrintColoursDto } from './documents.dto';
import { DocumentsRepository } from './documents.repository';
import { againstScreens, coloursOf, COUNTED_HOW, type PrintColour } from './print-colours';

/** Looks at an artwork as a printer would, before screens are made of it. */
@Injectable()
export class PrintCheckService {
  private readonly logger = new Logger('print-check');

  constructor(
    private readonly documents: DocumentsRepository,
    private readonly storage: Storage,
    private readonly scans: FileScans,
  ) {}

  /** @throws ResourceNotFound 404, ColoursNotCounted 422, StorageUnavailable 503, and as `FileScans.refuseUnread` */
  async coloursOf(id: string, actor: Actor): Promise<PrintColoursDto> {
    const document = await this.documents.get(id, actor);
    if (!PICTURES.includes(document.fileType)) throw new ColoursNotCounted('no_picture');
    await this.scans.refuseUnread(document.file);
    const colours = await this.count(id, document.file);
    const told = document.orderLine?.screens ?? null;
    const screens = told === null ? null : Number(told);
    return { colours: colours ?? [], screens, ...againstScreens(colours, screens), how: COUNTED_HOW };
  }

  private async count(id: string, file: string): Promise<PrintColour[] | null> {
    try {
      return await coloursOf(await buffer(await this.storage.open(file)));
    } catch (error) {
      if (error instanceof DomainError) throw error;
      this.logger.warn(`The colours of document ${id} were not counted: ${(error as Error).message}`);
      throw new ColoursNotCounted('damaged');
    }
  }
}
