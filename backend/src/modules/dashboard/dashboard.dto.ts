import { DayField, Id, ListOf, Nested, OneOf, Text, Whole } from '../../platform/http/fields';
import { MoneyDto } from '../../platform/http/value.dto';
import { ORDER_STATUSES, type OrderStatus } from '../orders/vocabulary';

const count = (description: string) => Whole({ min: 0, max: 2147483647, description, example: 4 });

export class StatusCountDto {
  @OneOf(ORDER_STATUSES, { name: 'OrderStatus' }) status: OrderStatus;
  @count('Orders in this status.') count: number;
}

export class LeavingDto {
  @count('ETD before today, not delivered.') late: number;
  @count('ETD today or in the next 5 days.') within5: number;
  @count('ETD in 6 to 10 days.') within10: number;
  @count('ETD in 11 to 30 days.') within30: number;
}

export class AttentionDto {
  @count('Samples that are with the buyer.') samplesAwaitingDecision: number;
  @count('Samples that are still to be sent.') samplesToSend: number;
  @count('PIs that wait for a confirmation.') invoicesToConfirm: number;
  @count('LCs that expire in the next 14 days.') creditsExpiring: number;
  @count('Milestones planned before today and not done, on orders that are not delivered.') overdueMilestones: number;
}

export class NextOrderDto {
  @Id() id: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 255, example: 'ANABIA' }) customerName: string;
  @DayField() earliestEtd: string;
  @OneOf(ORDER_STATUSES, { name: 'OrderStatus' }) status: OrderStatus;
  @Text({ max: 50, example: 'Production' }) currentStage: string;
  @Text({ max: 255, nullable: true, example: 'Rina Akter' }) merchandiserName: string | null;
  @count('Milestones of this order that are overdue.') overdueMilestones: number;
}

/** The home page: my own orders for a merchandiser, the house's for managers and admins. */
export class DashboardDto {
  @DayField({ description: "The house's today." }) today: string;
  @count('Orders that are not delivered or archived.') open: number;
  @ListOf(() => StatusCountDto, { max: 6 }) byStatus: StatusCountDto[];
  @Nested(() => LeavingDto) leaving: LeavingDto;
  @Nested(() => AttentionDto) attention: AttentionDto;
  @ListOf(() => MoneyDto, { max: 20, description: 'Σ quantity × our price of open orders’ lines, per currency.' })
  openValue: MoneyDto[];
  @ListOf(() => NextOrderDto, { max: 10, description: 'Open orders by ETD, the most urgent first.' })
  next: NextOrderDto[];
}
