import { lazy } from 'react';
import { ApprovalsPage } from '@/features/approvals/pages/ApprovalsPage';

/** What the board takes from the samples: features do not import one another. */
const NewRound = lazy(async () => ({
  default: (await import('@/features/samples/components/NewSampleDrawer')).NewSampleDrawer,
}));
const ScanLabel = lazy(async () => ({ default: (await import('@/features/samples/components/ScanLabel')).ScanLabel }));

export default function ApprovalsBoard() {
  return <ApprovalsPage NewRound={NewRound} ScanLabel={ScanLabel} />;
}
