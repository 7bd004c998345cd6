import { OmitType, PartialType } from '@nestjs/swagger';
import {
  AmountField,
  CurrencyField,
  DayField,
  Id,
  Instant,
  Nested,
  OneOf,
  SomeOf,
  Text,
  Whole,
} from '../../../platform/http/fields';
import { amountText } from '../../../platform/values/money';
import { lineLabel } from '../../orders/line/lines.dto';
import { PersonDto } from '../../orders/order/orders.dto';
import { MOST_DAYS, SLIP_PARTIES, type SlipParty } from '../delays/delay.vocabulary';
import { MAX_STEP_KEY, MAX_STEP_LABEL, stepLabel } from '../milestone.vocabulary';
import type { Incident } from './incident.entity';
import { INCIDENT_STATUSES, incidentLifecycle, type IncidentStatus } from './incident.lifecycle';
import { INCIDENT_SEVERITIES, INCIDENT_TYPES, type IncidentSeverity, type IncidentType } from './incident.vocabulary';

const may = { optional: true, nullable: true } as const;
const title = { max: 255, example: 'Shade of the bulk is off' } as const;
const type = { name: 'IncidentType', example: 'quality_rejection' } as const;
const severity = { name: 'IncidentSeverity', example: 'high' } as const;
const party = { name: 'SlipParty', description: 'Through whom it came about.', example: 'mill' } as const;
const partyName = {
  max: 255,
  description: 'By name; a mill or a buyer has the order’s, unless told.',
  example: 'Padma',
};
const step = {
  alternative: true,
  max: MAX_STEP_KEY,
  description: 'The step of the line’s plan that it held up.',
  example: 'dyeingComplete',
};
const daysLost = {
  min: 1,
  max: MOST_DAYS,
  description: 'Working days; in the delay ledger once it is resolved.',
  example: 3,
} as const;
const texts = {
  description: { max: 5000, example: 'Two lots of White came out too red under D65.' },
  cause: { max: 5000, example: 'Another dye lot was used.' },
  actionPlan: { max: 5000, example: 'Strip and dye again; a swatch of each lot to us first.' },
  responsiblePerson: { max: 255, example: 'Mr Karim, Padma' },
  resolution: { max: 5000, example: 'Dyed again; the buyer approved the second lot.' },
} as const;

export class ReportIncidentDto {
  @Id() orderId: string;
  @Id({ ...may, description: 'The line it is of; none: the order as a whole.' }) orderLineId?: string | null;
  @Text({ ...may, ...step }) step?: string | null;
  @Text(title) title: string;
  @Text({ ...may, ...texts.description }) description?: string | null;
  @OneOf(INCIDENT_TYPES, type) type: IncidentType;
  @OneOf(INCIDENT_SEVERITIES, { ...severity, optional: true }) severity?: IncidentSeverity;
  @DayField({ optional: true, description: 'Today, unless told.', example: '2026-11-20' }) incidentDate?: string;
  @Text({ ...may, ...texts.cause }) cause?: string | null;
  @OneOf(SLIP_PARTIES, { ...party, ...may }) party?: SlipParty | null;
  @Text({ ...may, ...partyName }) partyName?: string | null;
  @Text({ ...may, ...texts.actionPlan }) actionPlan?: string | null;
  @Text({ ...may, ...texts.responsiblePerson }) responsiblePerson?: string | null;
  @DayField({ ...may, description: 'To be settled by then.', example: '2026-11-27' })
  targetResolutionDate?: string | null;
  @Whole({ ...may, ...daysLost }) daysLost?: number | null;
  @AmountField({ ...may, description: 'What it costs.', example: '1250.00' }) costAmount?: string | null;
  @CurrencyField(may) costCurrency?: string | null;
}

export class UpdateIncidentDto extends PartialType(OmitType(ReportIncidentDto, ['orderId']), {
  skipNullProperties: false,
}) {
  @Text({ ...may, ...texts.resolution }) resolution?: string | null;
}

