import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ImportSummaryDto } from '@/shared/api/generated';
import { paths } from '@/shared/lib/paths';
import { Badge } from '@/shared/ui/Badge';
import { Card } from '@/shared/ui/Card';
import { type Column, rowLink, Table } from '@/shared/ui/Table';
import { Instant } from '@/shared/ui/Values';
import { recentImportsQuery } from '../api';

/** What this person dropped before: drafts to go on with, and what the others became. Nothing at all for the first one. */
export function RecentImports() {
  const { data } = useQuery(recentImportsQuery());
  if (!data?.results.length) return null;
  return (
    <Card title="Your last workbooks" flush>
      <Table caption="Your last workbooks" columns={columns} rows={data.results} rowKey={(row) => row.id} />
    </Card>
  );
}

const columns: Column<ImportSummaryDto>[] = [
  {
    key: 'file',
    head: 'Workbook',
    primary: true,
    cell: ({ id, fileName }) => (
      <Link to={paths.importOf(id)} className={`${rowLink} break-all`}>
        {fileName}
      </Link>
    ),
  },
  {
    key: 'orders',
    head: 'Became',
    cell: ({ orders }) => orders.map(({ orderNumber }) => orderNumber).join(', ') || 'Nothing yet',
  },
  { key: 'when', head: 'Dropped', cell: ({ createdAt }) => <Instant at={createdAt} /> },
  {
    key: 'status',
    head: 'Status',
    badge: true,
    cell: ({ status }) =>
      status === 'committed' ? <Badge tone="good">Imported</Badge> : <Badge tone="info">To be checked</Badge>,
  },
];
