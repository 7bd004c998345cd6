import { useQuery } from '@tanstack/react-query';
import type { CapabilityDto } from '@/shared/api/generated';
import { sentenceCase } from '@/shared/lib/format';
import type { Role } from '@/shared/session';
import { Badge } from '@/shared/ui/Badge';
import { Card } from '@/shared/ui/Card';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ErrorState, TableSkeleton } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { capabilityTableQuery } from '../api';
import { AdministrationViews } from '../components/AdministrationViews';

/** Who may do what: the one table that the server goes by. */
export default function AccessPage() {
  const { data, error, isPending, refetch } = useQuery(capabilityTableQuery);
  return (
    <>
      <PageHeader
        title="Access"
        description="Who may do what, and how far it reaches: own orders with all that hangs on them, or the whole house."
        actions={<AdministrationViews />}
      />
      <Card flush>
        {isPending ? (
          <TableSkeleton what="the table" columns={4} rows={12} />
        ) : data ? (
          <Table caption="Who may do what" columns={columns} rows={data.capabilities} rowKey={({ name }) => name} />
        ) : (
          <ErrorState title="The table could not be loaded" error={error} onRetry={() => void refetch()} />
        )}
      </Card>
    </>
  );
}

const roles: Role[] = ['merchandiser', 'manager', 'admin'];

const columns: Column<CapabilityDto>[] = [
  {
    key: 'name',
    head: 'Deed',
    primary: true,
    cell: ({ name }) => {
      const [thing = '', deed = ''] = name.split('.');
      return (
        <span title={name}>
          <span className="font-medium">{sentenceCase(thing)}</span>: {deed.replaceAll('_', ' ')}
        </span>
      );
    },
  },
  ...roles.map((role): Column<CapabilityDto> => ({
    key: role,
    head: sentenceCase(role),
    cell: ({ scopes }) => <Reach scope={(scopes as Record<string, string>)[role]} />,
  })),
];

function Reach({ scope }: { scope: string | undefined }) {
  if (!scope) return <span className="text-muted">No</span>;
  return scope === 'own' ? <Badge tone="info">Own orders</Badge> : <Badge tone="good">House</Badge>;
}
