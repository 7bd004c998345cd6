import { OmitType, PartialType } from '@nestjs/swagger';
import { DayField, Flag, Id, Instant, ListOf, Nested, OneOf, SomeOf, Text, Whole } from '../../../platform/http/fields';
import { StoredFileDto } from '../../../platform/storage/attachment.dto';
import { lineLabel } from '../../orders/line/lines.dto';
import { PersonDto } from '../../orders/order/orders.dto';
import { APPROVAL_TYPES, type ApprovalType } from '../../orders/vocabulary';
import { ReadingDto } from '../colour/readings.dto';
import { SampleOptionDto } from '../option/sample-options.dto';
import {
  GATE_OF,
  OPTION_LABELS,
  SAMPLE_STATUSES,
  SAMPLE_TYPES,
  type OptionLabel,
  type SampleStatus,
  type SampleType,
} from '../vocabulary';
import type { Sample } from './sample.entity';
import { sampleLifecycle } from './sample.lifecycle';

const may = { optional: true, nullable: true } as const;

/** What a person may write on a sample. The round is counted; status moves by its own routes. */
export class CreateSampleDto {
  @Id() orderId: string;
  @Id({ ...may, description: 'The line it is for; none: for the order as a whole.' }) orderLineId?: string | null;
  @OneOf(SAMPLE_TYPES, { name: 'SampleType' }) type: SampleType;
  @DayField({ ...may, description: 'The day it is to be sent.', example: '2026-11-05' }) submissionDate?: string | null;
  @Text({ ...may, max: 255, example: 'ANABIA, Hamburg' }) recipient?: string | null;
  @Text({ ...may, max: 255, example: 'DHL Express' }) courierName?: string | null;
  @Text({ ...may, max: 100, example: '4471829305' }) awbNumber?: string | null;
  @Text({ ...may, max: 5000, example: 'Shades A, B and C on one card.' }) notes?: string | null;
  @Flag({ optional: true, description: 'Although a round of it before is still to be decided.', example: false })
  again?: boolean;
}

/** Type and line only while it is pending: then it gets the next round of what it became. */
export class UpdateSampleDto extends PartialType(OmitType(CreateSampleDto, ['orderId', 'again']), {
  skipNullProperties: false,
}) {
  @DayField({ ...may, description: 'The day the buyer got it, once it was sent.', example: '2026-11-08' })
  receivedOn?: string | null;
}

export class SubmitSampleDto {
  @DayField({ optional: true, description: 'The day it went: else as planned if that is past, else today.' })
  submissionDate?: string;
  @Text({ ...may, max: 255, example: 'ANABIA, Hamburg' }) recipient?: string | null;
  @Text({ ...may, max: 255, example: 'DHL Express' }) courierName?: string | null;
  @Text({ ...may, max: 100, example: '4471829305' }) awbNumber?: string | null;
}

export class ReceiveSampleDto {
  @DayField({ optional: true, description: 'Today, unless told.', example: '2026-11-08' }) receivedOn?: string;
}

export class ApproveSampleDto {
  @OneOf(OPTION_LABELS, {
    ...may,
    name: 'OptionLabel',
    description: 'Which one, where the round has several options.',
    example: 'B',
  })
  option?: OptionLabel | null;
  @Text({ ...may, max: 500, description: 'What must still come true for it to hold.', example: 'If bulk is bluer.' })
  condition?: string | null;
  @Text({ ...may, max: 2000, example: 'Shade B matches the standard under D65.' }) notes?: string | null;
  @DayField({ optional: true, description: 'Today, unless told.', example: '2026-11-12' }) decidedOn?: string;
}

export class RejectSampleDto {
  @Text({ max: 2000, example: 'Too red under D65.' }) reason: string;
  @DayField({ optional: true, description: 'Today, unless told.', example: '2026-11-12' }) decidedOn?: string;
}

export class NextRoundDto {
  @Flag({ optional: true, description: 'Take its options over, with what they were made of. No, unless told.' })
  withOptions?: boolean;
}

/** All rounds of one type for one line together. */
export class TrackDto {
  @Whole({ min: 1, max: 2147483647, description: 'The round that stands now.', example: 2 }) latestVersion: number;
  @DayField({ nullable: true, description: 'When the first round went.', example: '2026-10-30' })
  firstSentOn: string | null;
  @DayField({ nullable: true, example: null }) approvedOn: string | null;
  @Whole({
    min: 0,
    max: 2147483647,
    description: 'Days that refused rounds cost: each from its sending to the sending of the next.',
    example: 9,
  })
  lostDays: number;
  @DayField({ nullable: true, description: 'A refused round that none followed yet costs since then.', example: null })
  lostSince: string | null;
}

