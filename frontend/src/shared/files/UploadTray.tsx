import { CircleAlert, WifiOff, X } from 'lucide-react';
import { formatSize } from '../lib/format';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import type { Upload, Uploads } from './use-uploads';

interface UploadTrayProps {
  of: Uploads;
  onShow: (id: string) => void;
}

/** Files on their way, and those that were not kept: each with its reason, until somebody has read it. */
export function UploadTray({ of, onShow }: UploadTrayProps) {
  const refused = of.uploads.filter((upload) => upload.refused);
  return (
    <div aria-live="polite">
      {of.uploads.length > 0 && (
        <ul aria-label="Files being added" className="divide-y divide-line border-b border-line">
          {of.uploads.map((upload) => (
            <li key={upload.key} className="px-4 py-3 sm:px-5">
              {upload.refused ? (
                <Refused upload={upload} of={of} onShow={onShow} />
              ) : (
                <Sending upload={upload} of={of} />
              )}
            </li>
          ))}
        </ul>
      )}
      {refused.length > 1 && (
        <div className="flex justify-end border-b border-line px-4 py-2">
          <Button size="sm" variant="quiet" onClick={() => refused.forEach(({ key }) => of.dismiss(key))}>
            Clear all {refused.length}
          </Button>
        </div>
      )}
    </div>
  );
}

function Sending({ upload, of }: { upload: Upload; of: Uploads }) {
  const { sent, progress, paused } = upload;
  const percent = Math.round(progress * 100);
  return (
    <div className="flex items-center gap-3">
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline gap-3 text-sm">
          <span className="min-w-0 flex-1 truncate font-medium">{sent.file.name}</span>
          <span className="text-[0.8125rem] tabular-nums text-muted">
            {percent} % of {formatSize(sent.file.size)}
          </span>
        </div>
        <progress
          value={percent}
          max={100}
          aria-label={`Sending ${sent.file.name}`}
          className="mt-2 block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
        />
        {paused && (
          <p className="mt-1.5 flex items-center gap-1.5 text-[0.8125rem] text-muted">
            <WifiOff aria-hidden className="size-3.5 shrink-0" />
            No connection. It goes on by itself.
          </p>
        )}
      </div>
      <IconButton icon={X} size="sm" label={`Cancel ${sent.file.name}`} onClick={() => of.cancel(upload)} />
    </div>
  );
}

function Refused({ upload, of, onShow }: UploadTrayProps & { upload: Upload }) {
  const { sent, refused } = upload;
  if (!refused) return null;
  const { existing, detail } = refused;
  return (
    <div className="flex items-start gap-3 text-sm">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
      <div className="min-w-0 flex-1">
        <p className="break-words font-medium">{sent.file.name} was not added</p>
        <p className="text-muted">{detail}</p>
        <div className="mt-2 flex flex-wrap gap-2">
          {existing && (
            <Button size="sm" onClick={() => onShow(existing.id)}>
              Show {existing.fileName}
            </Button>
          )}
          <Button size="sm" onClick={() => of.retry(upload, existing !== null)}>
            {existing ? 'Add it all the same' : 'Try again'}
          </Button>
        </div>
      </div>
      <IconButton icon={X} size="sm" label={`Dismiss ${sent.file.name}`} onClick={() => of.dismiss(upload.key)} />
    </div>
  );
}
