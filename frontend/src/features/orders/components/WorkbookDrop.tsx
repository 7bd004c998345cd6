import { useNavigate } from '@tanstack/react-router';
import { FileSpreadsheet } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { handOver } from '@/shared/lib/handover';
import { paths } from '@/shared/lib/paths';
import { FileDrop } from '@/shared/ui/FileDrop';

const maxSize = 20 * 1024 * 1024;

function useTakeWorkbook(): (files: readonly File[]) => void {
  const navigate = useNavigate();
  return ([file]) => {
    if (!file) return;
    handOver(file);
    void navigate({ to: paths.importOrders });
  };
}

/** The way from the sheet that the house lives in: drop it, and the import page shows what it would become. */
export function WorkbookDrop() {
  const take = useTakeWorkbook();
  return (
    <FileDrop
      label="Drop your T&A workbook here"
      hint="Excel (.xls, .xlsx) or CSV, up to 20 MB. You see what becomes of it before anything is saved."
      accept=".xls,.xlsx,.csv"
      maxSize={maxSize}
      onFiles={take}
    />
  );
}

/** Nobody has to aim: while a file is held over the page, all of the page takes it. */
export function WholePageDrop() {
  const take = useTakeWorkbook();
  const [over, setOver] = useState(false);
  const drop = useEffectEvent((event: DragEvent) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    setOver(false);
    if (event.defaultPrevented || files.length === 0) return;
    event.preventDefault();
    take(files);
  });

  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    document.addEventListener('dragover', onOver);
    document.addEventListener('dragleave', onLeave);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', onOver);
      document.removeEventListener('dragleave', onLeave);
      document.removeEventListener('drop', drop);
    };
  }, []);

  if (!over) return null;
  return (
    <div className="pointer-events-none fixed inset-0 z-50 grid animate-fade place-items-center bg-veil p-6">
      <p className="flex items-center gap-3 rounded-2xl border-2 border-dashed border-accent-text bg-surface px-8 py-6 text-base font-semibold shadow-lg">
        <FileSpreadsheet aria-hidden className="size-6 text-accent-text" />
        Drop your T&A workbook anywhere
      </p>
    </div>
  );
}
