import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { expectVersion } from '../../../platform/database/versioned.repository';
import { Transaction } from '../../../platform/database/transaction';
import { changesBetween, isUnchanged, type EventSubject } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import { today } from '../../../platform/values/day';
import type { Actor } from '../../auth/access/actor';
import { CreditTermsService } from '../../financials/letter-of-credit/credit-terms.service';
import type { CreditTerms, DocumentWanted } from '../../financials/letter-of-credit/terms';
import { NoSuchReference } from '../../orders/orders.errors';
import { CalendarsRepository } from '../../planning/calendar/calendars.repository';
import type { AddPaperDto } from '../../shipments/papers/papers.dto';
import { PapersService } from '../../shipments/papers/papers.service';
import type { Shipment } from '../../shipments/shipment.entity';
import { ShipmentsRepository } from '../../shipments/shipments.repository';
import { banksOf } from '../../planning/calendar/banks';
import { judged, type Judged } from '../waivers/waivers';
import { WaiversService } from '../waivers/waivers.service';
import type { PresentedFacts, PresentedFinding, TransportKind } from './facts';
import { paperFor, paperKindOf } from './papers';
import { Presentation } from './presentation.entity';
import { AlreadyBegun, NotBegun, NotInsured } from './presentation.errors';
import { PresentationBegun, PresentationUpdated } from './presentation.events';
import { presentedFindings } from './presented';
import { PreflightRepository, type PayingCredit, type ToBePresented } from './preflight.repository';

const TOLD = [
  'letterOfCreditId',
  'presentOn',
  'onBoardOn',
  'isClean',
  'isTranshipped',
  'insuredAmount',
  'insuredCurrency',
  'insuredOn',
] as const satisfies readonly (keyof Presentation)[];

export type PresentationValues = Partial<Pick<Presentation, (typeof TOLD)[number]>>;

/** A shipment held against the LC under which its documents go to the bank. */
export interface Preflight {
  credits: PayingCredit[];
  /** The one that was chosen, else the one that expires first; null where no LC pays for all of its orders. */
  credit: PayingCredit | null;
  presentation: Presentation | null;
  findings: Judged<PresentedFinding>[];
  /** Documents of 46A that have no place on the shipment's list of papers. */
  unlisted: DocumentWanted[];
}

