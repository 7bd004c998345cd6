import { useWatch } from 'react-hook-form';
import type { MilestoneDto } from '@/shared/api/generated';
import { FormField } from '@/shared/forms/FormField';
import { hasName } from '@/shared/plan/parties';
import { slips, slipSpecs } from '../values';

type Days = Record<'plannedOn' | 'actualOn', string>;

/** Where the day is later than planned: who held it up, and why. Within the form of a step. */
export function SlipFields({ read }: { read: Pick<MilestoneDto, 'plannedOn' | 'actualOn'> }) {
  const [plannedOn, actualOn] = useWatch<Days, ['plannedOn', 'actualOn']>({ name: ['plannedOn', 'actualOn'] });
  const party = useWatch({ name: 'slip.party' }) as string;
  if (!slips({ plannedOn, actualOn }, read)) return null;
  return (
    <fieldset className="grid gap-4 rounded-lg bg-sunken p-3 sm:col-span-2 sm:grid-cols-2">
      <legend className="float-start text-sm text-muted sm:col-span-2">
        {actualOn
          ? 'Later than planned. Unless you say otherwise, the days are booked to who holds the step.'
          : 'Later than it was. Say who held it up, and the days are booked to them.'}
      </legend>
      <FormField name="slip.party" spec={slipSpecs.party} />
      {party && (
        <>
          <FormField
            name="slip.partyName"
            spec={{
              ...slipSpecs.partyName,
              placeholder: hasName(party) ? slipSpecs.partyName.placeholder : undefined,
              required: party === 'other' ? 'Say who it was.' : undefined,
            }}
          />
          <FormField
            name="slip.reason"
            spec={{ ...slipSpecs.reason, required: 'Say why.' }}
            className="sm:col-span-2"
          />
        </>
      )}
    </fieldset>
  );
}
