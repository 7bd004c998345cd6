import { ChevronDown, X } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type ReactNode, useId, useRef } from 'react';
import { cx } from '../lib/cx';
import { formatDay } from '../lib/format';
import { today } from '../lib/house';
import { useKeys } from '../lib/keys';
import { Button } from './Button';
import { Checkbox } from './Checkbox';
import { Field } from './Field';
import { Input, type Option } from './Input';
import { popupLook } from './Menu';
import { SearchBox } from './SearchBox';

type Key<Values> = keyof Values & string;

export type Filter<Values> =
  /** Any of these: `status=running&status=bulk`. */
  | { kind: 'many'; key: Key<Values>; label: string; options: readonly Option[] }
  /** One of these. */
  | { kind: 'one'; key: Key<Values>; label: string; options: readonly Option[] }
  /** From a day to a day, either end open: `etdFrom=…&etdTo=…`. */
  | { kind: 'days'; from: Key<Values>; to: Key<Values>; label: string };

export interface FilterBarProps<Values extends object> {
  /** What is filtered: "orders". */
  of: string;
  /** Both from `useUrlState`. */
  values: Values;
  onChange: (change: Partial<Values>) => void;
  filters: readonly Filter<Values>[];
  /** The key of the search text; without one there is no search box. */
  searchKey?: Key<Values>;
  /** At the end: an export button, a view switch. */
  children?: ReactNode;
}

type Loose = Record<string, unknown>;

/** Search and filters in one row; F opens the first. A filter in force says its value and carries the cross that drops it. */
export function FilterBar<Values extends object>({
  of,
  values,
  onChange,
  filters,
  searchKey,
  children,
}: FilterBarProps<Values>) {
  const current = values as Loose;
  const change = (next: Loose) => onChange(next as Partial<Values>);
  const keys = filters.flatMap((filter) => (filter.kind === 'days' ? [filter.from, filter.to] : [filter.key]));
  const group = useRef<HTMLDivElement>(null);
  useKeys({ f: () => group.current?.querySelector('button')?.click() });
  const inForce = keys.filter((key) => current[key] !== undefined);

  return (
    <div className="flex flex-wrap items-center gap-2 px-4 py-3">
      {searchKey && (
        <SearchBox
          label={`Search ${of}`}
          value={typeof current[searchKey] === 'string' ? current[searchKey] : ''}
          onSearch={(text) => change({ [searchKey]: text || undefined })}
          className="w-full sm:w-64"
        />
      )}
      <div ref={group} role="group" aria-label={`Filter ${of}`} className="contents">
        {filters.map((filter) => (
          <FilterChip
            key={filter.kind === 'days' ? filter.from : filter.key}
            filter={filter}
            current={current}
            change={change}
          />
        ))}
      </div>
      {inForce.length > 1 && (
        <Button
          size="sm"
          variant="quiet"
          onClick={() => change(Object.fromEntries(inForce.map((key) => [key, undefined])))}
        >
          Clear all
        </Button>
      )}
      {children && (
        <div className="ms-auto flex flex-wrap items-center gap-2 max-sm:has-[[role=combobox]]:w-full">{children}</div>
      )}
    </div>
  );
}

interface ChipProps<Values> {
  filter: Filter<Values>;
  current: Loose;
  change: (next: Loose) => void;
}