/** What a bank would refuse of a shipment's documents, while they can still be mended. */
@Injectable()
export class PreflightService {
  constructor(
    private readonly presentations: PreflightRepository,
    private readonly shipments: ShipmentsRepository,
    private readonly papers: PapersService,
    private readonly terms: CreditTermsService,
    private readonly calendars: CalendarsRepository,
    private readonly waivers: WaiversService,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Eight statements: the shipment, its presentation, the LCs of its orders, the three of the terms, what is presented, the banks'
   * days. @throws ResourceNotFound 404
   */
  async of(shipmentId: string, actor: Actor): Promise<Preflight> {
    return this.read(await this.shipments.getWhole(shipmentId, actor), actor);
  }

  /** Says under which LC, and puts on the list of papers what this asks for. @throws ResourceNotFound 404, NoSuchReference 400, AlreadyBegun 409 */
  begin(shipmentId: string, letterOfCreditId: string, actor: Actor): Promise<Preflight> {
    return this.transaction.run(async () => {
      const shipment = await this.shipments.getWholeForUpdate(shipmentId, actor);
      if (await this.presentations.find(shipmentId)) throw new AlreadyBegun();
      const credit = await this.payingCredit(shipment, letterOfCreditId);
      const presentation = Object.assign(new Presentation(), {
        ...{ shipmentId, letterOfCreditId, isClean: true, isTranshipped: false },
      });
      await this.presentations.insert(presentation);
      await this.outbox.record(
        new PresentationBegun(subject(presentation, shipment), actor, {
          ...named(shipment),
          lcNumber: credit.lcNumber,
        }),
      );
      return this.withItsPapers(shipment, actor);
    });
  }

  /**
   * Changes what is sent; another LC brings what it asks for.
   * @throws ResourceNotFound 404, NotBegun 409, StaleVersion 412, NoSuchReference 400, NotInsured 422
   */
  update(shipmentId: string, values: PresentationValues, actor: Actor, expected?: number): Promise<Preflight> {
    return this.transaction.run(async () => {
      const shipment = await this.shipments.getWholeForUpdate(shipmentId, actor);
      const presentation = await this.presentations.find(shipmentId);
      if (!presentation) throw new NotBegun();
      expectVersion(presentation, expected);
      const before = { ...presentation };
      Object.assign(presentation, values);
      refuseHalfInsured(presentation);
      const changes = changesBetween(before, presentation, TOLD);
      if (isUnchanged(changes)) return this.read(shipment, actor);
      const credit = await this.payingCredit(shipment, presentation.letterOfCreditId);
      await this.presentations.save(presentation);
      const data = { ...changes, ...named(shipment), lcNumber: credit.lcNumber };
      await this.outbox.record(new PresentationUpdated(subject(presentation, shipment), actor, data));
      return 'letterOfCreditId' in changes.after ? this.withItsPapers(shipment, actor) : this.read(shipment, actor);
    });
  }

  /** Lets a finding stand. @throws ResourceNotFound 404, NotBegun 409, NoSuchFinding 409, AlreadyWaived 409 */
  async waive(shipmentId: string, asked: { key: string; reason: string }, actor: Actor): Promise<Preflight> {
    const { credit } = await this.of(shipmentId, actor);
    if (!credit) throw new NotBegun();
    await this.waivers.waive(credit.id, asked, async () => (await this.of(shipmentId, actor)).findings, actor);
    return this.of(shipmentId, actor);
  }

  /** Papers are never taken off: what another LC asked for may have been made already. */
  private async withItsPapers(shipment: Shipment, actor: Actor): Promise<Preflight> {
    const { unlisted } = await this.read(shipment, actor);
    if (!unlisted.length) return this.read(shipment, actor);
    await this.papers.add(shipment.id, { papers: unlisted.slice(0, 30).map(asPaper) }, actor);
    return this.read(shipment, actor);
  }

  private async read(shipment: Shipment, actor: Actor): Promise<Preflight> {
    const presentation = await this.presentations.find(shipment.id);
    const credits = await this.presentations.credits(shipment.id);
    const credit = credits.find(({ id }) => id === presentation?.letterOfCreditId) ?? credits[0] ?? null;
    if (!credit) return { credits, credit, presentation, findings: [], unlisted: [] };
    const { terms } = await this.terms.get(credit.id, actor);
    const held = await this.presentations.toBePresented(credit.id, shipment.id);
    const facts = factsOf(shipment, presentation, held, today(this.config.TZ_HOUSE));
    const bank = banksOf(terms, await this.calendars.all()).presentation;
    return {
      ...{ credits, credit, presentation },
      findings: judged(presentedFindings(terms, facts, bank), held.waivers),
      unlisted: unlistedOf(terms, held),
    };
  }

  /** @throws NoSuchReference 400: none that all orders of the shipment are on */
  private async payingCredit({ id }: Shipment, letterOfCreditId: string): Promise<PayingCredit> {
    const credit = (await this.presentations.credits(id)).find((one) => one.id === letterOfCreditId);
    if (!credit) throw new NoSuchReference('letterOfCreditId', 'open LC of these orders');
    return credit;
  }
}

const subject = ({ id, rowVersion }: Presentation, { orderId }: Shipment): EventSubject => ({
  id,
  rowVersion,
  orderId,
});

const named = ({ id, awbNumber, carrierName }: Shipment) => ({ shipmentId: id, awbNumber, carrierName });

/** @throws NotInsured 422 */
function refuseHalfInsured({ insuredAmount, insuredCurrency, insuredOn }: Presentation): void {
  const known = { insuredAmount, insuredCurrency, insuredOn };
  const missing = Object.entries(known).find(([, value]) => value === null || value === undefined);
  if (missing && Object.values(known).some((value) => value !== null && value !== undefined))
    throw new NotInsured(missing[0]);
}

const unlistedOf = ({ documents }: CreditTerms, { papers }: ToBePresented): DocumentWanted[] =>
  documents.filter((wanted) => !paperFor(wanted, papers));

/** A place on the list of papers for a document of 46A, in its words. */
function asPaper(wanted: DocumentWanted): AddPaperDto {
  const kind = paperKindOf(wanted);
  const title = wanted.text.replace(/\s+/g, ' ').slice(0, 150);
  return {
    ...{ kind, required: true, wording: wanted.text.slice(0, 5000) },
    ...{ title: kind === 'other' ? title : null },
    ...{ originals: wanted.originals ?? 1, copies: wanted.copies ?? 0 },
  };
}

const TRANSPORT: readonly TransportKind[] = ['bill_of_lading', 'air_waybill'];
const OF_MODE: Readonly<Record<string, TransportKind>> = {
  sea: 'bill_of_lading',
  air: 'air_waybill',
  road: 'transport_document',
};

function factsOf(
  shipment: Shipment,
  presentation: Presentation | null,
  { invoice, packed, papers, drawn, presentedOn }: ToBePresented,
  day: string,
): PresentedFacts {
  const { insuredAmount, insuredCurrency, insuredOn } = presentation ?? {};
  const there = TRANSPORT.find((kind) => papers.some((paper) => paper.kind === kind && paper.isThere));
  return {
    shippedOn: presentation?.onBoardOn ?? shipment.departedOn,
    presentOn: presentation?.presentOn ?? presentedOn ?? day,
    ...{ invoice, packed, papers, drawn },
    transport: {
      kind: OF_MODE[shipment.mode ?? ''] ?? there ?? null,
      loading: shipment.portOfLoadingName,
      discharge: shipment.portOfDischargeName,
      isClean: presentation?.isClean ?? true,
      isTranshipped: presentation?.isTranshipped ?? false,
      isContainerised: shipment.load !== null,
    },
    insurance:
      insuredAmount && insuredCurrency && insuredOn
        ? { amount: insuredAmount, currency: insuredCurrency, issuedOn: insuredOn }
        : null,
  };
}
