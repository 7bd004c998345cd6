import { useQuery } from '@tanstack/react-query';
import { Download, FolderDown, Trash2, X } from 'lucide-react';
import type { ExportDto } from '@/shared/api/generated';
import { toProblem } from '@/shared/api/errors';
import { formatSize, plural } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { openFile } from '@/shared/lib/open-file';
import { useUrlState } from '@/shared/lib/search';
import { ListCard } from '@/shared/list/ListCard';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import type { Filter } from '@/shared/ui/FilterBar';
import { IconButton } from '@/shared/ui/IconButton';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState } from '@/shared/ui/States';
import { type Column, Table } from '@/shared/ui/Table';
import { Instant } from '@/shared/ui/Values';
import { exportsPage, useCancelExport, useDeleteExport, useExportLink } from '../api';
import { type ExportsSearch, exportsSearch } from '../search';
import { exportStatuses, isBeingMade, kindNames, statusLooks } from '../vocabulary';

const filters: Filter<ExportsSearch>[] = [
  {
    kind: 'many',
    key: 'status',
    label: 'Status',
    options: exportStatuses.map((value) => ({ value, label: statusLooks[value].label })),
  },
];

/** The files that this person asked for: how far each is, and the way to it. */
export default function ExportsPage() {
  const [values, setValues] = useUrlState(exportsSearch);
  const query = useQuery(exportsPage(values));
  return (
    <>
      <PageHeader
        title="Exports"
        description="Files that you asked for. Only you see them; each is kept for seven days."
      />
      <ListCard
        of={['file', 'files']}
        whole="your files"
        query={query}
        spec={exportsSearch}
        values={values}
        onChange={setValues}
        filters={filters}
        columns={6}
        noMatch="Files are kept for seven days."
        empty={
          <EmptyState icon={FolderDown} title="No files yet">
            “Export…” above a list makes an Excel file of what it shows. It stands here while it is made, and after
            that.
          </EmptyState>
        }
      >
        {(list) => <Table caption="Your files" columns={columns} rowKey={({ id }) => id} {...list} />}
      </ListCard>
    </>
  );
}

const columns: Column<ExportDto>[] = [
  {
    key: 'what',
    head: 'What',
    primary: true,
    cell: ({ kind, about }) => (
      <span className="block min-w-0 max-w-prose break-words">
        <span className="font-medium">{kindNames[kind]}</span>
        <span className="block text-[0.8125rem] text-muted first-letter:uppercase">{about}</span>
      </span>
    ),
  },
  {
    key: 'status',
    head: 'Status',
    badge: true,
    cell: ({ status }) => <Badge tone={statusLooks[status].tone}>{statusLooks[status].label}</Badge>,
  },
  { key: 'rows', head: 'Rows', cell: (row) => <Progress of={row} /> },
  { key: 'asked', head: 'Asked', cell: ({ createdAt }) => <Instant at={createdAt} /> },
  { key: 'expires', head: 'Kept until', show: 'wide', cell: ({ expiresAt }) => <Instant at={expiresAt} /> },
  { key: 'file', head: 'File', align: 'end', cell: (row) => <FileOf row={row} /> },
];

function Progress({ of: { status, doneRows, totalRows, failure } }: { of: ExportDto }) {
  if (status === 'failed') return <span className="text-bad">{failure}</span>;
  if (status === 'done') return <span className="whitespace-nowrap">{plural(doneRows, 'row')}</span>;
  if (status !== 'running' || !totalRows) return null;
  return (
    <span className="flex items-center gap-2">
      <progress
        aria-label="Rows written"
        value={doneRows}
        max={totalRows}
        className="h-1.5 w-24 overflow-hidden rounded-full accent-accent"
      />
      <span className="text-[0.8125rem] text-muted tabular-nums">
        {doneRows.toLocaleString('en')} of {totalRows.toLocaleString('en')}
      </span>
    </span>
  );
}

function FileOf({ row }: { row: ExportDto }) {
  const link = useExportLink();
  const cancel = useCancelExport();
  const remove = useDeleteExport();
  const what = `${kindNames[row.kind]}, ${row.about}`;
  const failed = (error: unknown) => notify.error('That did not work.', toProblem(error).detail);
  const read = () => link.mutate(row.id, { onSuccess: openFile, onError: failed });
  return (
    <span className="flex items-center justify-end gap-1.5">
      {row.file && (
        <Button size="sm" icon={Download} busy={link.isPending} onClick={read}>
          {row.format === 'pdf' ? 'Open' : 'Save'} <span className="text-muted">{formatSize(row.file.size)}</span>
          <span className="sr-only">: {what}</span>
        </Button>
      )}
      {row.nextStatuses.includes('cancelled') && (
        <Button size="sm" icon={X} busy={cancel.isPending} onClick={() => cancel.mutate(row, { onError: failed })}>
          Cancel <span className="sr-only">{what}</span>
        </Button>
      )}
      {!isBeingMade(row) && (
        <IconButton
          icon={Trash2}
          label={`Delete ${what}`}
          size="sm"
          disabled={remove.isPending}
          onClick={() => remove.mutate(row, { onError: failed })}
        />
      )}
    </span>
  );
}
