import type { IncidentDto } from '@/shared/api/generated';
import type { DecimalRange } from '@/shared/forms/decimals';
import { choice, day, decimal, type FieldSpec, long, text } from '@/shared/forms/specs';
import { changed, filled, textOf } from '@/shared/forms/values';
import { partyOptions } from '@/shared/plan/parties';
import { severityOptions, typeOptions } from './vocabulary';

const amountRange: DecimalRange = { min: '0.001', max: '9999999999999', scale: 3 };
const daysRange: DecimalRange = { min: '1', max: '1000', scale: 0 };

export const daysLostSpec = decimal('Working days lost', daysRange, {
  hint: 'In the delay ledger once it is resolved.',
});
export const partySpec = choice('Through whom', partyOptions);
export const partyNameSpec = text('By name', 255, { placeholder: 'As on the order' });

export const incidentSpecs = {
  title: text('What happened', 255, { required: 'Say what happened.' }),
  type: choice('Kind', typeOptions, { required: 'Choose what it is.' }),
  severity: choice('Severity', severityOptions, { required: 'Choose how grave it is.' }),
  incidentDate: day('Happened on'),
  orderLineId: choice('Line', []),
  step: choice('Step that it held up', []),
  description: long('More about it', 5000),
  cause: long('Cause', 5000),
  party: partySpec,
  partyName: partyNameSpec,
  actionPlan: long('What is done about it', 5000),
  responsiblePerson: text('Who sees to it', 255),
  targetResolutionDate: day('To be settled by'),
  daysLost: daysLostSpec,
  costAmount: decimal('Cost', amountRange),
  costCurrency: { label: 'Currency', kind: 'currency' },
} satisfies Record<string, FieldSpec>;

export type IncidentField = keyof typeof incidentSpecs;
export type IncidentValues = Record<IncidentField, string>;

/** As its fields are written: everything is text. */
const asWritten = (incident: Partial<IncidentDto>) => ({
  ...incident,
  daysLost: incident.daysLost ? String(incident.daysLost) : null,
});

/** What a form begins with. */
export const incidentValues = (incident: Partial<IncidentDto>): IncidentValues => ({
  ...textOf<IncidentField>(incidentSpecs, asWritten(incident)),
  severity: incident.severity ?? 'medium',
});

/** A step is one of a line's, a name somebody's, a currency that of an amount. */
const settled = (values: IncidentValues): IncidentValues => ({
  ...values,
  step: values.orderLineId ? values.step : '',
  partyName: values.party ? values.partyName : '',
  costCurrency: values.costAmount.trim() ? values.costCurrency : '',
});

const withNumber = ({ daysLost, ...body }: Record<string, string | null>) => ({
  ...body,
  ...(daysLost === undefined ? {} : { daysLost: daysLost === null ? null : Number(daysLost) }),
});

export const reportBody = (values: IncidentValues) => withNumber(filled<IncidentField>(incidentSpecs, settled(values)));

/** What differs from what was read. Another party without a name is named as the order does. */
export const incidentChanges = (values: IncidentValues, read: IncidentDto) =>
  withNumber(changed<IncidentField>(incidentSpecs, settled(values), asWritten(read)));
