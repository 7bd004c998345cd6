import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SampleDto } from '@/shared/api/generated';
import { paths } from '@/shared/lib/paths';
import { ScanBadge, type Scanned } from '@/shared/ui/ScanBadge';
import { Skeleton } from '@/shared/ui/States';
import { type SampleOption, screenColourOf } from '../options';
import { pictureOf } from '../picture';
import { Swatch } from './Swatch';

/** Its own picture, which leads to the comparison; without one its measured colour. */
export function OptionPicture({ sample, option: { label, picture } }: { sample: SampleDto; option: SampleOption }) {
  const { data, isPending } = useQuery({ ...pictureOf(sample, label), enabled: picture !== null && !isHeld(picture) });
  const colour = screenColourOf(sample, label);
  if (!picture) return <Swatch colour={colour} label={`Option ${label}`} />;
  if (isHeld(picture)) return <ScanBadge of={picture} />;
  if (isPending || !data) return <Skeleton className="size-16 shrink-0 rounded-md" />;
  return (
    <Link
      to={paths.compareSamples}
      search={{ sampleId: sample.id, b: `${sample.id}_${label}` } as never}
      title={`${picture.fileName}: compare, zoom, pin notes`}
      className="relative size-16 shrink-0 overflow-hidden rounded-md border border-line"
    >
      <img src={data.url} alt={`Option ${label}: compare it`} className="size-full object-cover" />
      {colour && (
        <Swatch colour={colour} label={`Option ${label}, measured`} className="absolute bottom-1 end-1 size-4" />
      )}
    </Link>
  );
}

const isHeld = (picture: Scanned): boolean => picture.scanState === 'infected' || picture.scanState === 'failed';
