import { Copy, Ellipsis, Factory, FolderOpen, PackageX, Pencil, Split, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { LineDto } from '@/shared/api/generated';
import type { GateQuestion } from '@/shared/gates/questions';
import { cx } from '@/shared/lib/cx';
import { LineQuantity } from '@/shared/quantities/LineQuantity';
import { IconButton } from '@/shared/ui/IconButton';
import { Menu, MenuItem, MenuSeparator } from '@/shared/ui/Menu';
import { aboveRowLink, type Column, rowLink, Table } from '@/shared/ui/Table';
import { Money } from '@/shared/ui/Values';
import { Tick } from '../selection/Tick';
import type { Selection } from '../selection/use-selection';
import { isClosed } from '../vocabulary';
import { canCloseShort, CloseShortDialog } from './CloseShortDialog';
import { Etd } from './Etd';
import { LineFiles } from './LineFiles';
import { LineGates } from './LineGates';
import { LineStatusMenu } from './LineStatusMenu';
import { canSplit, SplitLineDialog } from './SplitLineDialog';

interface LineTableProps {
  caption: string;
  lines: readonly LineDto[];
  /** Where lines can be ticked, to move several. */
  selection?: Selection;
  /** The order has left. */
  closed: boolean;
  onOpen: (line: LineDto) => void;
  onOffers: (line: LineDto) => void;
  /** Left out: the order takes no further lines. */
  onCopy?: (line: LineDto) => void;
  onDelete: (line: LineDto) => void;
  onAsk: (question: GateQuestion) => void;
}

export function LineTable({ caption, lines, selection, closed, onAsk, ...menu }: LineTableProps) {
  const columns: Column<LineDto>[] = [
    {
      key: 'line',
      head: 'Colour',
      primary: true,
      cell: (line) => (
        <span className="flex items-start gap-3">
          {selection && <Tick id={line.id} name={line.label} selection={selection} />}
          <span className="min-w-0">
            <LineName line={line} onOpen={() => menu.onOpen(line)} />
          </span>
        </span>
      ),
    },
    {
      key: 'quantity',
      className: '@4xl:w-36',
      head: 'Quantity',
      align: 'end',
      cell: (line) => <LineQuantity line={line} />,
    },
    {
      key: 'millPrice',
      className: 'w-32',
      head: 'Mill price',
      align: 'end',
      show: 'wide',
      cell: ({ millPrice, currency }) => <Money amount={millPrice} currency={currency} />,
    },
    {
      key: 'provaPrice',
      className: '@4xl:w-32',
      head: 'Our price',
      align: 'end',
      cell: ({ provaPrice, currency }) => <Money amount={provaPrice} currency={currency} />,
    },
    {
      key: 'etd',
      className: '@4xl:w-36',
      head: 'ETD',
      cell: (line) => <Etd day={line.etd} closed={closed || isClosed(line)} />,
    },
    {
      key: 'status',
      className: '@4xl:w-44',
      head: 'Status',
      badge: true,
      cell: (line) => <LineStatusMenu line={line} className={aboveRowLink} />,
    },
    {
      key: 'more',
      head: 'Actions',
      badge: true,
      className: '@2xl:w-20',
      cell: (line) => (
        <span className={cx(aboveRowLink, '-my-1 inline-flex')}>
          <LineMenu line={line} {...menu} />
        </span>
      ),
    },
  ];
  return (
    <Table
      caption={caption}
      dense
      columns={columns}
      rows={lines}
      rowKey={({ id }) => id}
      detail={(line) => (
        <div className="px-4 pb-3 @2xl:-mt-0.5">
          <LineGates line={line} onAsk={onAsk} />
        </div>
      )}
    />
  );
}

function LineName({ line, onOpen }: { line: LineDto; onOpen: () => void }) {
  const { colorName, colorCode, cadName, cadCode, millName, part } = line;
  const name = [colorName, colorCode].filter(Boolean).join(' ');
  const cad = [cadName, cadCode].filter(Boolean).join(' ');
  const second = [part > 1 ? `Part ${part}` : null, name ? cad : null, millName].filter(Boolean).join(' · ');
  return (
    <>
      <button type="button" onClick={onOpen} className={cx(rowLink, 'text-start')}>
        {name || cad || line.label}
      </button>
      {second && <span className="block min-w-24 text-[0.8125rem] text-muted">{second}</span>}
    </>
  );
}

type LineMenuProps = Pick<LineTableProps, 'onOpen' | 'onOffers' | 'onCopy' | 'onDelete'> & { line: LineDto };

function LineMenu({ line, onOpen, onOffers, onCopy, onDelete }: LineMenuProps) {
  const [files, setFiles] = useState(false);
  const [closing, setClosing] = useState(false);
  const [splitting, setSplitting] = useState(false);
  return (
    <>
      <Menu trigger={<IconButton icon={Ellipsis} size="sm" label={`More about ${line.label}`} withoutTooltip />}>
        <MenuItem icon={Pencil} onSelect={() => onOpen(line)}>
          Edit
        </MenuItem>
        {onCopy && (
          <MenuItem icon={Copy} onSelect={() => onCopy(line)}>
            Add one like this
          </MenuItem>
        )}
        <MenuItem icon={Factory} onSelect={() => onOffers(line)}>
          Mill offers{line.millOfferCount > 0 && ` (${line.millOfferCount})`}
        </MenuItem>
        <MenuItem icon={FolderOpen} onSelect={() => setFiles(true)}>
          Files{line.fileCount > 0 && ` (${line.fileCount})`}
        </MenuItem>
        {canSplit(line) && (
          <MenuItem icon={Split} onSelect={() => setSplitting(true)}>
            Split…
          </MenuItem>
        )}
        {canCloseShort(line) && (
          <MenuItem icon={PackageX} onSelect={() => setClosing(true)}>
            Close short…
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem icon={Trash2} danger onSelect={() => onDelete(line)}>
          Delete…
        </MenuItem>
      </Menu>
      {splitting && <SplitLineDialog line={line} onClose={() => setSplitting(false)} />}
      {closing && <CloseShortDialog line={line} onClose={() => setClosing(false)} />}
      {files && <LineFiles line={line} onClose={() => setFiles(false)} />}
    </>
  );
}
