import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/access/actor';
import { CreditTermsService } from '../../financials/letter-of-credit/credit-terms.service';
import type { CreditTerms } from '../../financials/letter-of-credit/terms';
import { clocksOf, type CreditClocks, type CreditHappenings } from '../../financials/letter-of-credit/ucp/clocks';
import { banksOf } from '../../planning/calendar/banks';
import { CalendarsRepository } from '../../planning/calendar/calendars.repository';
import { CreditClocksRepository, type Happened } from './credit-clocks.repository';

export interface ClocksOfCredit extends CreditClocks {
  happened: CreditHappenings;
}

/** The clocks of an LC: its terms, the shipments of its orders, its drawings, and the days on which the bank works. */
@Injectable()
export class CreditClocksService {
  constructor(
    private readonly terms: CreditTermsService,
    private readonly clocks: CreditClocksRepository,
    private readonly calendars: CalendarsRepository,
  ) {}

  /** Five statements: the three of the terms, what happened, the calendars. @throws ResourceNotFound 404 */
  async of(id: string, actor: Actor): Promise<ClocksOfCredit> {
    return this.reckon(id, (await this.terms.get(id, actor)).terms);
  }

  /** Keeps by when documents are due under an LC, and when its goods left, whoever's it is. Nothing of one that is gone. */
  async keep(id: string): Promise<void> {
    const terms = await this.terms.lock(id);
    if (!terms) return;
    const { clocks, presentBy, happened } = await this.reckon(id, terms);
    // What was presented is no longer due; of what may follow only the expiry is known.
    await this.clocks.keep(
      id,
      happened.presentedOn ? (clocks.find(({ clock }) => clock === 'expiry') ?? null) : presentBy,
      happened.shippedOn,
    );
  }

  private async reckon(id: string, terms: CreditTerms): Promise<ClocksOfCredit> {
    const happened = underWay(await this.clocks.happened(id));
    return { ...clocksOf(terms, happened, banksOf(terms, await this.calendars.all())), happened };
  }
}

/** Goods that left and were not presented come first; else the last presentation; else what is planned. */
function underWay({
  unpresentedShipment,
  plannedShipment,
  presentedOn,
  presentedShipment,
  ...bank
}: Happened): CreditHappenings {
  if (unpresentedShipment) return { shippedOn: unpresentedShipment, plannedShipment: null, presentedOn: null };
  if (presentedOn) return { shippedOn: presentedShipment, plannedShipment: null, presentedOn, ...bank };
  return { shippedOn: null, plannedShipment, presentedOn: null };
}
