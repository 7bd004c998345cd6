import { Upload } from 'lucide-react';
import { type DragEvent, type ReactNode, useId, useState } from 'react';
import { cx } from '../lib/cx';
import { droppedFiles } from '../lib/dropped-files';

export interface FileDropProps {
  /** What to drop: "Drop your workbook here". */
  label: string;
  /** Kinds and size: "Excel or CSV, up to 10 MB". */
  hint: ReactNode;
  /** As in `<input accept>`: `.xls,.xlsx,.csv`. */
  accept?: string;
  /** Other kinds are taken too: where they are read, they are refused with a better reason than their name. */
  anyKind?: boolean;
  multiple?: boolean;
  /** In bytes. Larger ones are refused here, with a sentence. */
  maxSize?: number;
  busy?: boolean;
  /** What was wrong with the last one. */
  error?: string;
  onFiles: (files: File[]) => void;
}

/** Drop, click, or Enter. The browser does the choosing. */
export function FileDrop({
  label,
  hint,
  accept,
  anyKind = false,
  multiple = false,
  maxSize,
  busy = false,
  error,
  onFiles,
}: FileDropProps) {
  const id = useId();
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  const take = (list: readonly File[]) => {
    const files = list.slice(0, multiple ? undefined : 1);
    const large = files.find((file) => maxSize !== undefined && file.size > maxSize);
    const odd = files.find((file) => accept && !anyKind && !accepts(accept, file));
    setRefusal(large ? `${large.name} is too large.` : odd ? `${odd.name} is not of a kind we can read here.` : null);
    if (files.length > 0 && !large && !odd) onFiles(files);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!busy) void droppedFiles(event.dataTransfer).then(take);
  };
  const complaint = refusal ?? error;

  return (
    <div>
      <label
        htmlFor={id}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        className={cx(
          'flex flex-col items-center gap-1 rounded-xl border-2 border-dashed px-6 py-8 text-center transition-colors',
          'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
          over ? 'border-accent-text bg-accent-tint' : 'border-line-strong/50 hover:border-line-strong hover:bg-hover',
          busy && 'pointer-events-none opacity-60',
        )}
      >
        <input
          id={id}
          type="file"
          className="sr-only"
          accept={accept}
          multiple={multiple}
          disabled={busy}
          aria-describedby={`${id}-hint${complaint ? ` ${id}-error` : ''}`}
          onChange={(event) => {
            take([...(event.target.files ?? [])]);
            event.target.value = ''; // so that the same file can be chosen again
          }}
        />
        <Upload aria-hidden className="mb-1.5 size-6 text-muted" strokeWidth={1.75} />
        <span className="text-sm font-medium">
          {label}{' '}
          <span className="text-accent-text underline underline-offset-2">
            or choose {multiple ? 'files' : 'a file'}
          </span>
        </span>
        <span id={`${id}-hint`} className="text-[0.8125rem] text-muted">
          {busy ? 'Reading…' : hint}
        </span>
      </label>
      {complaint && (
        <p id={`${id}-error`} role="alert" className="mt-2 text-[0.8125rem] text-bad">
          {complaint}
        </p>
      )}
    </div>
  );
}

function accepts(accept: string, file: File): boolean {
  const name = file.name.toLowerCase();
  return accept.split(',').some((each) => {
    const kind = each.trim().toLowerCase();
    if (kind.startsWith('.')) return name.endsWith(kind);
    return kind.endsWith('/*') ? file.type.startsWith(kind.slice(0, -1)) : file.type === kind;
  });
}
