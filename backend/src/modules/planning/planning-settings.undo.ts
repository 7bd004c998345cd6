import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../platform/events/domain-event.entity';
import { Restores, Undoes } from '../../platform/events/undoing';
import type { Actor } from '../auth/access/actor';
import { PartyCalendar } from './calendar/calendar.entity';
import { CalendarsService } from './calendar/calendars.service';
import { PlanTemplate } from './template/template.entity';
import { TemplatesService } from './template/templates.service';

/** Templates and working calendars that were deleted come back, and go again. */
@Injectable()
export class PlanningSettingsUndo {
  constructor(
    private readonly templates: TemplatesService,
    private readonly calendars: CalendarsService,
  ) {}

  @Restores('tna_template', PlanTemplate)
  restoreTemplate(id: string, actor: Actor): Promise<unknown> {
    return this.templates.restore(id, actor);
  }

  @Undoes('tna_template.restored')
  undoRestoringTemplate({ subjectId }: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.templates.delete(subjectId, actor);
  }

  @Restores('calendar', PartyCalendar)
  restoreCalendar(id: string, actor: Actor): Promise<unknown> {
    return this.calendars.restore(id, actor);
  }

  @Undoes('calendar.restored')
  undoRestoringCalendar({ subjectId }: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.calendars.delete(subjectId, actor);
  }
}
