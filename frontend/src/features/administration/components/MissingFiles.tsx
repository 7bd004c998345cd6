import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { FileCheck2 } from 'lucide-react';
import { useState } from 'react';
import type { MissingFileDto } from '@/shared/api/generated';
import { paths } from '@/shared/lib/paths';
import { Button } from '@/shared/ui/Button';
import { Pagination } from '@/shared/ui/Pagination';
import { EmptyState, ErrorState, StaleBanner, TableSkeleton } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { Instant } from '@/shared/ui/Values';
import { missingFilesPage } from '../api';

/** What a backup has to bring back, or somebody to send again. */
export function MissingFiles() {
  const [page, setPage] = useState(1);
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery(missingFilesPage(page));
  const retry = () => void refetch();
  return (
    <section aria-labelledby="missing-files">
      <h3 id="missing-files" className="text-sm font-semibold">
        Files that are gone
      </h3>
      <p className="mb-3 mt-1 text-pretty text-sm text-muted">
        The house knows of these, and its storage does not have them any more. A restore puts them back.
      </p>
      <div className="overflow-clip rounded-lg border border-line">
        {error && data && <StaleBanner error={error} onRetry={retry} />}
        {isPending ? (
          <TableSkeleton what="the files that are gone" columns={columns.length} rows={3} />
        ) : !data ? (
          <ErrorState title="The files that are gone could not be loaded" error={error} onRetry={retry} />
        ) : data.results.length === 0 ? (
          <EmptyState
            icon={FileCheck2}
            title={page > 1 ? 'There is no such page any more' : 'None is gone any more'}
            actions={page > 1 && <Button onClick={() => setPage(1)}>To the first page</Button>}
          />
        ) : (
          <>
            <Table
              caption="Files that are gone"
              columns={columns}
              rows={data.results}
              rowKey={({ id }) => id}
              stale={isPlaceholderData}
            />
            <Pagination
              page={page}
              pageSize={25}
              count={data.count}
              countCapped={data.countCapped}
              hasNext={data.next !== null}
              of={['file', 'files']}
              onPage={setPage}
            />
          </>
        )}
      </div>
    </section>
  );
}

const columns: Column<MissingFileDto>[] = [
  {
    key: 'file',
    head: 'File',
    primary: true,
    cell: ({ fileName, key }) => <span className="wrap-anywhere">{fileName ?? key}</span>,
  },
  {
    key: 'order',
    head: 'Order',
    cell: ({ orderId, orderNumber }) =>
      orderId ? (
        <Link to={paths.order(orderId)} className="text-accent-text underline-offset-2 hover:underline">
          {orderNumber}
        </Link>
      ) : (
        '–'
      ),
  },
  { key: 'noticed', head: 'Noticed', cell: ({ noticedAt }) => <Instant at={noticedAt} /> },
];
