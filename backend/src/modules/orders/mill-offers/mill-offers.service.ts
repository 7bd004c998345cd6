import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { changesBetween, isUnchanged, type EventSubject } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import { today } from '../../../platform/values/day';
import { priceText } from '../../../platform/values/money';
import type { Unit } from '../../../platform/values/quantity';
import type { Actor } from '../../auth/access/actor';
import { User } from '../../auth/users/user.entity';
import type { OrderLine } from '../line/line.entity';
import { decimal, price as priceOf } from '../line/lines.dto';
import { LinesRepository } from '../line/lines.repository';
import { LinesService } from '../line/lines.service';
import { refuseFraction } from '../order/order-factory';
import { NoSuchReference } from '../orders.errors';
import { NotConvertible } from '../quantity/quantity.errors';
import type { GivenRevisionDto } from '../revision/given-revision.dto';
import { MillOffer } from './mill-offer.entity';
import { AlreadyChosen, NotChosen, OfferInOtherCurrency, OfferIsChosen } from './mill-offer.errors';
import {
  MillOfferChosen,
  MillOfferDeleted,
  MillOfferRecorded,
  MillOfferReleased,
  MillOfferRestored,
  MillOfferUpdated,
} from './mill-offer.events';
import type { CreateMillOfferDto, UpdateMillOfferDto } from './mill-offers.dto';
import { MillOffersRepository } from './mill-offers.repository';
import { compareOffers, COST_PARTS, pricePerUnitOf, type OfferGroup } from './offer-comparison';

const PRICED = ['price', 'currency', 'unit'] as const;
const TOLD = [
  'millName',
  ...PRICED,
  ...COST_PARTS,
  'paymentDays',
  'leadTimeDays',
  'validUntil',
  'minimumQuantity',
  'notes',
] as const;

