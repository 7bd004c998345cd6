import { useQuery } from '@tanstack/react-query';
import { FolderOpen, Upload } from 'lucide-react';
import { useRef } from 'react';
import { filesPage } from '@/shared/files/api';
import { FileList } from '@/shared/files/FileList';
import { fileHint } from '@/shared/files/kinds';
import { UploadTray } from '@/shared/files/UploadTray';
import { useAdding } from '@/shared/files/use-adding';
import { useCan } from '@/shared/lib/can';
import { useKeys } from '@/shared/lib/keys';
import type { OrderPanelProps } from '@/shared/lib/order';
import { useUrlState } from '@/shared/lib/search';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { type Filter, FilterBar } from '@/shared/ui/FilterBar';
import type { Option } from '@/shared/ui/Input';
import { Pagination } from '@/shared/ui/Pagination';
import { EmptyState, ErrorState, StaleBanner, TableSkeleton } from '@/shared/ui/States';
import { WholePageDrop } from '@/shared/ui/WholePageDrop';
import { categoryFilter, type FilesSearch, filesSearch } from '../search';

const pageSize = 25;

/** Every file of an order, its lines and samples. Files may be dropped anywhere on this tab. */
export default function FilesPanel({ orderId, order }: OrderPanelProps) {
  const [search, setSearch] = useUrlState(filesSearch);
  const mayAdd = useCan()('document.write');
  const chooser = useRef<HTMLInputElement>(null);
  const lines: Option[] = order.styles.flatMap((style) => style.lines.map(({ id, label }) => ({ value: id, label })));
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery(filesPage(queryFrom(orderId, search)));
  const adding = useAdding({ orderId }, lines);
  const choose = () => chooser.current?.click();
  const show = (file: string | null) => setSearch({ file: file ?? undefined, page: search.page });
  const retry = () => void refetch();
  useKeys(mayAdd ? { u: choose } : {});

  return (
    <Card flush className="overflow-hidden">
      <FilterBar of="files" values={search} onChange={setSearch} filters={filtersOf(lines)} searchKey="fileSearch">
        {mayAdd && (
          <Button icon={Upload} size="sm" variant="primary" onClick={choose} aria-keyshortcuts="U">
            Add files
          </Button>
        )}
      </FilterBar>
      {mayAdd && (
        <>
          <input
            ref={chooser}
            type="file"
            multiple
            hidden
            aria-label="Files to add"
            onChange={({ target }) => {
              if (target.files?.length) adding.take([...target.files]);
              target.value = ''; // so that the same files can be chosen again
            }}
          />
          <WholePageDrop label="Drop your files anywhere" onFiles={adding.take} />
        </>
      )}
      <UploadTray of={adding.uploads} onShow={show} />
      {data && error && <StaleBanner error={error} onRetry={retry} />}
      {isPending ? (
        <TableSkeleton what="the files" rows={4} />
      ) : !data ? (
        <ErrorState title="The files could not be loaded" error={error} onRetry={retry} />
      ) : (
        <>
          {data.results.length === 0 && (
            <Nothing
              narrowed={narrows(search)}
              mayAdd={mayAdd}
              onChoose={choose}
              onAll={() => setSearch(filesSearch.none)}
            />
          )}
          <div aria-busy={isPlaceholderData || undefined} className={isPlaceholderData ? 'opacity-60' : undefined}>
            <FileList
              files={data.results}
              lines={lines}
              withLine
              shown={search.file ?? null}
              onShow={show}
              onReplace={adding.replace}
            />
          </div>
          <Pagination
            page={search.page ?? 1}
            pageSize={pageSize}
            count={data.count}
            countCapped={data.countCapped}
            hasNext={data.next !== null}
            onPage={(page) => setSearch({ page })}
            of={['file', 'files']}
          />
        </>
      )}
      {adding.dialog}
    </Card>
  );
}

function queryFrom(orderId: string, { fileSearch, fileKind, fileLine, versions, page }: FilesSearch) {
  return {
    orderId: [orderId],
    search: fileSearch,
    category: fileKind,
    ...(fileLine && { orderLineId: [fileLine] }),
    ...(versions === undefined && { isCurrent: true }),
    page,
    pageSize,
  };
}

/** What is open in the preview leaves no row out. */
const narrows = ({ file: _open, versions: _more, ...search }: FilesSearch) => filesSearch.narrows(search);

const filtersOf = (lines: readonly Option[]): Filter<FilesSearch>[] => [
  { kind: 'many', key: 'fileKind', label: 'Kind', options: categoryFilter },
  ...(lines.length > 0 ? [{ kind: 'one', key: 'fileLine', label: 'Line', options: lines } as const] : []),
  { kind: 'one', key: 'versions', label: 'Versions', options: [{ value: 'all', label: 'Old ones too' }] },
];

interface NothingProps {
  narrowed: boolean;
  mayAdd: boolean;
  onChoose: () => void;
  onAll: () => void;
}

function Nothing({ narrowed, mayAdd, onChoose, onAll }: NothingProps) {
  if (narrowed)
    return <EmptyState title="No file matches" actions={<Button onClick={onAll}>Drop the filters</Button>} />;
  return (
    <EmptyState
      icon={FolderOpen}
      title="No files yet"
      actions={
        mayAdd && (
          <Button icon={Upload} onClick={onChoose}>
            Choose files
          </Button>
        )
      }
    >
      {mayAdd ? `Drop them anywhere on this page. ${fileHint}` : 'PIs, LCs, lab reports and pictures will stand here.'}
    </EmptyState>
  );
}
