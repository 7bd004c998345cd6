import { Module } from '@nestjs/common';
import { ShipmentsModule } from '../shipments/shipments.module';
import { ActivityController } from './activity.controller';
import { ActivityRepository } from './activity.repository';
import { AuditController } from './audit/audit.controller';
import { AuditRepository } from './audit/audit.repository';
import { ShipmentHistoryController } from './shipment-history/shipment-history.controller';
import { TrashController } from './trash/trash.controller';
import { TrashPurge } from './trash/trash-purge';
import { TrashRepository } from './trash/trash.repository';
import { TrashService } from './trash/trash.service';
import { UndoRepository } from './undo/undo.repository';
import { UndoService } from './undo/undo.service';

/** What happened, the way back from it, and what was deleted. */
@Module({
  imports: [ShipmentsModule],
  controllers: [ActivityController, AuditController, ShipmentHistoryController, TrashController],
  providers: [
    ActivityRepository,
    AuditRepository,
    UndoService,
    UndoRepository,
    TrashService,
    TrashRepository,
    TrashPurge,
  ],
})
export class ActivityModule {}
