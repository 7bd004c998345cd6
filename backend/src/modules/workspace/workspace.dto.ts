import {
  AmountField,
  CurrencyField,
  DayField,
  Id,
  ListOf,
  Nested,
  QuantityField,
  Text,
  UnitField,
  Whole,
} from '../../platform/http/fields';
import { GateOverrideDto } from '../orders/gates/gates.dto';
import { OrderDto } from '../orders/order/orders.dto';

export class WorkspaceSampleDto {
  @Id() id: string;
  @Id({ nullable: true }) orderLineId: string | null;
  @Text({ max: 20, example: 'lab_dip' }) type: string;
  @Whole({ min: 1, max: 100000, example: 1 }) version: number;
  @Text({ max: 20, example: 'submitted' }) status: string;
  @DayField({ nullable: true }) submissionDate: string | null;
  @DayField({ nullable: true }) decidedOn: string | null;
}

export class WorkspaceInvoiceDto {
  @Id() id: string;
  @Text({ max: 100, example: 'PI-00012' }) piNumber: string;
  @Whole({ min: 1, max: 100000, example: 1 }) version: number;
  @Text({ max: 20, example: 'sent' }) status: string;
  @AmountField() amount: string;
  @CurrencyField() currency: string;
  @DayField({ nullable: true }) issueDate: string | null;
}

export class WorkspaceCreditDto {
  @Id() id: string;
  @Text({ max: 100, example: 'DC-7741' }) lcNumber: string;
  @Text({ max: 20, example: 'issued' }) status: string;
  @AmountField() amount: string;
  @CurrencyField() currency: string;
  @DayField({ nullable: true }) latestShipmentDate: string | null;
  @DayField() expiryDate: string;
}

export class WorkspaceShipmentDto {
  @Id() id: string;
  @Text({ max: 255, example: 'Qatar Airways Cargo' }) carrierName: string;
  @Text({ max: 100, example: '157-12345675' }) awbNumber: string;
  @Text({ max: 20, example: 'in_transit' }) status: string;
  @DayField() shippingDate: string;
}

export class WorkspaceOutputDto {
  @UnitField() unit: string;
  @QuantityField({ zero: true }) knitted: string;
  @QuantityField({ zero: true }) dyed: string;
  @QuantityField({ zero: true }) finished: string;
  @DayField({ nullable: true, description: 'The last day with an entry.' }) lastDay: string | null;
}

export class WorkspacePlanDto {
  @Whole({ min: 0, max: 1000000, example: 22 }) steps: number;
  @Whole({ min: 0, max: 1000000, example: 9 }) done: number;
  @Whole({ min: 0, max: 1000000, description: 'Planned before today and not done.', example: 1 }) overdue: number;
}

/** The order page in one request: the order and what lies under it, the newest hundred of each. */
export class WorkspaceDto {
  @Nested(() => OrderDto) order: OrderDto;
  @ListOf(() => WorkspaceSampleDto, { max: 100 }) samples: WorkspaceSampleDto[];
  @ListOf(() => WorkspaceInvoiceDto, { max: 100 }) proformaInvoices: WorkspaceInvoiceDto[];
  @ListOf(() => WorkspaceCreditDto, { max: 100 }) lettersOfCredit: WorkspaceCreditDto[];
  @ListOf(() => WorkspaceShipmentDto, { max: 100 }) shipments: WorkspaceShipmentDto[];
  @ListOf(() => WorkspaceOutputDto, { max: 7, description: 'Output so far, per unit.' }) output: WorkspaceOutputDto[];
  @Nested(() => WorkspacePlanDto) plan: WorkspacePlanDto;
  @ListOf(() => GateOverrideDto, { max: 100, description: 'Where somebody went on although a gate said no.' })
  gateOverrides: GateOverrideDto[];
}
