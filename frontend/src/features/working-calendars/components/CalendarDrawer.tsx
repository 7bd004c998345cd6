import { Plus, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { newIdempotencyKey } from '@/shared/api/change';
import { toProblem } from '@/shared/api/errors';
import type { CalendarDto, CreateCalendarDto, HolidayDto } from '@/shared/api/generated';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { notify } from '@/shared/lib/notify';
import { Button } from '@/shared/ui/Button';
import { Checkbox } from '@/shared/ui/Checkbox';
import { Field } from '@/shared/ui/Field';
import { IconButton } from '@/shared/ui/IconButton';
import { Input, Select } from '@/shared/ui/Input';
import { Refusal } from '@/shared/ui/Refusal';
import { useSaveCalendar } from '../api';
import { calendarName, countryName, isOfAll, weekdays } from '../vocabulary';

const kinds = [
  { value: 'mill', label: 'A mill' },
  { value: 'buyer', label: 'A buyer' },
  { value: 'bank', label: 'A bank' },
  { value: 'country', label: 'Banks of a country' },
];

const blank: CreateCalendarDto = { holder: 'mill', partyName: '', country: null, weekend: [5], holidays: [] };

/** Makes the calendar of a mill, a buyer, a bank or the banks of a country, or changes one. */
export function CalendarDrawer({ calendar, onClose }: { calendar?: CalendarDto; onClose: () => void }) {
  const [start] = useState<CreateCalendarDto>(() => calendar ?? blank);
  const [draft, setDraft] = useState(start);
  const [key] = useState(newIdempotencyKey);
  const { mutate, isPending, error } = useSaveCalendar(calendar, key);
  const errors = error ? toProblem(error).errors : {};
  const faultOf = (field: string) => errors[field]?.join(' ');
  const change = (more: Partial<CreateCalendarDto>) => setDraft((before) => ({ ...before, ...more }));
  const { weekend, holidays = [], holder, partyName, country = null } = draft;
  const ofAll = calendar !== undefined && isOfAll(calendar);
  const ofCountry = country !== null;

  const put = (at: number, more: Partial<HolidayDto>) =>
    change({ holidays: holidays.map((each, index) => (index === at ? { ...each, ...more } : each)) });
  const save = (event?: FormEvent) => {
    event?.preventDefault();
    const own = ofAll ? {} : { partyName: partyName?.trim() || null, country: country && country.trim() };
    mutate(
      { ...own, holder, weekend, holidays: holidays.map(({ day, name }) => ({ day, name })) },
      {
        onSuccess: (saved) => {
          notify.success(`The calendar of ${calendarName(saved)} is saved. Plans count by it from now on.`);
          onClose();
        },
      },
    );
  };

  return (
    <FormDrawer
      title={calendar ? `Calendar of ${calendarName(calendar)}` : 'New calendar'}
      description="Plans, and the clocks of LCs, count no day that is not worked on."
      dirty={draft !== start}
      busy={isPending}
      saveLabel="Save calendar"
      onSave={save}
      onClose={onClose}
    >
      {!ofAll && (
        <div className="mb-5 grid gap-4 sm:grid-cols-3">
          <Field label="Of" error={faultOf('holder')}>
            <Select
              options={kinds}
              value={ofCountry ? 'country' : holder}
              onChange={({ target: { value } }) =>
                change(
                  value === 'country'
                    ? { holder: 'bank', partyName: null, country: '' }
                    : { holder: value as CreateCalendarDto['holder'], country: null },
                )
              }
            />
          </Field>
          {ofCountry ? (
            <Field
              label="Country"
              required
              hint={countryName(country) ?? 'Two letters, such as GB or BD.'}
              error={faultOf('country') ?? faultOf('partyName')}
              className="sm:col-span-2"
            >
              <Input
                value={country}
                maxLength={2}
                onChange={({ target }) => change({ country: target.value.toUpperCase() })}
              />
            </Field>
          ) : (
            <Field
              label="Name"
              required
              hint={holder === 'bank' ? 'As LCs name it, or its BIC.' : 'As lines and orders name it.'}
              error={faultOf('partyName')}
              className="sm:col-span-2"
            >
              <Input
                value={partyName ?? ''}
                maxLength={255}
                onChange={({ target }) => change({ partyName: target.value })}
              />
            </Field>
          )}
        </div>
      )}
      <fieldset>
        <legend className="mb-2 text-sm font-semibold">Closed every week on</legend>
        <div className="flex flex-wrap gap-x-5 gap-y-2">
          {weekdays.map((name, index) => (
            <Checkbox
              key={name}
              label={name}
              checked={weekend.includes(index + 1)}
              onChange={({ target }) =>
                change({
                  weekend: target.checked
                    ? [...weekend, index + 1].sort((a, b) => a - b)
                    : weekend.filter((day) => day !== index + 1),
                })
              }
            />
          ))}
        </div>
        {faultOf('weekend') && <p className="mt-1 text-[0.8125rem] text-bad">{faultOf('weekend')}</p>}
      </fieldset>
      <h3 className="mb-2 mt-6 text-sm font-semibold">Holidays</h3>
      <ul className="grid gap-2">
        {holidays.map(({ day, name }, at) => (
          <li key={at} className="flex flex-wrap items-start gap-2 sm:flex-nowrap">
            <Field
              label={`Day of holiday ${at + 1}`}
              hideLabel
              error={faultOf(`holidays.${at}.day`)}
              className="min-w-0 flex-1 sm:flex-none"
            >
              <Input type="date" value={day} onChange={({ target }) => put(at, { day: target.value })} />
            </Field>
            <Field
              label={`Name of holiday ${at + 1}`}
              hideLabel
              error={faultOf(`holidays.${at}.name`)}
              className="order-last min-w-0 basis-full sm:order-none sm:flex-1 sm:basis-0"
            >
              <Input value={name} maxLength={100} onChange={({ target }) => put(at, { name: target.value })} />
            </Field>
            <IconButton
              icon={Trash2}
              size="sm"
              label={`Take ${name || `holiday ${at + 1}`} out`}
              onClick={() => change({ holidays: holidays.filter((_, index) => index !== at) })}
            />
          </li>
        ))}
      </ul>
      <Button icon={Plus} className="mt-3" onClick={() => change({ holidays: [...holidays, { day: '', name: '' }] })}>
        Add holiday
      </Button>
      {Object.keys(errors).length === 0 && <Refusal error={error} />}
    </FormDrawer>
  );
}
