import type { SampleDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { FileCard } from '@/shared/ui/FileCard';
import { linkToFile, useAttach, useRemoveFile } from '../api';
import { sampleName } from '../vocabulary';

/** One file to a sample: a photo of the swatch, the lab's report, the buyer's comments. */
export function SampleFile({ sample }: { sample: SampleDto }) {
  const mayWrite = useCan()('sample.write');
  const add = useAttach(sample);
  const remove = useRemoveFile(sample);
  return (
    <FileCard
      title="File"
      of={sampleName(sample)}
      file={sample.attachment}
      getLink={() => linkToFile(sample.id)}
      add={mayWrite ? add : null}
      remove={mayWrite ? remove : null}
      label={sample.attachment ? 'Drop another in its place' : 'Drop a photo, a report or comments here'}
      hint="One file of 10 MB at most: PDF, picture, Word, Excel or text."
    />
  );
}
