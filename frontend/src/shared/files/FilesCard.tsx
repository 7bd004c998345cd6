import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan } from '../lib/can';
import { plural } from '../lib/format';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { FileDrop } from '../ui/FileDrop';
import { ErrorState, StaleBanner, TableSkeleton } from '../ui/States';
import { filesPage, type FilesPart, queryOf } from './api';
import { FileList } from './FileList';
import { fileHint } from './kinds';
import { UploadTray } from './UploadTray';
import { useAdding } from './use-adding';

export interface FilesCardProps {
  /** An order, or one of its lines or samples; with the line or sample, only its files are listed and added. */
  of: FilesPart;
  title?: string;
}

const first = 25;
const most = 200;

/** The files of one thing: dropped, listed, previewed, replaced, deleted and brought back. */
export function FilesCard({ of, title = 'Files' }: FilesCardProps) {
  const mayAdd = useCan()('document.write');
  const [pageSize, setPageSize] = useState(first);
  const [shown, setShown] = useState<string | null>(null);
  const { data, error, isPending, refetch } = useQuery(filesPage({ ...queryOf(of), isCurrent: true, pageSize }));
  const adding = useAdding(of, []);
  const retry = () => void refetch();

  return (
    <Card title={data?.count ? `${title} (${data.count})` : title} flush>
      <UploadTray of={adding.uploads} onShow={setShown} />
      {data && error && <StaleBanner error={error} onRetry={retry} />}
      {isPending ? (
        <TableSkeleton what="the files" rows={2} />
      ) : !data ? (
        <ErrorState title="The files could not be loaded" error={error} onRetry={retry} />
      ) : (
        <>
          <FileList
            files={data.results}
            lines={[]}
            withLine={!of.orderLineId && !of.sampleId}
            shown={shown}
            onShow={setShown}
            onReplace={adding.replace}
          />
          {data.next && pageSize < most && (
            <div className="border-t border-line p-3 text-center">
              <Button size="sm" onClick={() => setPageSize(most)}>
                Show all {plural(data.count ?? most, 'file')}
              </Button>
            </div>
          )}
          {data.results.length === 0 && !mayAdd && (
            <p className="px-4 pb-4 text-sm text-muted sm:px-5">No files yet.</p>
          )}
        </>
      )}
      {mayAdd && (
        <div className="px-4 pb-4 pt-2 sm:px-5 sm:pb-5">
          <FileDrop label="Drop files here" hint={fileHint} multiple onFiles={adding.take} />
        </div>
      )}
      {adding.dialog}
    </Card>
  );
}