export class SampleDto {
  @Id() id: string;
  @Id() orderId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 255, example: 'ANABIA' }) customerName: string;
  @Id({ nullable: true }) orderLineId: string | null;
  @Text({ max: 600, nullable: true, description: 'How people name the line.', example: 'MT-2291 · White' })
  lineLabel: string | null;
  @OneOf(SAMPLE_TYPES, { name: 'SampleType' }) type: SampleType;
  @Whole({ min: 1, max: 2147483647, description: 'The round.', example: 1 }) version: number;
  @OneOf(SAMPLE_STATUSES, { name: 'SampleStatus' }) status: SampleStatus;
  @SomeOf(SAMPLE_STATUSES, { name: 'SampleStatus', description: 'Where it may go from here.', example: ['submitted'] })
  nextStatuses: SampleStatus[];
  @DayField({ nullable: true, example: '2026-11-05' }) submissionDate: string | null;
  @Text({ max: 255, nullable: true, example: 'ANABIA, Hamburg' }) recipient: string | null;
  @Text({ max: 255, nullable: true, example: 'DHL Express' }) courierName: string | null;
  @Text({ max: 100, nullable: true, example: '4471829305' }) awbNumber: string | null;
  @Id({ nullable: true, description: 'The parcel it went in, with others.' }) parcelId: string | null;
  @DayField({ nullable: true, description: 'The day the buyer got it.', example: '2026-11-08' })
  receivedOn: string | null;
  @Nested(() => StoredFileDto, { nullable: true }) attachment: StoredFileDto | null;
  @Text({ max: 5000, nullable: true, example: 'Shades A, B and C on one card.' }) notes: string | null;
  @Text({ max: 2000, nullable: true, example: null }) approvalNotes: string | null;
  @Text({ max: 500, nullable: true, description: 'What must still come true for the approval to hold.', example: null })
  approvalCondition: string | null;
  @Text({ max: 2000, nullable: true, example: null }) rejectionReason: string | null;
  @DayField({ nullable: true, example: null }) decidedOn: string | null;
  @Nested(() => PersonDto, { nullable: true }) decidedBy: PersonDto | null;
  @OneOf(APPROVAL_TYPES, { nullable: true, description: 'The gate of its line that it decides.', example: 'labDip' })
  gate: ApprovalType | null;
  @Text({ max: 20, nullable: true, description: 'Where that gate stands.', example: 'submission' })
  gateStatus: string | null;
  @Nested(() => TrackDto) track: TrackDto;
  @OneOf(OPTION_LABELS, {
    nullable: true,
    name: 'OptionLabel',
    description: 'The one that was approved.',
    example: null,
  })
  approvedOption: OptionLabel | null;
  @ListOf(() => SampleOptionDto, { max: OPTION_LABELS.length }) options: SampleOptionDto[];
  @ListOf(() => ReadingDto, { max: 6, description: 'What was measured, light by light.' }) readings: ReadingDto[];
  @Instant() createdAt: string;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from(sample: Sample): SampleDto {
    const { order, orderLine } = sample;
    const gate = orderLine && GATE_OF[sample.type];
    return {
      id: sample.id,
      orderId: sample.orderId,
      orderNumber: order.orderNumber,
      customerName: order.customerName,
      orderLineId: sample.orderLineId,
      lineLabel: orderLine ? lineLabel(orderLine, orderLine.style.styleNumber) : null,
      type: sample.type,
      version: sample.version,
      status: sample.status,
      nextStatuses: [...sampleLifecycle.nextOf(sample.status)],
      submissionDate: sample.submissionDate,
      recipient: sample.recipient,
      courierName: sample.courierName,
      awbNumber: sample.awbNumber,
      parcelId: sample.parcelId,
      receivedOn: sample.receivedOn,
      attachment: StoredFileDto.from(sample.attachment),
      notes: sample.notes,
      approvalNotes: sample.approvalNotes,
      approvalCondition: sample.approvalCondition,
      rejectionReason: sample.rejectionReason,
      decidedOn: sample.decidedOn,
      decidedBy: PersonDto.from(sample.decidedBy),
      gate,
      gateStatus: (gate && orderLine.approvalStatus[gate]) ?? null,
      track: sample.track,
      approvedOption: sample.options.find(({ verdict }) => verdict === 'approved')?.label ?? null,
      options: sample.options,
      readings: sample.readings.map((reading) => ReadingDto.from(reading)),
      createdAt: sample.createdAt.toISOString(),
      updatedAt: sample.updatedAt.toISOString(),
      rowVersion: sample.rowVersion,
    };
  }
}
