import { Inject, Injectable } from '@nestjs/common';
import Decimal from 'decimal.js';
import { CONFIG, type Config } from '../../../platform/config/config';
import { today, type Day } from '../../../platform/values/day';
import type { Actor } from '../../auth/access/actor';
import type { Override } from '../../orders/gates/order-gate';
import type { OrderLine } from '../../orders/line/line.entity';
import { LinesRepository } from '../../orders/line/lines.repository';
import type { NewProductionEntryDto } from '../../production/entries/entries.dto';
import { ProductionEntriesRepository } from '../../production/entries/entries.repository';
import { ProductionEntriesService } from '../../production/entries/entries.service';
import type { ProductionEntry } from '../../production/entries/entry.entity';
import { readWorkbook } from '../workbook/read';
import { readOutputFile, type OutputNumber } from './output-file';
import { OutputFileFaulty, OutputWithoutHeadings } from './output-files.errors';
import { lineOf } from './output-lines';

/** ready: it is entered; known: it stands already, just so; standing: its day has another number; faulty: a cell is wrong. */
export const OUTPUT_NUMBER_STATES = ['ready', 'known', 'standing', 'faulty'] as const;
export type OutputNumberState = (typeof OUTPUT_NUMBER_STATES)[number];

/** A number of the file with the line that it is about, and what entering it would do. */
export interface JudgedNumber extends OutputNumber {
  orderLine: OrderLine | null;
  state: OutputNumberState;
  /** What stands where it would. */
  standing: ProductionEntry | null;
}

export interface JudgedFile {
  fileName: string;
  numbers: JudgedNumber[];
}

/** Output that comes as a file: read, matched with lines, and entered as if it had been typed. Nothing of the file is kept. */
@Injectable()
export class OutputFilesService {
  constructor(
    private readonly lines: LinesRepository,
    private readonly entries: ProductionEntriesRepository,
    private readonly recording: ProductionEntriesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What entering the file would do; changes nothing. @throws WorkbookRefusal 422, OutputWithoutHeadings 422 */
  async read(file: Buffer, fileName: string, actor: Actor): Promise<JudgedFile> {
    return (await this.judge(file, fileName, actor)).judged;
  }

  /**
   * Enters what is ready, all or none; what stands already just so is left out.
   * @param another enter a second number of a day as another lot; otherwise it is left out
   * @throws WorkbookRefusal 422, OutputWithoutHeadings 422, OutputFileFaulty 422, GateNotPassed 409
   */
  async enter(
    file: Buffer,
    fileName: string,
    { another, override }: { another: boolean; override?: Override },
    actor: Actor,
  ): Promise<{ entered: ProductionEntry[]; leftOut: number }> {
    const { judged, sha256 } = await this.judge(file, fileName, actor);
    const faults = judged.numbers.flatMap((number) => number.faults);
    if (faults.length) throw new OutputFileFaulty(faults);
    const wanted = judged.numbers.filter(({ state }) => state === 'ready' || (another && state === 'standing'));
    const entries = wanted.flatMap((number) => entryOf(number, sha256, another) ?? []);
    const entered = entries.length ? await this.recording.recordAll({ entries, override }, actor) : [];
    return { entered, leftOut: judged.numbers.length - entered.length };
  }

  private async judge(file: Buffer, fileName: string, actor: Actor): Promise<{ judged: JudgedFile; sha256: string }> {
    const { sheets, sha256 } = await readWorkbook(file, fileName);
    const numbers = readOutputFile(sheets, this.today);
    if (!numbers) throw new OutputWithoutHeadings();
    const orderNumbers = [...new Set(numbers.flatMap(({ orderNumber }) => orderNumber ?? []))];
    const lines = orderNumbers.length ? await this.lines.ofNumbers(orderNumbers, actor, 'production.write') : [];
    const matched = numbers.map((number) => matchedWith(number, lines));
    const ids = [...new Set(matched.flatMap(({ orderLine }) => orderLine?.id ?? []))];
    const standing = ids.length ? await this.entries.ofLines(ids) : [];
    return { judged: { fileName, numbers: judgedBy(matched, standing) }, sha256 };
  }

  private get today(): Day {
    return today(this.config.TZ_HOUSE);
  }
}

type Matched = OutputNumber & Pick<JudgedNumber, 'orderLine'>;

function matchedWith(number: OutputNumber, lines: readonly OrderLine[]): Matched {
  if (!number.orderNumber) return { ...number, orderLine: null };
  const found = lineOf(number, lines);
  if ('sentence' in found) return { ...number, orderLine: null, faults: [...number.faults, found] };
  return { ...number, orderLine: found };
}

function judgedBy(matched: readonly Matched[], standing: readonly ProductionEntry[]): JudgedNumber[] {
  const ofLine = new Map<string, ProductionEntry[]>();
  for (const entry of standing) ofLine.set(entry.orderLineId, [...(ofLine.get(entry.orderLineId) ?? []), entry]);
  const before = new Map<string, OutputNumber>();
  return matched.map((number) => {
    const { orderLine, stage, day, shift, quantity, unit, cell } = number;
    if (number.faults.length || !orderLine || !quantity || !unit) return { ...number, state: 'faulty', standing: null };
    const place = [orderLine.id, stage, day, shift ?? ''].join(' ');
    const twice = before.get(place);
    before.set(place, number);
    if (twice) {
      const sentence = `${twice.cell} has output of the same line, stage, day and shift. Add them up, or name their shifts.`;
      return { ...number, faults: [{ cell, sentence }], state: 'faulty', standing: null };
    }
    const there = (ofLine.get(orderLine.id) ?? []).filter(
      (entry) => entry.stage === stage && entry.entryDate === day && (entry.shift === shift || !entry.shift || !shift),
    );
    const known = there.find((entry) => entry.unit === unit && new Decimal(entry.quantity).eq(quantity));
    const state = known ? 'known' : there.length ? 'standing' : 'ready';
    return { ...number, state, standing: known ?? there[0] ?? null };
  });
}

/** The file and the cell are its key: the same file dropped twice enters nothing twice. */
function entryOf(
  { orderLine, stage, day, quantity, unit, shift, notes, cell }: JudgedNumber,
  sha256: string,
  another: boolean,
): NewProductionEntryDto | null {
  if (!orderLine || !stage || !day || !quantity || !unit) return null;
  const deviceKey = `file:${sha256.slice(0, 40)}:${cell}`;
  return { orderLineId: orderLine.id, stage, entryDate: day, quantity, unit, shift, notes, deviceKey, another };
}
