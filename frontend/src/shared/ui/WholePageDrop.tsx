import { FileSpreadsheet } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { droppedFiles } from '../lib/dropped-files';

export interface WholePageDropProps {
  /** Shown while a file is held over the page: "Drop your workbook anywhere". */
  label: string;
  onFiles: (files: File[]) => void;
}

/** Nobody has to aim: while a file is held over the page, all of the page takes it. */
export function WholePageDrop({ label, onFiles }: WholePageDropProps) {
  const [over, setOver] = useState(false);
  const drop = useEffectEvent((event: DragEvent) => {
    const { dataTransfer } = event;
    setOver(false);
    if (event.defaultPrevented || !dataTransfer?.files.length) return;
    event.preventDefault();
    void droppedFiles(dataTransfer).then((files) => files.length > 0 && onFiles(files));
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
        {label}
      </p>
    </div>
  );
}
