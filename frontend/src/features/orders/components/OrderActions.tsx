import { Link, useNavigate } from '@tanstack/react-router';
import {
  ArrowLeftRight,
  CopyPlus,
  Ellipsis,
  History,
  PackageCheck,
  Pencil,
  Printer,
  Trash2,
  UserRoundPen,
} from 'lucide-react';
import { useState } from 'react';
import { toProblem } from '@/shared/api/errors';
import type { OrderDto } from '@/shared/api/generated';
import { usePurchaseOrder } from '@/shared/exports/api';
import { notify } from '@/shared/lib/notify';
import { paths } from '@/shared/lib/paths';
import { Button } from '@/shared/ui/Button';
import { IconButton } from '@/shared/ui/IconButton';
import { Menu, MenuItem, MenuSeparator } from '@/shared/ui/Menu';
import { useOrderNews } from '../api';
import { delivered, typeNames } from '../vocabulary';
import { RevisionsDrawer } from '../revision/RevisionsDrawer';
import { ConvertDialog, otherType } from './ConvertDialog';
import { CopyOrderDialog } from './CopyOrderDialog';
import { DeleteOrderDialog } from './DeleteOrderDialog';
import { DeliverDialog } from './DeliverDialog';
import { HandOverDialog } from './HandOverDialog';

type Asked = 'deliver' | 'copy' | 'convert' | 'handOver' | 'revisions' | 'delete';

export function OrderActions({ order }: { order: OrderDto }) {
  const [asking, setAsking] = useState<Asked | null>(null);
  const close = () => setAsking(null);
  const navigate = useNavigate();
  const news = useOrderNews();
  const paper = usePurchaseOrder();
  const print = () => {
    notify.info(`The purchase order of ${order.orderNumber} is being printed.`);
    paper.mutate(order.id, {
      onSuccess: (trouble) => trouble && notify.error('The purchase order is not there yet.', trouble),
      onError: (error) => notify.error('The purchase order could not be printed.', toProblem(error).detail),
    });
  };
  const handedOver = async (leaves: boolean) => {
    if (!leaves) return void (await news.of(order.id));
    await navigate({ to: paths.orders });
    news.gone(order.id);
  };
  return (
    <>
      <Button asChild>
        <Link to={paths.editOrder(order.id)}>
          <Pencil aria-hidden />
          Edit
        </Link>
      </Button>
      {order.currentStage !== delivered && (
        <Button icon={PackageCheck} variant="primary" onClick={() => setAsking('deliver')}>
          Mark delivered
        </Button>
      )}
      <Menu trigger={<IconButton icon={Ellipsis} label="More about this order" variant="secondary" withoutTooltip />}>
        <MenuItem icon={CopyPlus} onSelect={() => setAsking('copy')}>
          Order again…
        </MenuItem>
        <MenuItem icon={Printer} disabled={paper.isPending} onSelect={print}>
          Purchase order (PDF)
        </MenuItem>
        <MenuItem icon={ArrowLeftRight} onSelect={() => setAsking('convert')}>
          Make it {typeNames[otherType(order.orderType)].toLowerCase()}…
        </MenuItem>
        {order.revisionCount > 0 && (
          <MenuItem icon={History} onSelect={() => setAsking('revisions')}>
            Revisions ({order.revisionCount})
          </MenuItem>
        )}
        <MenuItem icon={UserRoundPen} onSelect={() => setAsking('handOver')}>
          Hand over…
        </MenuItem>
        <MenuItem icon={Printer} onSelect={printSoon}>
          Print
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={Trash2} danger onSelect={() => setAsking('delete')}>
          Delete order…
        </MenuItem>
      </Menu>
      {asking === 'deliver' && <DeliverDialog order={order} onClose={close} />}
      {asking === 'copy' && <CopyOrderDialog order={order} onClose={close} />}
      {asking === 'convert' && <ConvertDialog order={order} onClose={close} />}
      {asking === 'revisions' && <RevisionsDrawer order={order} onClose={close} />}
      {asking === 'handOver' && <HandOverDialog orders={[order]} onClose={close} onDone={handedOver} />}
      {asking === 'delete' && <DeleteOrderDialog order={order} onClose={close} />}
    </>
  );
}

/** Once the menu is gone, so that it is not on the paper. */
const printSoon = () => void setTimeout(() => window.print(), 250);
