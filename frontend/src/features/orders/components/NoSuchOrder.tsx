import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { PackageX } from 'lucide-react';
import { useEffect } from 'react';
import { paths } from '@/shared/lib/paths';
import { useActor } from '@/shared/session';
import { Button } from '@/shared/ui/Button';
import { trashedOrder } from '../api';
import { OrderInTrash } from './OrderInTrash';
import { EmptyState } from '@/shared/ui/States';

export function NoSuchOrder({ orderId }: { orderId: string }) {
  const { role } = useActor();
  const { data: trashed } = useQuery(trashedOrder(orderId));
  useEffect(() => {
    document.title = 'No such order · Provabook';
  }, []);
  if (trashed) return <OrderInTrash entry={trashed} />;
  return (
    <div className="grid min-h-[60dvh] place-content-center">
      <h1 className="sr-only">No such order</h1>
      <EmptyState
        icon={PackageX}
        title={role === 'merchandiser' ? 'This order is not among yours' : 'There is no such order'}
        actions={
          <Button variant="primary" asChild>
            <Link to={paths.orders}>All orders</Link>
          </Button>
        }
      >
        {role === 'merchandiser'
          ? 'It was deleted, or a colleague holds it now. Ask a manager: they see all orders and can hand it to you.'
          : 'It was deleted, or the link is incomplete. An admin can say what became of it.'}
      </EmptyState>
    </div>
  );
}
