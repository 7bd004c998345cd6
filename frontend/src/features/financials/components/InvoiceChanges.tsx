import { useQuery } from '@tanstack/react-query';
import { Card } from '@/shared/ui/Card';
import { invoiceDifference } from '../api';
import { Differences } from './Differences';

/** What this PI says otherwise than the version before it. Nothing for the first. */
export function InvoiceChanges({ invoice: { id, version } }: { invoice: { id: string; version: number } }) {
  const { data } = useQuery({ ...invoiceDifference(id), enabled: version > 1 });
  if (!data?.since) return null;
  return (
    <Card title={`Since ${data.since.piNumber}, version ${data.since.version}`}>
      {data.differences.length > 0 ? (
        <Differences of={data.differences} />
      ) : (
        <p className="text-sm">It says the same.</p>
      )}
    </Card>
  );
}
