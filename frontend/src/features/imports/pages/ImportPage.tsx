import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { FileX2 } from 'lucide-react';
import { toProblem } from '@/shared/api/errors';
import { paths } from '@/shared/lib/paths';
import { Button } from '@/shared/ui/Button';
import { PageHeader } from '@/shared/ui/PageHeader';
import { DetailSkeleton, EmptyState, ErrorState } from '@/shared/ui/States';
import { importQuery } from '../api';
import { ImportReview } from '../components/ImportReview';

export default function ImportPage() {
  const { importId = '' }: { importId?: string } = useParams({ strict: false });
  const { data, error, isPending, refetch } = useQuery(importQuery(importId));
  if (data?.dryRun) return <ImportReview key={data.id} read={data} dryRun={data.dryRun} />;
  return (
    <>
      <PageHeader title="Import" crumbs={[{ label: 'Orders', to: paths.orders }]} />
      {isPending ? (
        <DetailSkeleton what="the workbook" />
      ) : data || [400, 404].includes(toProblem(error).status) ? (
        <NoSuchImport />
      ) : (
        <ErrorState title="The import could not be opened" error={error} onRetry={() => void refetch()} />
      )}
    </>
  );
}

function NoSuchImport() {
  return (
    <EmptyState
      icon={FileX2}
      title="There is no such import"
      actions={
        <Button variant="primary" asChild>
          <Link to={paths.importOrders}>Import a workbook</Link>
        </Button>
      }
    >
      It was discarded, or a colleague dropped it: only they see it, until it is an order.
    </EmptyState>
  );
}