export class ResolveIncidentDto {
  @Text(texts.resolution) resolution: string;
  @DayField({ optional: true, alternative: true, description: 'Today, unless told.' }) resolvedOn?: string;
  @Whole({ ...may, ...daysLost }) daysLost?: number | null;
  @OneOf(SLIP_PARTIES, { ...party, optional: true }) party?: SlipParty;
  @Text({ ...may, ...partyName }) partyName?: string | null;
}

export class ReopenIncidentDto {
  @Text({ max: 2000, example: 'The second lot is off as well.' }) reason: string;
}

export class IncidentDto {
  @Id() id: string;
  @Id() orderId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 255, example: 'ANABIA' }) customerName: string;
  @Id({ nullable: true }) orderLineId: string | null;
  @Text({ max: 600, nullable: true, example: 'MT-2291 · White' }) lineLabel: string | null;
  @Text({ ...step, nullable: true }) step: string | null;
  @Text({ max: MAX_STEP_LABEL, nullable: true, example: 'Dyeing complete' }) stepLabel: string | null;
  @Text(title) title: string;
  @Text({ ...texts.description, nullable: true }) description: string | null;
  @OneOf(INCIDENT_TYPES, type) type: IncidentType;
  @OneOf(INCIDENT_SEVERITIES, severity) severity: IncidentSeverity;
  @OneOf(INCIDENT_STATUSES, { name: 'IncidentStatus' }) status: IncidentStatus;
  @SomeOf(INCIDENT_STATUSES, { name: 'IncidentStatus', description: 'Where it can go from here.' })
  nextStatuses: IncidentStatus[];
  @DayField({ example: '2026-11-20' }) incidentDate: string;
  @Text({ ...texts.cause, nullable: true }) cause: string | null;
  @OneOf(SLIP_PARTIES, { ...party, nullable: true }) party: SlipParty | null;
  @Text({ ...partyName, nullable: true }) partyName: string | null;
  @Text({ ...texts.actionPlan, nullable: true }) actionPlan: string | null;
  @Text({ ...texts.responsiblePerson, nullable: true }) responsiblePerson: string | null;
  @DayField({ nullable: true, example: '2026-11-27' }) targetResolutionDate: string | null;
  @DayField({ nullable: true, example: '2026-11-26' }) actualResolutionDate: string | null;
  @Text({ ...texts.resolution, nullable: true }) resolution: string | null;
  @Whole({ ...daysLost, nullable: true }) daysLost: number | null;
  @AmountField({ nullable: true, example: '1250.00' }) costAmount: string | null;
  @CurrencyField({ nullable: true }) costCurrency: string | null;
  @Nested(() => PersonDto, { nullable: true }) reportedBy: PersonDto | null;
  @Instant() createdAt: string;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from(incident: Incident): IncidentDto {
    const { order, orderLine: line, costAmount, costCurrency } = incident;
    return {
      id: incident.id,
      orderId: incident.orderId,
      orderNumber: order.orderNumber,
      customerName: order.customerName,
      orderLineId: incident.orderLineId,
      lineLabel: line ? lineLabel(line, line.style.styleNumber) : null,
      step: incident.step,
      stepLabel: incident.step && stepLabel(incident.step),
      title: incident.title,
      description: incident.description,
      type: incident.type,
      severity: incident.severity,
      status: incident.status,
      nextStatuses: [...incidentLifecycle.nextOf(incident.status)],
      incidentDate: incident.incidentDate,
      cause: incident.cause,
      party: incident.party,
      partyName: incident.partyName,
      actionPlan: incident.actionPlan,
      responsiblePerson: incident.responsiblePerson,
      targetResolutionDate: incident.targetResolutionDate,
      actualResolutionDate: incident.actualResolutionDate,
      resolution: incident.resolution,
      daysLost: incident.daysLost,
      costAmount: costAmount && costCurrency ? amountText(costAmount, costCurrency) : null,
      costCurrency,
      reportedBy: PersonDto.from(incident.reportedBy),
      createdAt: incident.createdAt.toISOString(),
      updatedAt: incident.updatedAt.toISOString(),
      rowVersion: incident.rowVersion,
    };
  }
}
