import { PartialType, PickType } from '@nestjs/swagger';
import { DayField, Flag, Id, Ids, Instant, ListOf, Nested, OneOf, Text, Whole } from '../../../platform/http/fields';
import { lineLabel } from '../../orders/line/lines.dto';
import { PersonDto } from '../../orders/order/orders.dto';
import { SAMPLE_STATUSES, SAMPLE_TYPES, type SampleStatus, type SampleType } from '../vocabulary';
import type { Parcel, ParcelContent } from './parcel.entity';

const may = { optional: true, nullable: true } as const;

/** As many as a courier's box holds. */
export const MOST_SAMPLES = 100;

export class CreateParcelDto {
  @Text({ max: 255, example: 'DHL Express' }) courierName: string;
  @Text({ ...may, max: 100, example: '4471829305' }) awbNumber?: string | null;
  @Text({ ...may, max: 255, example: 'ANABIA, Hamburg' }) recipient?: string | null;
  @DayField({ optional: true, description: 'Today, unless told.', example: '2026-11-05' }) sentOn?: string;
  @Text({ ...may, max: 5000, example: 'Two cards and a bulk cutting.' }) notes?: string | null;
  @Ids({ max: MOST_SAMPLES, description: 'Samples that were not sent yet, of any of one’s orders.' })
  sampleIds: string[];
}

export class PackParcelDto extends PickType(CreateParcelDto, ['sampleIds']) {}

/** What is changed here is changed on all samples in the parcel. */
export class UpdateParcelDto extends PartialType(
  PickType(CreateParcelDto, ['courierName', 'awbNumber', 'recipient', 'sentOn', 'notes']),
  { skipNullProperties: false },
) {}

export class ReceiveParcelDto {
  @DayField({ optional: true, description: 'Today, unless told.', example: '2026-11-08' }) receivedOn?: string;
}

export class ParcelSampleDto {
  @Id() id: string;
  @OneOf(SAMPLE_TYPES, { name: 'SampleType' }) type: SampleType;
  @Whole({ min: 1, max: 2147483647, description: 'The round.', example: 1 }) version: number;
  @OneOf(SAMPLE_STATUSES, { name: 'SampleStatus', example: 'submitted' }) status: SampleStatus;
  @DayField({ nullable: true, example: null }) receivedOn: string | null;
  @Id() orderId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 255, example: 'ANABIA' }) customerName: string;
  @Id({ nullable: true }) orderLineId: string | null;
  @Text({ max: 600, nullable: true, example: 'MT-2291 · White' }) lineLabel: string | null;

  static from(content: ParcelContent): ParcelSampleDto {
    const { id, type, version, status, receivedOn, orderId, orderNumber, customerName, orderLineId } = content;
    const label = content.styleNumber === null ? null : lineLabel(content, content.styleNumber);
    return {
      id,
      type,
      version,
      status,
      receivedOn,
      orderId,
      orderNumber,
      customerName,
      orderLineId,
      lineLabel: label,
    };
  }
}

export class ParcelDto {
  @Id() id: string;
  @Text({ max: 255, example: 'DHL Express' }) courierName: string;
  @Text({ max: 100, nullable: true, example: '4471829305' }) awbNumber: string | null;
  @Text({ max: 255, nullable: true, example: 'ANABIA, Hamburg' }) recipient: string | null;
  @DayField({ example: '2026-11-05' }) sentOn: string;
  @DayField({ nullable: true, description: 'The day it arrived.', example: null }) receivedOn: string | null;
  @Text({ max: 5000, nullable: true, example: 'Two cards and a bulk cutting.' }) notes: string | null;
  @Nested(() => PersonDto, { nullable: true }) createdBy: PersonDto | null;
  @ListOf(() => ParcelSampleDto, { max: MOST_SAMPLES, description: 'Those that this person may see.' })
  samples: ParcelSampleDto[];
  @Whole({ min: 0, max: MOST_SAMPLES, description: 'How many more it carries, of colleagues.', example: 0 })
  otherSamples: number;
  @Flag({ description: 'Whether this person may change it: nothing of a colleague is in it.' }) mayChange: boolean;
  @Instant() createdAt: string;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  /** @param visible of its contents, those that the reader may see */
  static from(parcel: Parcel, visible: (content: ParcelContent) => boolean): ParcelDto {
    const { id, courierName, awbNumber, recipient, sentOn, receivedOn, notes, rowVersion } = parcel;
    const samples = parcel.contents.filter(visible).map((content) => ParcelSampleDto.from(content));
    const otherSamples = parcel.contents.length - samples.length;
    return {
      id,
      courierName,
      awbNumber,
      recipient,
      sentOn,
      receivedOn,
      notes,
      createdBy: PersonDto.from(parcel.createdBy),
      samples,
      otherSamples,
      mayChange: otherSamples === 0,
      createdAt: parcel.createdAt.toISOString(),
      updatedAt: parcel.updatedAt.toISOString(),
      rowVersion,
    };
  }
}
