import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { InvalidInput } from '../../../platform/errors/domain-error';
import type { EventSubject } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import type { Day } from '../../../platform/values/day';
import type { Actor } from '../../auth/access/actor';
import type { OrderLine } from '../../orders/line/line.entity';
import { LinesRepository } from '../../orders/line/lines.repository';
import { workingDaysBetween } from '../calendar/working-calendar';
import { CalendarsRepository } from '../calendar/calendars.repository';
import type { LineMilestone } from '../milestone.entity';
import { MilestonesRepository } from '../milestones.repository';
import { stepsOf } from '../plan/plan-forecast';
import { Delay } from './delay.entity';
import { DelayNotStanding, DelayOfIncident } from './delay.errors';
import { DelayBooked, DelayRebooked, DelayTakenBack } from './delay.events';
import { entriesTo, shareOf, sharesOf, slipOf, type Share, type Slip } from './delay.rules';
import type { Blamed, SlipParty } from './delay.vocabulary';
import type { BookDelayDto, RebookDelayDto } from './delays.dto';
import { DelaysRepository, type PartyTotal } from './delays.repository';

/** Who held a step up, and why, as the person says who moves it or records its day. */
export interface SlipTold {
  party: SlipParty;
  partyName?: string | null;
  reason: string;
}

/** An entry as the event of what booked it tells of it. */
export type Booked = Pick<Delay, 'id' | 'workingDays' | 'party' | 'partyName' | 'source'>;

/** What an incident loses, and through whom. */
export interface IncidentLoss extends Blamed {
  id: string;
  title: string;
  workingDays: number;
  happenedOn: Day;
}

type At = Pick<Delay, 'source' | 'reason'> &
  Partial<Pick<Delay, 'incidentId' | 'undoesId' | 'plannedOn' | 'happenedOn'>>;
/** Where days are lost: an order, or one of its lines, or a step of that. */
type Place = Pick<Delay, 'orderId' | 'orderLineId' | 'step' | 'stepLabel'>;

