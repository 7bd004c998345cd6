import { Download, Ellipsis, FileSpreadsheet, FileText, FileUp, Image, Mail, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { DocumentDto } from '../api/generated';
import { useCan } from '../lib/can';
import { formatSize, sentenceCase } from '../lib/format';
import { Badge } from '../ui/Badge';
import { IconButton } from '../ui/IconButton';
import { Menu, MenuItem, MenuSeparator } from '../ui/Menu';
import { isUnread, ScanBadge } from '../ui/ScanBadge';
import { Day } from '../ui/Values';
import { useDeleteFile, useDownload } from './api';
import { kindName } from './kinds';

export interface FileRowProps {
  file: DocumentDto;
  /** Not told where the whole list is of one line. */
  withLine: boolean;
  onShow: () => void;
  onEdit: () => void;
  onReplace: () => void;
}

/** One file: its small picture, what it is, whose it is; the name opens it. */
export function FileRow({ file, withLine, onShow, onEdit, onReplace }: FileRowProps) {
  const may = useCan();
  const download = useDownload();
  const trash = useDeleteFile();
  const { fileName, version, isCurrent, supersededBy, description } = file;
  return (
    <li className="flex items-start gap-3 px-4 py-3 sm:px-5">
      <Thumbnail file={file} />
      <div className="min-w-0 flex-1 text-sm">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <button
            type="button"
            onClick={onShow}
            className="touch-target min-w-0 break-words text-start font-medium text-ink hover:text-accent-text hover:underline"
          >
            {fileName}
          </button>
          <Badge>{kindName(file)}</Badge>
          {version > 1 && isCurrent && <Badge tone="info">Version {version}</Badge>}
          {!isCurrent && (
            <Badge tone="warn">
              Version {version}
              {supersededBy && `, superseded by ${supersededBy.version}`}
            </Badge>
          )}
          <ScanBadge of={file} />
        </div>
        {description && <p className="mt-0.5 whitespace-pre-line break-words">{description}</p>}
        <p className="mt-0.5 flex flex-wrap gap-x-1.5 text-[0.8125rem] text-muted">
          <Facts file={file} withLine={withLine} />
        </p>
      </div>
      <div className="-my-1 flex shrink-0">
        <IconButton
          icon={Download}
          size="sm"
          label={`Download ${fileName}`}
          disabled={download.isPending || isUnread(file)}
          onClick={() => download.mutate(file)}
        />
        {(may('document.write') || may('document.delete')) && (
          <Menu trigger={<IconButton icon={Ellipsis} size="sm" label={`More about ${fileName}`} withoutTooltip />}>
            {may('document.write') && isCurrent && (
              <MenuItem icon={FileUp} onSelect={onReplace}>
                New version…
              </MenuItem>
            )}
            {may('document.write') && (
              <MenuItem icon={Pencil} onSelect={onEdit}>
                Edit
              </MenuItem>
            )}
            {may('document.delete') && (
              <>
                <MenuSeparator />
                <MenuItem icon={Trash2} danger onSelect={() => trash.mutate(file)}>
                  Delete
                </MenuItem>
              </>
            )}
          </Menu>
        )}
      </div>
    </li>
  );
}

function Facts({ file, withLine }: Pick<FileRowProps, 'file' | 'withLine'>) {
  const { lineLabel, sampleType, sampleVersion, documentDate, fileSize, uploadedBy, createdAt } = file;
  const sample = sampleType && `${sentenceCase(sampleType)}, round ${sampleVersion}`;
  const facts = [
    withLine && lineLabel,
    withLine && sample,
    documentDate && (
      <>
        dated <Day day={documentDate} />
      </>
    ),
    formatSize(fileSize),
    <>
      {uploadedBy && `${uploadedBy.fullName}, `}
      <Day day={createdAt} />
    </>,
  ].filter(Boolean);
  return facts.map((fact, at) => (
    <span key={at}>
      {fact}
      {at < facts.length - 1 && <span aria-hidden> ·</span>}
    </span>
  ));
}

const icons = { picture: Image, sheet: FileSpreadsheet, mail: Mail, paper: FileText } as const;

function iconOf({ fileType, category }: DocumentDto): keyof typeof icons {
  if (fileType.startsWith('image/')) return 'picture';
  if (fileType.includes('excel') || fileType.includes('spreadsheet')) return 'sheet';
  return category === 'email' ? 'mail' : 'paper';
}

/** Its picture, else the icon of its type; the place is the same, so that nothing moves when the picture comes. */
export function Thumbnail({ file }: { file: DocumentDto }) {
  const [broken, setBroken] = useState<string | null>(null);
  const { thumbnailUrl } = file;
  const Icon = icons[iconOf(file)];
  return (
    <span className="grid size-12 shrink-0 place-items-center overflow-hidden rounded-lg border border-line bg-sunken text-muted">
      {thumbnailUrl && broken !== thumbnailUrl ? (
        <img
          src={new URL(thumbnailUrl, __API_URL__ || window.location.href).href}
          alt=""
          className="size-full object-cover object-top" // of a page its head
          onError={() => setBroken(thumbnailUrl)}
        />
      ) : (
        <Icon aria-hidden className="size-5" strokeWidth={1.75} />
      )}
    </span>
  );
}
