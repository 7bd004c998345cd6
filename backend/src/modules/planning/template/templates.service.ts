import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import { changesBetween, isUnchanged } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import { scopeOf } from '../../auth/access/capabilities';
import { PlanTemplate } from './template.entity';
import { stepsOfTemplate, type CreateTemplateDto, type UpdateTemplateDto } from './templates.dto';
import { TemplateCreated, TemplateDeleted, TemplateRestored, TemplateUpdated } from './templates.events';
import { TemplatesRepository } from './templates.repository';

const TOLD = [
  'name',
  'orderType',
  'buyers',
  'words',
  'steps',
  'position',
] as const satisfies readonly (keyof PlanTemplate)[];

/**
 * The house's T&A templates. A change counts for plans that are laid from then on; lines keep the plan they have, but for
 * another holder of a step.
 */
@Injectable()
export class TemplatesService {
  constructor(
    private readonly templates: TemplatesRepository,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  list(asked: ListQuery): Promise<Page<PlanTemplate>> {
    return this.templates.list(asked);
  }

  /** @throws ResourceNotFound 404 */
  get(id: string): Promise<PlanTemplate> {
    return this.templates.get(id);
  }

  /** @throws InvalidInput 400 for steps that cannot be, Conflict 409 for a name that is taken */
  create({ steps, ...body }: CreateTemplateDto, actor: Actor): Promise<PlanTemplate> {
    return this.transaction.run(async () => {
      const template = Object.assign(new PlanTemplate(), {
        orderType: null,
        buyers: [],
        words: [],
        position: 0,
        ...body,
        steps: stepsOfTemplate(steps),
      });
      await this.templates.insert(template);
      const { after } = changesBetween(new PlanTemplate(), template, TOLD);
      await this.outbox.record(new TemplateCreated({ id: template.id, rowVersion: 1 }, actor, { before: {}, after }));
      return template;
    });
  }

  /** @throws ResourceNotFound 404, StaleVersion 412, InvalidInput 400, Conflict 409 */
  update(id: string, { steps, ...body }: UpdateTemplateDto, actor: Actor, expected?: number): Promise<PlanTemplate> {
    return this.transaction.run(async () => {
      const template = await this.templates.getForUpdate(id, expected);
      const before = { ...template };
      Object.assign(template, body, steps ? { steps: stepsOfTemplate(steps) } : {});
      const changes = changesBetween(before, template, TOLD);
      if (isUnchanged(changes)) return template;
      await this.templates.save(template);
      await this.outbox.record(new TemplateUpdated({ id, rowVersion: template.rowVersion }, actor, changes));
      return template;
    });
  }

  /** To the trash. @throws ResourceNotFound 404, StaleVersion 412 */
  delete(id: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const template = await this.templates.getForUpdate(id, expected);
      await this.templates.trash(template);
      const { before } = changesBetween(template, new PlanTemplate(), TOLD);
      await this.outbox.record(
        new TemplateDeleted({ id, rowVersion: template.rowVersion }, actor, { before, after: {} }),
      );
    });
  }

  /** From the trash, by who may write it. @throws ResourceNotFound 404, Conflict 409 where its name was taken meanwhile */
  restore(id: string, actor: Actor): Promise<PlanTemplate> {
    return this.transaction.run(async () => {
      if (!scopeOf(actor.role, 'tna_template.write')) throw new ResourceNotFound('template');
      const template = await this.templates.restore(await this.templates.getTrashed(id));
      const { after } = changesBetween(new PlanTemplate(), template, TOLD);
      await this.outbox.record(
        new TemplateRestored({ id, rowVersion: template.rowVersion }, actor, { before: {}, after }),
      );
      return template;
    });
  }
}
