import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import { today } from '../../../platform/values/day';
import { CalendarsRepository } from '../calendar/calendars.repository';
import type { StepKey } from '../milestone.vocabulary';
import { countedFrom } from './counted';
import { pastOf, type Past } from './durations';
import { StepDuration } from './step-duration.entity';
import { StepDurationsRepository } from './step-durations.repository';

/** How long steps take in this house, from the lines that are finished. Counted each night, and read from then on. */
@Injectable()
export class StepDurationsService {
  constructor(
    private readonly durations: StepDurationsRepository,
    private readonly calendars: CalendarsRepository,
    private readonly transaction: Transaction,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(asked: ListQuery): Promise<Page<StepDuration>> {
    return this.durations.list(asked);
  }

  async past(): Promise<Past> {
    return pastOf((await this.durations.all()).map(({ millName, ...took }) => ({ ...took, of: millName })));
  }

  /** Counts anew. Safe to run twice. @returns how many */
  count(): Promise<number> {
    return this.transaction.run(async () => {
      const found = countedFrom(await this.durations.finishedSteps(), await this.calendars.all());
      const countedOn = today(this.config.TZ_HOUSE);
      await this.durations.replace(
        found.map(({ step, of, samples, p50, p80 }) =>
          Object.assign(new StepDuration(), { step: step as StepKey, millName: of, samples, p50, p80, countedOn }),
        ),
      );
      return found.length;
    });
  }
}
