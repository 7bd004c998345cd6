import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, Download, FileQuestion, Hourglass, ShieldAlert, X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type KeyboardEvent, lazy, Suspense } from 'react';
import { toProblem } from '../../api/errors';
import type { DocumentDto } from '../../api/generated';
import { formatDay, formatSize } from '../../lib/format';
import { Button } from '../../ui/Button';
import { veil } from '../../ui/Dialog';
import { DialogContent } from '../../ui/DialogContent';
import { IconButton } from '../../ui/IconButton';
import { isUnread, scanFact } from '../../ui/ScanBadge';
import { EmptyState, ErrorState } from '../../ui/States';
import { fileDetail, useDownload, versionsOf, viewLink } from '../api';
import { kindName, viewerOf } from '../kinds';
import { Waiting } from './Waiting';

const PdfViewer = lazy(() => import('./PdfViewer'));
const PictureViewer = lazy(() => import('./PictureViewer'));

interface PreviewDialogProps {
  fileId: string;
  /** The list that it was opened from: ← and → go through it. */
  files: readonly DocumentDto[];
  onShow: (id: string | null) => void;
}

/** One file over all of the screen: pages or picture, larger and smaller, the next one by an arrow. */
export default function PreviewDialog({ fileId, files, onShow }: PreviewDialogProps) {
  const listed = files.find(({ id }) => id === fileId);
  const { data: file = listed, error } = useQuery({ ...fileDetail(fileId), placeholderData: listed });
  const at = files.findIndex(({ id }) => id === fileId);
  const before = files[at - 1];
  const after = at < 0 ? undefined : files[at + 1];
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    if (
      event.altKey ||
      event.ctrlKey ||
      event.metaKey ||
      (target instanceof Element && target.closest('select, input'))
    )
      return;
    const next = { ArrowLeft: before, ArrowRight: after }[event.key];
    if (!next) return;
    event.preventDefault();
    onShow(next.id);
  };

  return (
    <Radix.Root open onOpenChange={(open) => !open && onShow(null)}>
      <Radix.Portal>
        <Radix.Overlay className={veil} />
        <DialogContent
          aria-describedby={undefined}
          onKeyDown={onKeyDown}
          // The sheet itself: on its first button, the arrows would open a tooltip over the file.
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            (event.currentTarget as HTMLElement).focus();
          }}
          className="fixed inset-0 z-50 flex animate-rise flex-col overflow-hidden border-line bg-surface shadow-lg focus:outline-none sm:inset-4 sm:rounded-2xl sm:border"
        >
          <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-3">
            <div className="min-w-0 flex-1">
              <Radix.Title className="truncate text-[0.9375rem] font-semibold">{file?.fileName ?? 'File'}</Radix.Title>
              {file && (
                <p className="truncate text-[0.8125rem] text-muted">
                  {[kindName(file), file.lineLabel, formatSize(file.fileSize), scanFact(file)]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              )}
            </div>
            <div className="flex items-center gap-1 max-sm:order-last max-sm:w-full">
              {file && <Versions file={file} onShow={onShow} />}
              {files.length > 1 && at >= 0 && (
                <>
                  <IconButton
                    icon={ChevronLeft}
                    size="sm"
                    label="Previous file"
                    disabled={!before}
                    onClick={() => before && onShow(before.id)}
                    className="[&_svg]:rtl:rotate-180"
                  />
                  <span className="whitespace-nowrap text-[0.8125rem] tabular-nums text-muted">
                    {at + 1} of {files.length}
                  </span>
                  <IconButton
                    icon={ChevronRight}
                    size="sm"
                    label="Next file"
                    disabled={!after}
                    onClick={() => after && onShow(after.id)}
                    className="[&_svg]:rtl:rotate-180"
                  />
                </>
              )}
              {file && <DownloadButton file={file} />}
            </div>
            <Radix.Close asChild>
              <IconButton icon={X} label="Close" size="sm" withoutTooltip />
            </Radix.Close>
          </header>
          {file && <Superseded file={file} onShow={onShow} />}
          <div className="relative min-h-0 flex-1 bg-sunken">
            {file ? (
              <Shown key={file.id} file={file} />
            ) : error ? (
              <ErrorState title={gone(error)} error={error} />
            ) : (
              <Waiting />
            )}
          </div>
        </DialogContent>
      </Radix.Portal>
    </Radix.Root>
  );
}