/** Books working days that were lost to who lost them. What is booked stays; it is taken back by its contrary. */
@Injectable()
export class DelaysService {
  constructor(
    private readonly delays: DelaysRepository,
    private readonly milestones: MilestonesRepository,
    private readonly calendars: CalendarsRepository,
    private readonly lines: LinesRepository,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  list(asked: ListQuery, actor: Actor): Promise<Page<Delay>> {
    return this.delays.list(asked, actor);
  }

  totals(asked: ListQuery, actor: Actor): Promise<PartyTotal[]> {
    return this.delays.totals(asked, actor);
  }

  /** By hand. @throws ResourceNotFound 404 for the line, InvalidInput 400 for the step or a party without a name */
  book(lineId: string, { step, workingDays, ...told }: BookDelayDto, actor: Actor): Promise<Delay> {
    return this.transaction.run(async () => {
      const line = await this.lines.getForUpdate(lineId, actor, 'delay.book');
      const row = step ? await this.stepOf(line, step) : null;
      const share = { ...named(line, told), workingDays };
      const place = row ? placeOf(row) : { orderId: line.orderId, orderLineId: line.id, step: null, stepLabel: null };
      const [entry] = await this.append(place, [share], { source: 'hand', reason: told.reason }, actor);
      if (row) await this.settle(line, row, actor);
      const { party, partyName, id } = entry as Delay;
      const after = { workingDays, party, partyName, step: place.stepLabel };
      await this.outbox.record(
        new DelayBooked(subject(entry as Delay), actor, { before: {}, after, reason: told.reason }),
      );
      return this.delays.get(id, actor);
    });
  }

  /** The days are another party's: an entry takes them back, another books them. @throws DelayNotStanding 409, InvalidInput 400 */
  rebook(id: string, told: RebookDelayDto, actor: Actor): Promise<Delay> {
    return this.transaction.run(async () => {
      const { entry, line } = await this.standing(id, actor);
      const to = named(line, told);
      const { workingDays, source, incidentId, plannedOn, happenedOn } = entry;
      const at = { source, incidentId, plannedOn, happenedOn, reason: told.reason };
      await this.append(entry, [{ ...entry, workingDays: -workingDays }], { ...at, undoesId: id }, actor);
      const [made] = await this.append(entry, [{ ...to, workingDays }], at, actor);
      const before = { party: entry.party, partyName: entry.partyName };
      const facts = { workingDays, step: entry.stepLabel, reason: told.reason, entryId: made?.id };
      await this.outbox.record(new DelayRebooked(subject(entry), actor, { before, after: { ...to }, ...facts }));
      return this.delays.get(made?.id ?? id, actor);
    });
  }

  /** What was booked by hand, or by a day that was moved, was a mistake. @throws DelayNotStanding 409, ResourceNotFound 404 */
  takeBack(id: string, actor: Actor): Promise<void> {
    return this.transaction.run(async () => {
      const { entry, line } = await this.standing(id, actor);
      const { source, workingDays, party, partyName, stepLabel, plannedOn, happenedOn } = entry;
      const at = { source, undoesId: id, reason: null, plannedOn, happenedOn };
      await this.append(entry, [{ ...entry, workingDays: -workingDays }], at, actor);
      const row = entry.step && (await this.milestones.findOf(line.id, entry.step));
      if (row) await this.settle(line, row, actor);
      const before = { workingDays, party, partyName, step: stepLabel };
      await this.outbox.record(new DelayTakenBack(subject(entry), actor, { before, after: {} }));
    });
  }

  /**
   * Has the ledger say of a step how late it happened by its own doing, less what people and incidents booked of it. Where
   * nobody tells who held it up, it stays with whom it is booked to, else it is its holder's.
   */
  async settle(line: OrderLine, row: LineMilestone, actor: Actor | null, told?: SlipTold): Promise<Booked[]> {
    const entries = await this.delays.ofStep(line.id, row.milestone);
    const own = entries.filter(({ source }) => source === 'step');
    if (!row.actualOn && !own.length) return [];
    const slip = await this.slipOf(line, row);
    const elsewhere = sum(entries.filter(({ source }) => source === 'hand' || source === 'incident'));
    const workingDays = Math.max(0, (slip?.workingDays ?? 0) - elsewhere);
    if (!told && workingDays === sum(own)) return [];
    const blamed = told ? named(line, told) : (sharesOf(own)[0] ?? named(line, { party: row.holder }));
    const wanted = workingDays ? [{ party: blamed.party, partyName: blamed.partyName, workingDays }] : [];
    const at = {
      source: 'step' as const,
      reason: told?.reason ?? null,
      plannedOn: slip?.dueOn,
      happenedOn: row.actualOn,
    };
    return (await this.append(placeOf(row), entriesTo(wanted, own), at, actor)).map(booked);
  }

  /** A planned day that was moved on, with who is to blame for it; told by the event of that change. */
  async bookMove(line: OrderLine, row: LineMilestone, from: Day, told: SlipTold, actor: Actor): Promise<Booked[]> {
    const { plannedOn } = row;
    const [step] = stepsOf(line, [row], await this.calendars.all());
    if (!step || !plannedOn || plannedOn <= from) return [];
    const workingDays = workingDaysBetween(step.calendar, from, plannedOn);
    if (!workingDays) return [];
    const at = { source: 'plan' as const, reason: told.reason, plannedOn: from, happenedOn: plannedOn };
    return (await this.append(placeOf(row), [{ ...named(line, told), workingDays }], at, actor)).map(booked);
  }

  /** Has the ledger say of an incident what it lost: nothing while it is not resolved. @param loss null: nothing */
  async settleIncident(
    id: string,
    place: Omit<Place, 'stepLabel'>,
    loss: IncidentLoss | null,
    actor: Actor,
  ): Promise<Booked[]> {
    const wanted = loss?.workingDays ? [loss] : [];
    const entries = entriesTo(wanted, await this.delays.ofIncident(id));
    const at = {
      source: 'incident' as const,
      incidentId: id,
      reason: loss?.title ?? null,
      happenedOn: loss?.happenedOn,
    };
    if (!entries.length) return [];
    const row = place.orderLineId && place.step ? await this.milestones.findOf(place.orderLineId, place.step) : null;
    const { orderId, orderLineId, step } = place;
    const appended = await this.append(
      { orderId, orderLineId, step, stepLabel: row?.label ?? null },
      entries,
      at,
      actor,
    );
    if (row) {
      const [line] = await this.lines.lockAll([row.orderLineId]);
      if (line) await this.settle(line, row, actor);
    }
    return appended.map(booked);
  }

  private async slipOf(line: OrderLine, row: LineMilestone): Promise<Slip | null> {
    const steps = stepsOf(line, await this.milestones.ofLinesWithTakenOut([line.id]), await this.calendars.all());
    return slipOf(row.milestone, row.plannedOn, steps);
  }

  /** @throws InvalidInput 400 on the step that the line does not have */
  private async stepOf(line: OrderLine, step: string): Promise<LineMilestone> {
    const row = (await this.milestones.ofLines([line.id])).find(({ milestone }) => milestone === step);
    if (!row) throw new InvalidInput({ step: ['There is no such step in the plan of this line.'] });
    return row;
  }

  /** Locked with its line. @throws DelayOfIncident 409, DelayNotStanding 409 for what was taken back, or is another's by now */
  private async standing(id: string, actor: Actor): Promise<{ entry: Delay; line: OrderLine }> {
    const entry = await this.delays.get(id, actor);
    if (entry.incidentId || !entry.orderLineId) throw new DelayOfIncident();
    const line = await this.lines.getForUpdate(entry.orderLineId, actor, 'delay.book');
    const beside = entry.step ? await this.delays.ofStep(line.id, entry.step) : [];
    const undone = entry.workingDays < 0 || (await this.delays.isTakenBack(id));
    // What a step books is also lowered as a whole, when its day is corrected.
    const left = shareOf(
      entry,
      beside.filter(({ source }) => source === 'step'),
    );
    if (undone || (entry.source === 'step' && left < entry.workingDays)) throw new DelayNotStanding();
    return { entry, line };
  }

  private async append(place: Place, shares: readonly Share[], at: At, actor: Actor | null): Promise<Delay[]> {
    const entries = shares.map(({ party, partyName, workingDays }) =>
      Object.assign(new Delay(), {
        ...at,
        orderId: place.orderId,
        orderLineId: place.orderLineId,
        step: place.step,
        stepLabel: place.stepLabel,
        party,
        partyName,
        workingDays,
        bookedById: actor?.id ?? null,
      }),
    );
    await this.delays.append(...entries);
    return entries;
  }
}

const placeOf = ({ orderId, orderLineId, milestone, label }: LineMilestone): Place => ({
  orderId,
  orderLineId,
  step: milestone,
  stepLabel: label,
});

/** A mill or a buyer by the name on the line or its order, unless told. @throws InvalidInput 400 for another without a name */
function named(
  { millName, order }: OrderLine,
  { party, partyName }: { party: SlipParty; partyName?: string | null },
): Blamed {
  const name = partyName?.trim() || null;
  if (party === 'other' && !name) throw new InvalidInput({ partyName: ['Say who it was.'] });
  const known = { mill: millName ?? order.millName, buyer: order.buyerName ?? order.customerName };
  return { party, partyName: name ?? (party === 'mill' || party === 'buyer' ? known[party] : null) };
}

const sum = (entries: readonly Delay[]): number => entries.reduce((days, { workingDays }) => days + workingDays, 0);

const booked = ({ id, workingDays, party, partyName, source }: Delay): Booked => ({
  id,
  workingDays,
  party,
  partyName,
  source,
});

const subject = ({ id, orderId, orderLineId }: Delay): EventSubject => ({ id, orderId, orderLineId });
