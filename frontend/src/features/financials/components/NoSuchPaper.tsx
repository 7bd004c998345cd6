import { Link } from '@tanstack/react-router';
import { FileX } from 'lucide-react';
import { useEffect } from 'react';
import { paths } from '@/shared/lib/paths';
import { useActor } from '@/shared/session';
import { Button } from '@/shared/ui/Button';
import { EmptyState } from '@/shared/ui/States';

export function NoSuchPaper({ what }: { what: 'PI' | 'LC' }) {
  const { role } = useActor();
  useEffect(() => {
    document.title = `No such ${what} · Provabook`;
  }, [what]);
  return (
    <div className="grid min-h-[60dvh] place-content-center">
      <h1 className="sr-only">No such {what}</h1>
      <EmptyState
        icon={FileX}
        title={role === 'merchandiser' ? `This ${what} is not among yours` : `There is no such ${what}`}
        actions={
          <Button variant="primary" asChild>
            <Link to={paths.money} search={(what === 'LC' ? { tab: 'lcs' } : {}) as never}>
              All {what}s
            </Link>
          </Button>
        }
      >
        It was deleted, the link is incomplete, or a colleague holds its order now.
      </EmptyState>
    </div>
  );
}