const gone = (error: unknown) =>
  toProblem(error).status === 404 ? 'This file is not here any more' : 'The file could not be loaded';

/** Told wherever an old one is looked at. */
function Superseded({ file: { version, supersededBy }, onShow }: { file: DocumentDto; onShow: (id: string) => void }) {
  if (!supersededBy) return null;
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-warn-tint px-4 py-2 text-sm text-warn"
    >
      <p className="min-w-0 flex-1">
        You are looking at an old version ({version}). Version {supersededBy.version}, {supersededBy.fileName}, took its
        place on {formatDay(supersededBy.createdAt)}.
      </p>
      <Button size="sm" onClick={() => onShow(supersededBy.id)}>
        Show version {supersededBy.version}
      </Button>
    </div>
  );
}

function Versions({ file, onShow }: { file: DocumentDto; onShow: (id: string) => void }) {
  const several = file.version > 1 || file.supersededBy !== null;
  const { data } = useQuery({ ...versionsOf(file.seriesId), enabled: several });
  if (!several || !data) return null;
  return (
    <select
      aria-label="Version"
      value={file.id}
      onChange={(event) => onShow(event.target.value)}
      className="touch-tall h-8 min-w-0 rounded-lg border border-line bg-surface px-2 text-[0.8125rem]"
    >
      {data.results.map(({ id, version, createdAt }) => (
        <option key={id} value={id}>
          Version {version}, {formatDay(createdAt)}
        </option>
      ))}
    </select>
  );
}

function DownloadButton({ file }: { file: DocumentDto }) {
  const download = useDownload();
  return (
    <Button
      size="sm"
      icon={Download}
      busy={download.isPending}
      disabled={isUnread(file)}
      onClick={() => download.mutate(file)}
    >
      <span className="sr-only sm:not-sr-only">Download</span>
    </Button>
  );
}

function Shown({ file }: { file: DocumentDto }) {
  const viewer = viewerOf(file);
  const { data: url, error, refetch } = useQuery({ ...viewLink(file.id), enabled: viewer !== null && !isUnread(file) });
  if (isUnread(file)) return <Unread file={file} />;
  if (viewer === null) {
    return (
      <EmptyState icon={FileQuestion} title="This kind of file cannot be shown here">
        Download it to open it on your computer.
      </EmptyState>
    );
  }
  if (error) return <ErrorState title="The file could not be loaded" error={error} onRetry={() => void refetch()} />;
  if (!url) return <Waiting />;
  return (
    <Suspense fallback={<Waiting />}>
      {viewer === 'pdf' ? (
        <PdfViewer url={url} name={file.fileName} />
      ) : (
        <PictureViewer url={url} name={file.fileName} forPrint={file.subcategory === 'artwork' ? file.id : null} />
      )}
    </Suspense>
  );
}

/** While it waits for the virus scanner, the page looks after it; what is held stays so. */
function Unread({ file: { scanState, threat } }: { file: DocumentDto }) {
  return scanState === 'infected' ? (
    <EmptyState icon={ShieldAlert} title="A virus was found in this file">
      {threat} was found in it, so nobody can open or download it. Delete it, and ask its sender for a clean one.
    </EmptyState>
  ) : (
    <EmptyState
      icon={Hourglass}
      title={scanState === 'pending' ? 'Being checked for viruses' : 'This file waits for the virus scanner'}
    >
      {scanState === 'pending'
        ? 'It is shown here in a moment.'
        : 'The scanner does not answer just now. The file is checked by itself as soon as it does.'}
    </EmptyState>
  );
}
