import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BellRing, ShieldCheck } from 'lucide-react';
import { AlertMenu } from '@/shared/alerts/AlertMenu';
import { useAlertDeeds } from '@/shared/alerts/deeds';
import { placeOfAlert, ruleNames, ruleOptions, severities } from '@/shared/alerts/vocabulary';
import type { AlertDto } from '@/shared/api/generated';
import { colleagues } from '@/shared/api/colleagues';
import { useKeys } from '@/shared/lib/keys';
import { paths } from '@/shared/lib/paths';
import { rowLinks, useRowKeys } from '@/shared/lib/row-keys';
import { useUrlState } from '@/shared/lib/search';
import { ListCard } from '@/shared/list/ListCard';
import { useActor } from '@/shared/session';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import type { Filter } from '@/shared/ui/FilterBar';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState } from '@/shared/ui/States';
import { aboveRowLink, type Column, rowLink, Table } from '@/shared/ui/Table';
import { Day } from '@/shared/ui/Values';
import { alertsPage, ownMutes } from '../api';
import { type AlertsSearch, alertsSearch, otherStates } from '../search';

const stateNames = { snoozed: 'Snoozed by me', muted: 'Muted by me', cleared: 'Cleared' } as const;

/** What needs somebody: what the rules found and still find, the worst first. */
export default function AlertsPage() {
  const { role } = useActor();
  const [values, setValues] = useUrlState(alertsSearch);
  const query = useQuery(alertsPage(values));
  const { data: people = [] } = useQuery(colleagues());
  const deeds = useAlertDeeds();
  const alerts = query.data?.results ?? [];
  const focused = () => alerts.find(({ id }) => document.activeElement?.id === `alert-${id}`);
  /** What leaves the list hands the focus to the next row. */
  const quiet = (deed: (alert: AlertDto) => Promise<void>) => {
    const alert = focused();
    if (!alert || alert.clearedAt) return;
    const links = rowLinks();
    const at = links.findIndex((link) => link === document.activeElement);
    (links[at + 1] ?? links[at - 1])?.focus();
    void deed(alert).catch(() => undefined); // the mutation has said why
  };
  useRowKeys();
  useKeys({
    s: () => quiet(({ id }) => deeds.snooze(id, 1)),
    m: () => quiet(({ rule }) => deeds.mute(rule)),
  });
  const filters: Filter<AlertsSearch>[] = [
    { kind: 'many', key: 'rule', label: 'Rule', options: ruleOptions },
    {
      kind: 'many',
      key: 'severity',
      label: 'Severity',
      options: Object.entries(severities).map(([value, { label }]) => ({ value, label })),
    },
    ...(role === 'merchandiser'
      ? []
      : [
          {
            kind: 'one',
            key: 'merchandiserId',
            label: 'Merchandiser',
            options: people.map(({ id, fullName }) => ({ value: id, label: fullName })),
          } as const,
        ]),
    {
      kind: 'one',
      key: 'state',
      label: 'State',
      options: otherStates.map((value) => ({ value, label: stateNames[value] })),
    },
  ];
  return (
    <>
      <PageHeader
        title="Alerts"
        description="What needs somebody. An alert clears by itself once it is seen to."
        actions={
          role === 'merchandiser' ? undefined : (
            <Button asChild>
              <Link to={paths.alertRules}>Rules</Link>
            </Button>
          )
        }
      />
      <Muted />
      <ListCard
        of={['alert', 'alerts']}
        query={query}
        spec={alertsSearch}
        values={values}
        onChange={setValues}
        filters={filters}
        filtersStay // snoozed and cleared ones are found by them
        columns={5}
        noMatch="The search finds order numbers, styles, colours and customers."
        empty={
          <EmptyState icon={ShieldCheck} title="Nothing needs you">
            Late plans, days that come near, stuck approvals and LCs that expire stand here as soon as they are found.
          </EmptyState>
        }
      >
        {(list) => <Table caption="Alerts" columns={columns} rowKey={({ id }) => id} {...list} />}
      </ListCard>
    </>
  );
}

/** What one hears nothing of, and the way back. */
function Muted() {
  const { data: mutes = [] } = useQuery(ownMutes);
  const { unmute } = useAlertDeeds();
  if (!mutes.length) return null;
  return (
    <p className="mb-4 flex flex-wrap items-center gap-2 text-sm text-muted">
      Muted by you:
      {mutes.map(({ id, rule }) => (
        <Button key={id} size="sm" icon={BellRing} onClick={() => unmute(id)}>
          Hear of “{ruleNames[rule]}” again
        </Button>
      ))}
    </p>
  );
}

const columns: Column<AlertDto>[] = [
  {
    key: 'severity',
    head: 'Severity',
    badge: true,
    orderBy: 'severity',
    cell: ({ severity, clearedAt }) =>
      clearedAt ? (
        <Badge tone="good">Cleared</Badge>
      ) : (
        <Badge tone={severities[severity].tone}>{severities[severity].label}</Badge>
      ),
  },
  {
    key: 'alert',
    head: 'Alert',
    primary: true,
    cell: ({ id, rule, orderId, title, why, snoozedUntil }) => {
      const place = placeOfAlert(rule, orderId);
      return (
        <span className="block max-w-prose [overflow-wrap:anywhere]">
          <Link id={`alert-${id}`} to={place.to} search={place.search as never} className={rowLink} data-row-link>
            {title}
          </Link>
          <span className="mt-0.5 block text-[0.8125rem] font-normal text-muted">{why}</span>
          {snoozedUntil && (
            <span className="mt-0.5 block text-[0.8125rem] font-normal">
              Snoozed until <Day day={snoozedUntil} />
            </span>
          )}
        </span>
      );
    },
  },
  {
    key: 'order',
    head: 'Order',
    show: 'wide',
    cell: ({ orderNumber, customerName }) => (
      <span className="block">
        <span className="whitespace-nowrap">{orderNumber}</span>
        {customerName && <span className="block text-[0.8125rem] text-muted">{customerName}</span>}
      </span>
    ),
  },
  {
    key: 'merchandiser',
    head: 'Merchandiser',
    show: 'wide',
    cell: ({ merchandiser }) => merchandiser?.fullName ?? '–',
  },
  { key: 'since', head: 'Since', orderBy: 'since', cell: ({ since }) => <Day day={since} /> },
  {
    key: 'actions',
    head: 'Actions',
    align: 'end',
    cell: ({ id, rule, title, snoozedUntil, clearedAt }) =>
      !clearedAt && (
        <span className={aboveRowLink}>
          <AlertMenu id={id} rule={rule} title={title} snoozed={snoozedUntil !== null} />
        </span>
      ),
  },
];
