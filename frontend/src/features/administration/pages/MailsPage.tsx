import { useQuery } from '@tanstack/react-query';
import { Mail } from 'lucide-react';
import type { MailSummaryDto } from '@/shared/api/generated';
import { useUrlState } from '@/shared/lib/search';
import { ListCard } from '@/shared/list/ListCard';
import { Badge } from '@/shared/ui/Badge';
import type { Filter } from '@/shared/ui/FilterBar';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { Instant } from '@/shared/ui/Values';
import { mailsPage } from '../api';
import { AdministrationViews } from '../components/AdministrationViews';
import { MailDrawer } from '../components/MailDrawer';
import { type MailsSearch, mailsSearch } from '../search';
import { mailKindNames, mailKinds, mailLooks, mailResults } from '../vocabulary';

const filters: Filter<MailsSearch>[] = [
  {
    kind: 'many',
    key: 'state',
    label: 'Result',
    options: mailResults.map((value) => ({ value, label: mailLooks[value].label })),
  },
  {
    kind: 'many',
    key: 'kind',
    label: 'Kind',
    options: mailKinds.map((value) => ({ value, label: mailKindNames[value] })),
  },
];

/** Every mail of the house: to whom, about what, and what became of it. */
export default function MailsPage() {
  const [values, setValues] = useUrlState(mailsSearch);
  const query = useQuery(mailsPage(values));
  const { mail, page } = values;
  return (
    <>
      <PageHeader
        title="Mail"
        description="What was sent, to whom, and what the mail server said. Kept for 400 days."
        actions={<AdministrationViews />}
      />
      <ListCard
        of={['mail', 'mails']}
        whole="the log of mail"
        query={query}
        spec={mailsSearch}
        values={values}
        onChange={setValues}
        filters={filters}
        kept={['mail']}
        columns={5}
        noMatch="The search looks at names, addresses and subjects."
        empty={
          <EmptyState icon={Mail} title="No mail yet">
            Digests, invitations and PIs stand here once they are sent.
          </EmptyState>
        }
      >
        {({ ordering = '-createdAt', ...list }) => (
          <Table
            caption="Mail"
            columns={columns((id) => setValues({ mail: id, page }, { push: true }))}
            rowKey={({ id }) => id}
            ordering={ordering}
            {...list}
          />
        )}
      </ListCard>
      {mail && <MailDrawer id={mail} onClose={() => setValues({ mail: undefined, page })} />}
    </>
  );
}

const columns = (onOpen: (id: string) => void): Column<MailSummaryDto>[] => [
  {
    key: 'subject',
    head: 'Subject',
    primary: true,
    cell: ({ id, subject }) => (
      <button
        type="button"
        className="text-start font-medium break-words hover:text-accent-text"
        onClick={() => onOpen(id)}
      >
        {subject}
      </button>
    ),
  },
  {
    key: 'to',
    head: 'To',
    cell: ({ toName, toAddress }) => (
      <span className="block min-w-0">
        {toName && <span className="block">{toName}</span>}
        <span className="block break-all text-[0.8125rem] text-muted">{toAddress}</span>
      </span>
    ),
  },
  { key: 'kind', head: 'Kind', show: 'wide', cell: ({ kind }) => mailKindNames[kind] },
  {
    key: 'state',
    head: 'Result',
    badge: true,
    cell: ({ state }) => <Badge tone={mailLooks[state].tone}>{mailLooks[state].label}</Badge>,
  },
  { key: 'created', head: 'Written', orderBy: 'createdAt', cell: ({ createdAt }) => <Instant at={createdAt} /> },
];
