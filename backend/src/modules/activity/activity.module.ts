import { Module } from '@nestjs/common';
import { ActivityController } from './activity.controller';
import { ActivityRepository } from './activity.repository';
import { TrashController } from './trash/trash.controller';
import { TrashPurge } from './trash/trash-purge';
import { TrashRepository } from './trash/trash.repository';
import { TrashService } from './trash/trash.service';
import { UndoRepository } from './undo/undo.repository';
import { UndoService } from './undo/undo.service';

/** What happened, the way back from it, and what was deleted. */
@Module({
  controllers: [ActivityController, TrashController],
  providers: [ActivityRepository, UndoService, UndoRepository, TrashService, TrashRepository, TrashPurge],
})
export class ActivityModule {}
