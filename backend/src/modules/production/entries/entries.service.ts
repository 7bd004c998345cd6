import { Inject, Injectable } from '@nestjs/common';
import Decimal from 'decimal.js';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { changesBetween, isUnchanged, type EventSubject } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import { newId } from '../../../platform/database/base.entity';
import { today, type Day } from '../../../platform/values/day';
import { pastDay } from '../../../platform/values/past-day';
import { quantityText } from '../../../platform/values/quantity';
import type { Actor } from '../../auth/access/actor';
import { User } from '../../auth/users/user.entity';
import { OrderGate, type Override } from '../../orders/gates/order-gate';
import type { OrderLine } from '../../orders/line/line.entity';
import { LinesRepository } from '../../orders/line/lines.repository';
import { lineLabel } from '../../orders/line/lines.dto';
import { refuseFraction } from '../../orders/order/order-factory';
import { NoSuchReference } from '../../orders/orders.errors';
import { ComputedDays } from './computed-days.service';
import type { CorrectProductionEntryDto, CreateProductionEntriesDto, NewProductionEntryDto } from './entries.dto';
import { AlreadyEntered, DeviceKeyTaken, EntryCorrected, type StandingEntry } from './entries.errors';
import {
  ProductionEntryCorrected,
  ProductionEntryRecorded,
  ProductionEntryRemoved,
  ProductionEntryRestored,
} from './entries.events';
import { ProductionEntriesRepository } from './entries.repository';
import { ProductionEntry } from './entry.entity';
import { usualUnit } from './entry.vocabulary';

const TOLD = ['stage', 'entryDate', 'quantity', 'unit', 'shift', 'notes'] as const;

