import { lazy, Suspense, useRef, useState } from 'react';
import type { DocumentDto } from '../api/generated';
import type { Option } from '../ui/Input';
import { EditFileDialog } from './EditFileDialog';
import { FileRow } from './FileRow';

const PreviewDialog = lazy(() => import('./preview/PreviewDialog'));

interface FileListProps {
  files: readonly DocumentDto[];
  /** The lines of the order, to move a file to; none where the list is of one line or sample. */
  lines: readonly Option[];
  withLine: boolean;
  /** The file that is open in the preview. */
  shown: string | null;
  onShow: (id: string | null) => void;
  onReplace: (file: DocumentDto, next: File) => void;
}

/** Files with what may be done with them; one at a time is previewed or edited. */
export function FileList({ files, lines, withLine, shown, onShow, onReplace }: FileListProps) {
  const [edited, setEdited] = useState<DocumentDto | null>(null);
  const replaced = useRef<DocumentDto | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <ul aria-label="Files" className="divide-y divide-line">
        {files.map((file) => (
          <FileRow
            key={file.id}
            file={file}
            withLine={withLine}
            onShow={() => onShow(file.id)}
            onEdit={() => setEdited(file)}
            onReplace={() => {
              replaced.current = file;
              chooser.current?.click();
            }}
          />
        ))}
      </ul>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label="The new version"
        onChange={({ target }) => {
          const [next] = target.files ?? [];
          if (next && replaced.current) onReplace(replaced.current, next);
          target.value = ''; // so that the same file can be chosen again
        }}
      />
      {edited && <EditFileDialog file={edited} lines={lines} onClose={() => setEdited(null)} />}
      {shown && (
        <Suspense>
          <PreviewDialog fileId={shown} files={files} onShow={onShow} />
        </Suspense>
      )}
    </>
  );
}
