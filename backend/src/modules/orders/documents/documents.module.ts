import { Module } from '@nestjs/common';
import { explainConstraint } from '../../../platform/errors/database-errors';
import { DocumentThumbnails } from './document-thumbnails';
import { DocumentUploads } from './document-uploads';
import { DocumentsController } from './documents.controller';
import { DocumentsRepository } from './documents.repository';
import { HeldFiles } from './held-files';
import { PrintCheckService } from './print-check.service';
import { DocumentsService } from './documents.service';
import { DocumentsUndo } from './documents.undo';
import { OrderFilesController } from './order-files.controller';
import { ResumableFilesController } from './resumable-files.controller';

explainConstraint('uq_order_documents_current', 'file', 'Somebody added a newer version just now. Look at it first.');

/** Files of orders, their lines and samples. */
@Module({
  controllers: [OrderFilesController, ResumableFilesController, DocumentsController],
  providers: [
    DocumentsService,
    PrintCheckService,
    DocumentsUndo,
    DocumentsRepository,
    DocumentUploads,
    DocumentThumbnails,
    HeldFiles,
  ],
  exports: [DocumentsRepository, DocumentThumbnails],
})
export class DocumentsModule {}
