import { Injectable } from '@nestjs/common';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import type { OrderLine } from '../../orders/line/line.entity';
import { LinesRepository } from '../../orders/line/lines.repository';
import { fabricNeedOf, type FabricNeed } from '../../production/entries/fabric-need';
import { measuredLine } from '../../production/entries/stage-progress';
import { LineOutputKeeper, type ReckonedLine } from './line-output-keeper';
import type { LineOutput } from './line-output.entity';
import { LineOutputsRepository, type OutputCounts } from './line-outputs.repository';

/** What one line of the cockpit is opened to see. */
export interface LineInDetail extends ReckonedLine {
  line: OrderLine;
  need: FabricNeed;
}

/** The production of lines as managers and merchandisers watch it. */
@Injectable()
export class CockpitService {
  constructor(
    private readonly outputs: LineOutputsRepository,
    private readonly lines: LinesRepository,
    private readonly keeper: LineOutputKeeper,
  ) {}

  list(asked: ListQuery, actor: Actor): Promise<Page<LineOutput>> {
    return this.outputs.list(asked, actor);
  }

  counts(actor: Actor): Promise<OutputCounts> {
    return this.outputs.counts(actor);
  }

  /** As it stands this moment, day by day. @throws ResourceNotFound 404 */
  async read(orderLineId: string, actor: Actor): Promise<LineInDetail> {
    const line = await this.lines.find(orderLineId, actor, 'production.read');
    const reckoned = line && (await this.keeper.reckon([line])).get(line.id);
    if (!line || !reckoned) throw new ResourceNotFound('line');
    const { figures, fabric } = measuredLine(line);
    const need = fabricNeedOf(figures, fabric, line.mixedFabricPercent ?? line.order.mixedFabricPercent);
    return { line, need, ...reckoned };
  }
}