/** What the stages of lines gave, number by number. Whoever writes holds the lock of the order: the day's sums follow. */
@Injectable()
export class ProductionEntriesService {
  constructor(
    private readonly entries: ProductionEntriesRepository,
    private readonly lines: LinesRepository,
    private readonly days: ComputedDays,
    private readonly orderGate: OrderGate,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(asked: ListQuery, actor: Actor): Promise<Page<ProductionEntry>> {
    return this.entries.list(asked, actor);
  }

  /** With what it was before each correction. @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<{ entry: ProductionEntry; earlier: ProductionEntry[] }> {
    const entry = await this.entries.get(id, actor);
    return { entry, earlier: await this.entries.earlier(entry) };
  }

  /**
   * Numbers of several lines at once; all or none, with the fault at its item. One whose key is known is answered as it stands.
   * @throws NoSuchReference 400, InvalidInput 400 for a day to come, AlreadyEntered 409, DeviceKeyTaken 409, GateNotPassed 409,
   * FractionOfUnit 422
   */
  recordAll({ entries: sent, override }: CreateProductionEntriesDto, actor: Actor): Promise<ProductionEntry[]> {
    return this.transaction.run(async () => {
      const ids = [...new Set(sent.map(({ orderLineId }) => orderLineId))];
      const lines = new Map(
        (await this.lines.getAllForUpdate(ids, actor, 'production.write')).map((line) => [line.id, line]),
      );
      const known = await this.entries.withKeys(sent.flatMap(({ deviceKey }) => deviceKey ?? []));
      const standing = await this.entries.ofLines(ids);
      const answered: ProductionEntry[] = [];
      const made: ProductionEntry[] = [];
      const twice: StandingEntry[] = [];
      for (const [index, item] of sent.entries()) {
        const line = lines.get(item.orderLineId);
        if (!line) throw new NoSuchReference(`entries.${index}.orderLineId`, 'line');
        const replayed = [...known, ...made].find(({ deviceKey }) => deviceKey && deviceKey === item.deviceKey);
        if (replayed) {
          if (!isSame(replayed, item)) throw new DeviceKeyTaken(index);
          answered.push(await this.asItStands(replayed, line));
          continue;
        }
        const entry = this.made(item, line, index, actor);
        const other = item.another ? undefined : [...standing, ...made].find((each) => isSamePlace(each, entry));
        if (other) twice.push(standingEntry(index, other, line, made));
        made.push(entry);
        answered.push(entry);
      }
      if (twice.length) throw new AlreadyEntered(twice);
      await this.askGates(made, standing, lines, override, actor);
      await this.entries.insert(...made);
      await this.days.keep(made.map(dayOf));
      await this.outbox.record(...recorded(made, actor));
      return answered;
    });
  }

  /**
   * Another row takes its place; what it was stays in its history.
   * @throws ResourceNotFound 404, StaleVersion 412, EntryCorrected 409, InvalidInput 400 for a day to come, FractionOfUnit 422
   */
  correct(id: string, body: CorrectProductionEntryDto, actor: Actor, expected?: number): Promise<ProductionEntry> {
    return this.transaction.run(async () => {
      const entry = await this.entries.getForUpdate(id, actor, expected);
      await this.refuseCorrected(entry);
      const { reason = null, ...fields } = body;
      const corrected = Object.assign(new ProductionEntry(), entry, fields, {
        id: newId(),
        createdAt: undefined,
        updatedAt: undefined,
        rowVersion: 1,
        entryDate: pastDay('entryDate', fields.entryDate ?? entry.entryDate, this.today),
        deviceKey: null,
        correctsId: entry.id,
        reason,
        ...madeBy(actor),
      });
      refuseHalf(corrected);
      const changes = changesBetween(told(entry), told(corrected), TOLD);
      if (isUnchanged(changes)) return entry;
      entry.isCurrent = false;
      await this.entries.save(entry);
      await this.entries.insert(corrected);
      await this.days.keep([dayOf(entry), dayOf(corrected)]);
      const data = { ...changes, ...placeOf(corrected), reason };
      await this.outbox.record(new ProductionEntryCorrected(subject(corrected), actor, data));
      return corrected;
    });
  }

  /** To the trash. @throws ResourceNotFound 404, StaleVersion 412, EntryCorrected 409 */
  remove(id: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const entry = await this.entries.getForUpdate(id, actor, expected);
      await this.refuseCorrected(entry);
      await this.entries.trash(entry);
      await this.days.keep([dayOf(entry)]);
      await this.outbox.record(
        new ProductionEntryRemoved(subject(entry), actor, { before: told(entry), after: {}, ...placeOf(entry) }),
      );
    });
  }

  /** From the trash. @throws ResourceNotFound 404 */
  restore(id: string, actor: Actor): Promise<ProductionEntry> {
    return this.transaction.run(async () => {
      const entry = await this.entries.getTrashed(id, actor);
      await this.entries.restore(entry);
      await this.days.keep([dayOf(entry)]);
      await this.outbox.record(new ProductionEntryRestored(subject(entry), actor, { before: {}, after: told(entry) }));
      return entry;
    });
  }

  private get today(): Day {
    return today(this.config.TZ_HOUSE);
  }

  private made(item: NewProductionEntryDto, line: OrderLine, index: number, actor: Actor): ProductionEntry {
    const { orderLineId, stage, quantity, unit, shift, notes, deviceKey } = item;
    const id = newId();
    const entry = Object.assign(new ProductionEntry(), {
      id,
      order: line.order,
      orderId: line.orderId,
      orderLine: line,
      orderLineId,
      stage,
      entryDate: pastDay(`entries.${index}.entryDate`, item.entryDate, this.today),
      quantity,
      unit: unit ?? usualUnit(stage),
      shift: shift ?? null,
      notes: notes ?? null,
      deviceKey: deviceKey ?? null,
      seriesId: id,
      correctsId: null,
      isCurrent: true,
      reason: null,
      ...madeBy(actor),
    });
    refuseHalf(entry, `entries.${index}.`);
    return entry;
  }

  /** What a key was sent for before, as it counts now. */
  private async asItStands(entry: ProductionEntry, line: OrderLine): Promise<ProductionEntry> {
    const current = entry.isCurrent ? entry : ((await this.entries.currentOf(entry.seriesId)) ?? entry);
    return Object.assign(current, { order: line.order, orderLine: line });
  }

  /** Dyeing waits for the lab dip, cutting for the PP sample: asked at the first entry of a line's stage. */
  private async askGates(
    made: readonly ProductionEntry[],
    standing: readonly ProductionEntry[],
    lines: ReadonlyMap<string, OrderLine>,
    override: Override | undefined,
    actor: Actor,
  ): Promise<void> {
    for (const step of ['dyeing', 'cutting'] as const) {
      const begun = new Set(standing.flatMap((each) => (each.stage === step ? each.orderLineId : [])));
      const beginning = new Set(made.flatMap((each) => (each.stage === step ? each.orderLineId : [])));
      const asking = [...beginning].flatMap((id) => (begun.has(id) ? [] : (lines.get(id) ?? [])));
      for (const id of new Set(asking.map(({ orderId }) => orderId))) {
        const ofOrder = asking.filter(({ orderId }) => orderId === id);
        await this.orderGate.linesBegin(step, { id }, ofOrder, override, actor);
      }
    }
  }

  private async refuseCorrected(entry: ProductionEntry): Promise<void> {
    if (!entry.isCurrent) throw new EntryCorrected((await this.entries.currentOf(entry.seriesId))?.id ?? null);
  }
}

