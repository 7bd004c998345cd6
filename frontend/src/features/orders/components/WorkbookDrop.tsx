import { useNavigate } from '@tanstack/react-router';
import { handOver } from '@/shared/lib/handover';
import { paths } from '@/shared/lib/paths';
import { FileDrop } from '@/shared/ui/FileDrop';
import { WholePageDrop } from '@/shared/ui/WholePageDrop';

/**
 * The way from the sheet that the house lives in: drop it here, or anywhere on the page, and the import page shows what
 * it would become, or why it is not taken.
 */
export function WorkbookDrop() {
  const navigate = useNavigate();
  const take = ([file]: File[]) => {
    if (!file) return;
    handOver(file);
    void navigate({ to: paths.importOrders });
  };
  return (
    <>
      <FileDrop
        label="Drop your T&A workbook here"
        hint="Excel (.xls, .xlsx) or CSV, up to 10 MB. You see what becomes of it before anything is saved."
        accept=".xls,.xlsx,.csv"
        anyKind
        onFiles={take}
      />
      <WholePageDrop label="Drop your T&A workbook anywhere" onFiles={take} />
    </>
  );
}
