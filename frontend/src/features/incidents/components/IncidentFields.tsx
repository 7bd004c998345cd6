import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import type { OrderDto } from '@/shared/api/generated';
import { FormField } from '@/shared/forms/FormField';
import { stepsOfLine } from '../api';
import { incidentSpecs, type IncidentValues } from '../specs';

interface IncidentFieldsProps {
  /** Undefined while it is not chosen. */
  order: OrderDto | undefined;
  children?: ReactNode;
}

/** Within a `FormProvider` of `IncidentValues`. */
export function IncidentFields({ order, children }: IncidentFieldsProps) {
  const [lineId, party, cost] = useWatch<IncidentValues, ['orderLineId', 'party', 'costAmount']>({
    name: ['orderLineId', 'party', 'costAmount'],
  });
  const { data: plan } = useQuery({ ...stepsOfLine(lineId), enabled: lineId !== '' });
  const lines = order?.styles.flatMap((style) => style.lines) ?? [];
  const field = (name: keyof typeof incidentSpecs, wide = false) => (
    <FormField key={name} name={name} spec={incidentSpecs[name]} className={wide ? 'sm:col-span-full' : undefined} />
  );
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {field('title', true)}
      {children}
      {field('type')}
      {field('severity')}
      {lines.length > 0 && (
        <FormField
          name="orderLineId"
          spec={{
            ...incidentSpecs.orderLineId,
            placeholder: 'The order as a whole',
            options: lines.map(({ id, label }) => ({ value: id, label })),
          }}
        />
      )}
      {plan && plan.steps.length > 0 && (
        <FormField
          key={lineId} // a select keeps only a value that it has among its options
          name="step"
          spec={{
            ...incidentSpecs.step,
            placeholder: 'None',
            options: plan.steps.map(({ milestone, label }) => ({ value: milestone, label })),
          }}
        />
      )}
      {field('incidentDate')}
      {field('targetResolutionDate')}
      {field('description', true)}
      {field('cause', true)}
      {field('party')}
      {party && (
        <FormField
          name="partyName"
          spec={{
            ...incidentSpecs.partyName,
            placeholder: party === 'mill' || party === 'buyer' ? 'As on the order' : undefined,
            required: party === 'other' ? 'Say who it was.' : undefined,
          }}
        />
      )}
      {field('actionPlan', true)}
      {field('responsiblePerson')}
      {field('daysLost')}
      {field('costAmount')}
      {cost.trim() && (
        <FormField name="costCurrency" spec={{ ...incidentSpecs.costCurrency, required: 'In which currency?' }} />
      )}
    </div>
  );
}
