import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import { takeHandedOver } from '@/shared/lib/handover';
import { paths } from '@/shared/lib/paths';
import { FileDrop } from '@/shared/ui/FileDrop';
import { PageHeader } from '@/shared/ui/PageHeader';
import { WholePageDrop } from '@/shared/ui/WholePageDrop';
import { useStartImport } from '../api';
import { RecentImports } from '../components/RecentImports';
import { Refusal } from '../components/Refusal';

/** Drop the workbook; the next page shows what would become of it. */
export default function ImportStartPage() {
  const navigate = useNavigate();
  const [sent, setSent] = useState(0);
  const start = useStartImport(setSent);
  const read = (file: File) => {
    start.mutate(file, {
      onSuccess: ({ id }) => void navigate({ to: paths.importOf(id) }),
      onError: () => setSent(0),
    });
  };
  const readHandedOver = useEffectEvent(() => {
    const file = takeHandedOver();
    if (file) read(file);
  });
  useEffect(() => readHandedOver(), []);

  return (
    <>
      <PageHeader
        title="Import a workbook"
        crumbs={[{ label: 'Orders', to: paths.orders }]}
        description="You see what becomes of every cell, and change what you want, before anything is saved."
      />
      <div className="flex max-w-4xl flex-col gap-5">
        {start.isError && start.variables && <Refusal fileName={start.variables.name} error={start.error} />}
        {start.isPending ? (
          <Upload fileName={start.variables.name} sent={sent} />
        ) : (
          <FileDrop
            label="Drop your T&A workbook here"
            hint="Excel (.xls, .xlsx) or CSV, up to 10 MB"
            accept=".xls,.xlsx,.csv"
            anyKind
            onFiles={([file]) => file && read(file)}
          />
        )}
        <RecentImports />
        {!start.isPending && (
          <WholePageDrop label="Drop your T&A workbook anywhere" onFiles={([file]) => file && read(file)} />
        )}
      </div>
    </>
  );
}

function Upload({ fileName, sent }: { fileName: string; sent: number }) {
  const isSent = sent >= 100;
  return (
    <div className="flex flex-col items-center gap-3 rounded-xl border-2 border-dashed border-line-strong/50 px-6 py-10 text-center">
      <p role="status" className="break-all text-sm font-medium">
        {isSent ? `Reading ${fileName}…` : `Sending ${fileName}…`}
      </p>
      <progress
        aria-label={isSent ? 'Reading the workbook' : 'Sent so far'}
        max={100}
        {...(isSent ? {} : { value: sent })}
        className="h-1.5 w-full max-w-sm accent-accent"
      />
    </div>
  );
}
