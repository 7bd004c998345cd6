import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { useEffect } from 'react';
import { paths } from '@/shared/lib/paths';
import { Button } from '@/shared/ui/Button';
import { EmptyState } from '@/shared/ui/States';

export function NotFoundPage() {
  useEffect(() => {
    document.title = 'Not found · Provabook';
  }, []);
  return (
    <div className="grid min-h-[70dvh] place-content-center">
      <h1 className="sr-only">Page not found</h1>
      <EmptyState
        icon={Compass}
        title="There is no page at this address"
        actions={
          <>
            <Button asChild>
              <Link to={paths.orders}>All orders</Link>
            </Button>
            <Button variant="primary" asChild>
              <Link to={paths.home}>Home</Link>
            </Button>
          </>
        }
      >
        The link may be old or incomplete. If it came from a colleague, ask them for it again, or search for the order.
      </EmptyState>
    </div>
  );
}
