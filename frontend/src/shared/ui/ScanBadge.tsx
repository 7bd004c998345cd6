import { Hourglass, ShieldAlert } from 'lucide-react';
import type { StoredFileDto } from '../api/generated';
import { Badge } from './Badge';

/** What the virus scanner says of a file. */
export type Scanned = Pick<StoredFileDto, 'scanState' | 'threat'>;

/** It is not handed out, for now or for good. */
export const isUnread = ({ scanState }: Scanned): boolean =>
  scanState === 'pending' || scanState === 'failed' || scanState === 'infected';

/** Told beside its size, where the house has no scanner. */
export const scanFact = ({ scanState }: Scanned): string | null =>
  scanState === 'unscanned' ? 'not scanned for viruses' : null;

/** Nothing for a file that can be read. */
export function ScanBadge({ of: { scanState, threat } }: { of: Scanned }) {
  switch (scanState) {
    case 'pending':
      return (
        <Badge tone="info" icon={Hourglass}>
          Being checked for viruses
        </Badge>
      );
    case 'failed':
      return (
        <Badge tone="warn" icon={Hourglass} title="It is tried again by itself.">
          Waits for the virus scanner
        </Badge>
      );
    case 'infected':
      return (
        <>
          <Badge tone="bad" icon={ShieldAlert}>
            Held: a virus was found
          </Badge>
          <span className="min-w-0 break-all text-[0.8125rem] text-bad">{threat}</span>
        </>
      );
    default:
      return null;
  }
}
