import { useNavigate } from '@tanstack/react-router';
import { Download, FileSpreadsheet, FolderDown, Sheet } from 'lucide-react';
import { toProblem } from '../api/errors';
import { useCan } from '../lib/can';
import { notify } from '../lib/notify';
import { paths } from '../lib/paths';
import { Button } from '../ui/Button';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../ui/Menu';
import { type Asked, type SheetKind, useAskForExport, useCsv } from './api';

export interface Exportable {
  kind: SheetKind;
  label: string;
  /** What its page asks now. */
  asked: Asked;
}

/** Takes what a page shows out of the house: as Excel, made in the background, or as CSV at once. */
export function ExportMenu({ of }: { of: readonly Exportable[] }) {
  const can = useCan();
  const navigate = useNavigate();
  const ask = useAskForExport();
  const csv = useCsv();
  if (!can('export.run')) return null;

  const toFiles = () => void navigate({ to: paths.exports });
  const asExcel = ({ kind, label, asked }: Exportable) =>
    ask.mutate(
      { kind, asked },
      {
        onSuccess: () =>
          notify.info(`${label}: the Excel file is being made.`, { label: 'To your files', run: toFiles }),
        onError: (error) => notify.error(`${label} cannot be exported now.`, toProblem(error).detail),
      },
    );
  const asCsv = ({ kind, label, asked }: Exportable) =>
    csv.mutate(
      { kind, asked },
      {
        onSuccess: () => notify.info(`${label}: the CSV file is saved.`),
        onError: (error) => notify.error(`${label} could not be read to the end.`, toProblem(error).detail),
      },
    );
  return (
    <Menu
      trigger={
        <Button icon={Download} busy={ask.isPending || csv.isPending}>
          Export…
        </Button>
      }
    >
      {of.map((each) => (
        <div key={each.kind} role="group" aria-label={each.label}>
          <MenuLabel>{each.label}, as filtered</MenuLabel>
          <MenuItem icon={FileSpreadsheet} onSelect={() => asExcel(each)}>
            Excel workbook
          </MenuItem>
          <MenuItem icon={Sheet} onSelect={() => asCsv(each)}>
            CSV
          </MenuItem>
        </div>
      ))}
      <MenuSeparator />
      <MenuItem icon={FolderDown} onSelect={toFiles}>
        Your files
      </MenuItem>
    </Menu>
  );
}
