import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { InvalidInput } from '../../../platform/errors/domain-error';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import { addDays, today, type Day } from '../../../platform/values/day';
import type { Actor } from '../../auth/access/actor';
import type { AlertRuleKey } from './alert.vocabulary';
import { AlertsRepository, type AlertOf, type RuleMute } from './alerts.repository';

/** Alerts as a person has them: what is theirs to see, without what they do not want to hear of now. */
@Injectable()
export class AlertsService {
  constructor(
    private readonly alerts: AlertsRepository,
    private readonly transaction: Transaction,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  get day(): Day {
    return today(this.config.TZ_HOUSE);
  }

  list(asked: ListQuery, actor: Actor): Promise<Page<AlertOf>> {
    return this.alerts.list(asked, actor, this.day);
  }

  /** @throws ResourceNotFound 404 */
  get(id: string, actor: Actor): Promise<AlertOf> {
    return this.alerts.get(id, actor, this.day);
  }

  /** Out of their sight until that day, or until it gets worse. @throws ResourceNotFound 404, InvalidInput 400 */
  snooze(id: string, until: Day | undefined, actor: Actor): Promise<AlertOf> {
    const untilOn = this.later(until) ?? addDays(this.day, 1);
    return this.transaction.run(async () => {
      await this.get(id, actor);
      await this.alerts.snooze(id, actor, untilOn);
      return this.get(id, actor);
    });
  }

  /** Back into their sight. @throws ResourceNotFound 404 */
  async wake(id: string, actor: Actor): Promise<void> {
    await this.get(id, actor);
    await this.alerts.wake(id, actor);
  }

  mutesOf(actor: Actor): Promise<RuleMute[]> {
    return this.alerts.mutesOf(actor, this.day);
  }

  /** @throws InvalidInput 400 */
  mute(rule: AlertRuleKey, until: Day | null | undefined, actor: Actor): Promise<RuleMute> {
    return this.alerts.mute(rule, actor, this.later(until) ?? null);
  }

  /** @throws ResourceNotFound 404 */
  unmute(id: string, actor: Actor): Promise<void> {
    return this.alerts.unmute(id, actor);
  }

  private later(until: Day | null | undefined): Day | null | undefined {
    if (until && until <= this.day) throw new InvalidInput({ until: ['Choose a day that is still to come.'] });
    return until;
  }
}