const madeBy = ({ id, fullName }: Actor) => ({
  createdBy: Object.assign(new User(), { id, fullName }),
  createdById: id,
});

/** Another shift is another number; the same line, stage and day without one is asked about. */
const isSamePlace = (one: ProductionEntry, other: ProductionEntry): boolean =>
  one.orderLineId === other.orderLineId &&
  one.stage === other.stage &&
  one.entryDate === other.entryDate &&
  (one.shift === other.shift || !one.shift || !other.shift);

const isSame = (entry: ProductionEntry, item: NewProductionEntryDto): boolean =>
  entry.orderLineId === item.orderLineId &&
  entry.stage === item.stage &&
  new Decimal(entry.quantity).eq(item.quantity) &&
  (item.entryDate ?? entry.entryDate) === entry.entryDate;

const standingEntry = (
  index: number,
  other: ProductionEntry,
  line: OrderLine,
  made: readonly ProductionEntry[],
): StandingEntry => ({
  index,
  entryId: made.includes(other) ? null : other.id,
  lineLabel: lineLabel(line, line.style.styleNumber),
  stage: other.stage,
  entryDate: other.entryDate,
  quantity: other.quantity,
  unit: other.unit,
});

const refuseHalf = ({ quantity, unit }: ProductionEntry, at = ''): void => refuseFraction({ quantity, unit }, at);

const told = ({ stage, entryDate, quantity, unit, shift, notes }: ProductionEntry) => ({
  stage,
  entryDate,
  quantity: quantityText(quantity),
  unit,
  shift,
  notes,
});

/** Of each order the first tells how many came with it, so that people hear once. */
function recorded(made: readonly ProductionEntry[], actor: Actor): ProductionEntryRecorded[] {
  return made.map((entry, index) => {
    const isFirst = made.findIndex(({ orderId }) => orderId === entry.orderId) === index;
    const others = made.filter(({ orderId }) => orderId === entry.orderId).length - 1;
    const beside = isFirst ? { others } : { together: true };
    return new ProductionEntryRecorded(subject(entry), actor, { before: {}, after: told(entry), ...beside });
  });
}

/** Where the number stands, for whoever tells of a change of it. */
const placeOf = ({ stage, entryDate, unit }: ProductionEntry) => ({ stage, entryDate, unit });

const dayOf = ({ orderId, entryDate }: ProductionEntry) => ({ orderId, date: entryDate });

const subject = (entry: ProductionEntry): EventSubject => ({
  id: entry.id,
  rowVersion: entry.rowVersion,
  orderId: entry.orderId,
  orderLineId: entry.orderLineId,
});
