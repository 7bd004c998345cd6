import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleX, PackageCheck, Paperclip, Pipette, Plus, Send } from 'lucide-react';
import type { SampleDto } from '@/shared/api/generated';
import { HistoryCard, type HistoryLooks } from '@/shared/ui/HistoryCard';
import { sampleHistory } from '../api';
import { sampleName } from '../vocabulary';

const looks: HistoryLooks = {
  'sample.created': [Plus, 'accent'],
  'sample.submitted': [Send, 'info'],
  'sample.received': [PackageCheck, 'accent'],
  'sample.measured': [Pipette, 'calm'],
  'sample.option_added': [Plus, 'calm'],
  'sample.approved': [CircleCheck, 'good'],
  'sample.rejected': [CircleX, 'bad'],
  'sample.file_attached': [Paperclip, 'calm'],
};

/** Who did what to this round. */
export function SampleHistory({ sample }: { sample: SampleDto }) {
  return <HistoryCard of={sampleName(sample)} query={useQuery(sampleHistory(sample))} looks={looks} />;
}