@Injectable()
export class MillOffersService {
  constructor(
    private readonly offers: MillOffersRepository,
    private readonly lines: LinesRepository,
    private readonly linesService: LinesService,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(asked: ListQuery, actor: Actor): Promise<Page<MillOffer>> {
    return this.offers.list(asked, actor);
  }

  /** @throws ResourceNotFound 404 */
  get(id: string, actor: Actor): Promise<MillOffer> {
    return this.offers.get(id, actor);
  }

  /** @throws ResourceNotFound 404 for the line */
  async compare(lineId: string, actor: Actor): Promise<{ line: OrderLine; groups: OfferGroup<MillOffer>[] }> {
    const line = await this.lines.get(lineId, actor);
    const offers = await this.offers.ofLine(lineId, actor);
    const made = await this.offers.madeBy([...new Set(offers.map(({ millName }) => millName))], actor);
    return { line, groups: compareOffers(line, offers, made, today(this.config.TZ_HOUSE)) };
  }

  /** @throws NoSuchReference 400 on `orderLineId`, FractionOfUnit 422 */
  record(body: CreateMillOfferDto, actor: Actor): Promise<MillOffer> {
    return this.transaction.run(async () => {
      const line = await this.lines.find(body.orderLineId, actor, 'mill_offer.write');
      if (!line) throw new NoSuchReference('orderLineId', 'line');
      const offer = Object.assign(new MillOffer(), {
        currency: line.currency,
        unit: line.unit as Unit,
        freight: null,
        dutyPercent: null,
        charges: null,
        paymentDays: null,
        leadTimeDays: null,
        validUntil: null,
        minimumQuantity: null,
        notes: null,
        chosen: false,
        ...body,
        orderLine: line,
        orderId: line.orderId,
        createdBy: Object.assign(new User(), { id: actor.id, fullName: actor.fullName }),
        createdById: actor.id,
      } satisfies Partial<MillOffer>);
      refuseFractionOfMinimum(offer);
      await this.offers.insert(offer);
      await this.outbox.record(new MillOfferRecorded(subject(offer), actor, { before: {}, after: told(offer) }));
      return offer;
    });
  }

  /** @throws ResourceNotFound 404, StaleVersion 412, OfferIsChosen 409 for what stands on the line, FractionOfUnit 422 */
  update(id: string, body: UpdateMillOfferDto, actor: Actor, expected?: number): Promise<MillOffer> {
    return this.transaction.run(async () => {
      const offer = await this.offers.getForUpdate(id, actor, 'mill_offer.write', expected);
      const before = told(offer);
      Object.assign(offer, body);
      refuseFractionOfMinimum(offer);
      const changes = changesBetween(before, told(offer), TOLD);
      if (isUnchanged(changes)) return offer;
      if (offer.chosen && ['millName', ...PRICED].some((field) => field in changes.after)) throw new OfferIsChosen();
      await this.offers.save(offer);
      await this.outbox.record(new MillOfferUpdated(subject(offer), actor, { ...changes, mill: offer.millName }));
      return offer;
    });
  }

  /** @throws ResourceNotFound 404, StaleVersion 412, OfferIsChosen 409 */
  delete(id: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const offer = await this.offers.getForUpdate(id, actor, 'mill_offer.write', expected);
      if (offer.chosen) throw new OfferIsChosen();
      await this.offers.trash(offer);
      await this.outbox.record(new MillOfferDeleted(subject(offer), actor, { before: told(offer), after: {} }));
    });
  }

  /** From the trash. @throws ResourceNotFound 404 */
  restore(id: string, actor: Actor): Promise<MillOffer> {
    return this.transaction.run(async () => {
      const offer = await this.offers.getTrashed(id, actor);
      await this.offers.restore(offer);
      await this.outbox.record(new MillOfferRestored(subject(offer), actor, { before: {}, after: told(offer) }));
      return offer;
    });
  }

  /**
   * Its mill, price and currency come to stand on the line, the price for one of the line's unit; the choice before it ends.
   * @throws ResourceNotFound 404, StaleVersion 412, AlreadyChosen 409, OfferInOtherCurrency 422, NotConvertible 422, RevisionNeeded 422
   */
  choose(id: string, revision: GivenRevisionDto | undefined, actor: Actor, expected?: number): Promise<MillOffer> {
    return this.transaction.run(async () => {
      const offer = await this.offers.getForUpdate(id, actor, 'mill_offer.choose', expected);
      if (offer.chosen) throw new AlreadyChosen(offer.millName);
      const { orderLine: line } = offer;
      if (offer.currency !== line.currency && line.provaPrice !== null)
        throw new OfferInOtherCurrency(offer.currency, line.currency);
      const { price, refusal } = pricePerUnitOf(line, offer);
      if (price === null) throw new NotConvertible(refusal, line.styleId);
      const former = await this.offers.findChosen(line.id);
      if (former) await this.offers.save(Object.assign(former, { chosen: false }));
      offer.chosen = true;
      await this.offers.save(offer);
      await this.linesService.update(
        line.id,
        {
          millName: offer.millName,
          millPrice: price.toFixed(),
          currency: offer.currency,
          ...(revision ? { revision } : {}),
        },
        actor,
      );
      await this.outbox.record(
        new MillOfferChosen(subject(offer), actor, {
          before: { chosen: false },
          after: { chosen: true },
          ...named(offer),
          formerOfferId: former?.id ?? null,
          formerMill: former?.millName ?? null,
        }),
      );
      return offer;
    });
  }

  /** Takes the choice back; the line keeps its mill and price. @throws NotChosen 409, ResourceNotFound 404, StaleVersion 412 */
  release(id: string, actor: Actor, expected?: number): Promise<MillOffer> {
    return this.transaction.run(async () => {
      const offer = await this.offers.getForUpdate(id, actor, 'mill_offer.choose', expected);
      if (!offer.chosen) throw new NotChosen();
      offer.chosen = false;
      await this.offers.save(offer);
      await this.outbox.record(
        new MillOfferReleased(subject(offer), actor, {
          before: { chosen: true },
          after: { chosen: false },
          ...named(offer),
        }),
      );
      return offer;
    });
  }
}

const refuseFractionOfMinimum = ({ minimumQuantity, unit }: MillOffer): void =>
  refuseFraction({ quantity: minimumQuantity, unit }, '', 'minimumQuantity');

/** As an event tells it, whether it was just typed or read back. */
const told = (offer: MillOffer) => ({
  millName: offer.millName,
  price: priceText(offer.price),
  currency: offer.currency,
  unit: offer.unit,
  freight: priceOf(offer.freight),
  dutyPercent: decimal(offer.dutyPercent),
  charges: priceOf(offer.charges),
  paymentDays: offer.paymentDays,
  leadTimeDays: offer.leadTimeDays,
  validUntil: offer.validUntil,
  minimumQuantity: decimal(offer.minimumQuantity),
  notes: offer.notes,
});

const named = ({ millName, price, currency, unit }: MillOffer) => ({
  mill: millName,
  price: priceText(price),
  currency,
  unit,
});

const subject = (offer: MillOffer): EventSubject => ({
  id: offer.id,
  rowVersion: offer.rowVersion,
  orderId: offer.orderId,
  orderLineId: offer.orderLineId,
});