function FilterChip<Values>({ filter, current, change }: ChipProps<Values>) {
  const value = describe(filter, current);
  const clear = () =>
    change(filter.kind === 'days' ? { [filter.from]: undefined, [filter.to]: undefined } : { [filter.key]: undefined });
  return (
    <div
      className={cx(
        'inline-flex h-8 max-w-full items-center rounded-lg border text-[0.8125rem] pointer-coarse:h-11',
        value ? 'border-accent-text/35 bg-accent-tint text-accent-text' : 'border-line bg-surface text-ink shadow-sm',
      )}
    >
      <Popover.Root>
        <Popover.Trigger className="flex h-full min-w-0 items-center gap-1.5 rounded-lg px-2.5 font-medium hover:text-accent-text">
          <span className="truncate">
            {filter.label}
            {value && ': '}
            {value && <span className="font-normal">{value}</span>}
          </span>
          {!value && <ChevronDown aria-hidden className="size-3.5 shrink-0 text-muted" />}
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            align="start"
            sideOffset={6}
            collisionPadding={8}
            aria-label={filter.label}
            className={popupLook}
          >
            {filter.kind === 'days' ? (
              <DaysPanel filter={filter} current={current} change={change} />
            ) : (
              <ChoicePanel filter={filter} current={current} change={change} />
            )}
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      {value && (
        <button
          type="button"
          aria-label={`Drop the filter ${filter.label}`}
          onClick={clear}
          className="touch-target me-1 grid size-6 shrink-0 place-items-center rounded-md hover:bg-accent-text/15"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </div>
  );
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : value === undefined ? [] : [String(value)];
}

function describe<Values>(filter: Filter<Values>, current: Loose): string | null {
  if (filter.kind === 'days') {
    const [from, to] = [current[filter.from], current[filter.to]].map((day) =>
      typeof day === 'string' ? formatDay(day) : null,
    );
    if (from && to) return `${from} – ${to}`;
    if (from) return `from ${from}`;
    return to ? `up to ${to}` : null;
  }
  const chosen = listOf(current[filter.key]);
  if (chosen.length === 0) return null;
  const names = chosen.map((value) => filter.options.find((option) => option.value === value)?.label ?? value);
  return names.length > 2 ? `${names[0]} and ${names.length - 1} more` : names.join(', ');
}

type Choice<Values> = Extract<Filter<Values>, { kind: 'many' | 'one' }>;

function ChoicePanel<Values>({ filter, current, change }: ChipProps<Values> & { filter: Choice<Values> }) {
  const name = useId();
  const chosen = listOf(current[filter.key]);
  const toggle = (value: string, on: boolean) => {
    const next = filter.options
      .map((option) => option.value)
      .filter((each) => (each === value ? on : chosen.includes(each)));
    change({ [filter.key]: next.length > 0 ? next : undefined });
  };
  return (
    <fieldset className="flex flex-col">
      <legend className="sr-only">{filter.label}</legend>
      {filter.options.map(({ value, label }) =>
        filter.kind === 'many' ? (
          <Checkbox
            key={value}
            label={label}
            checked={chosen.includes(value)}
            onChange={(event) => toggle(value, event.target.checked)}
            className="rounded-lg px-2.5 py-1.5 hover:bg-hover"
          />
        ) : (
          <label
            key={value}
            className="touch-tall flex items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-sm hover:bg-hover"
          >
            <input
              type="radio"
              name={name}
              checked={chosen.includes(value)}
              onChange={() => change({ [filter.key]: value })}
              className="size-4 accent-accent"
            />
            {label}
          </label>
        ),
      )}
    </fieldset>
  );
}

const dayMs = 86_400_000;

function daysFromToday(days: number): string {
  return new Date(Date.parse(`${today()}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

const presets = [
  { label: 'Past', from: undefined, to: -1 },
  { label: 'Next 7 days', from: 0, to: 7 },
  { label: 'Next 14 days', from: 0, to: 14 },
  { label: 'Next 30 days', from: 0, to: 30 },
] as const;

type Days<Values> = Extract<Filter<Values>, { kind: 'days' }>;

function DaysPanel<Values>({ filter, current, change }: ChipProps<Values> & { filter: Days<Values> }) {
  const ends = [
    { label: 'From', key: filter.from },
    { label: 'To', key: filter.to },
  ];
  return (
    <div className="flex w-64 flex-col gap-3 p-1.5">
      <div className="flex flex-wrap gap-1.5">
        {presets.map(({ label, from, to }) => (
          <Button
            key={label}
            size="sm"
            onClick={() =>
              change({
                [filter.from]: from === undefined ? undefined : daysFromToday(from),
                [filter.to]: daysFromToday(to),
              })
            }
          >
            {label}
          </Button>
        ))}
      </div>
      {ends.map(({ label, key }) => (
        <Field key={key} label={label}>
          <Input
            type="date"
            value={typeof current[key] === 'string' ? current[key] : ''}
            onChange={(event) => change({ [key]: event.target.value || undefined })}
          />
        </Field>
      ))}
    </div>
  );
}
