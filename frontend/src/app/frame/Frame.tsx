import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { readWelcome } from '@/features/auth/api';
import { openPalette, usePalette } from '@/features/search/palette-state';
import { useProofQuestion } from '@/shared/api/proof';
import { createQueryClient } from '@/shared/api/queries';
import { useUndoOfLastChange } from '@/shared/api/undo';
import { useUnreadCount } from '@/shared/api/unread';
import { useKeys } from '@/shared/lib/keys';
import { paths } from '@/shared/lib/paths';
import { useActor } from '@/shared/session';
import { CrumbSlot } from '@/shared/ui/PageHeader';
import { DemoBanner } from './DemoBanner';
import { openKeySheet, useKeySheet } from './key-sheet-state';
import { deeds, type Destination, destinationsFor } from './navigation';
import { PhoneBar } from './PhoneBar';
import { Rail } from './Rail';
import { TopBar } from './TopBar';

const KeySheet = lazy(() => import('./KeySheet'));
const ProofDialog = lazy(() => import('./ProofDialog'));
const Palette = lazy(() => import('@/features/search/components/Palette'));
const Toaster = lazy(() => import('@/shared/ui/Toaster'));

/**
 * Everything around a page once somebody is signed in. What was loaded lives and ends with it: the next person at this
 * screen finds nothing of the last one's.
 */
export default function Frame() {
  const [queryClient] = useState(createQueryClient);
  useEffect(() => () => queryClient.clear(), [queryClient]);
  return (
    <QueryClientProvider client={queryClient}>
      <FramedPage />
    </QueryClientProvider>
  );
}

function FramedPage() {
  const [crumbSlot, setCrumbSlot] = useState<HTMLElement | null>(null);
  const keySheetOpen = useKeySheet((state) => state.open);
  const proofAsked = useProofQuestion((state) => state.question !== null);
  const paletteUsed = usePalette((state) => state.used);
  const { role } = useActor();
  const { data: welcome } = useQuery({
    queryKey: ['auth', 'welcome'],
    queryFn: ({ signal }) => readWelcome(signal),
    staleTime: Infinity,
  });
  const unread = useUnreadCount();
  useUndoOfLastChange();
  useFrameKeys();

  return (
    <div className="flex min-h-dvh">
      <a
        href="#content"
        className="fixed start-3 top-3 z-60 -translate-y-20 rounded-lg bg-accent px-4 py-2 font-medium text-accent-ink focus:translate-y-0"
      >
        Skip to the page
      </a>
      <Rail unread={unread} houseName={welcome?.houseName ?? 'Provabook'} />
      <div className="flex min-w-0 flex-1 flex-col">
        {welcome?.demo && <DemoBanner />}
        <TopBar onCrumbSlot={setCrumbSlot} />
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto w-full max-w-[100rem] flex-1 px-4 pb-24 pt-5 outline-none [--table-top:3.5rem] sm:px-6 sm:pt-6 md:pb-10"
        >
          <CrumbSlot value={crumbSlot}>
            <Outlet />
          </CrumbSlot>
        </main>
      </div>
      <PhoneBar unread={unread} />
      <Suspense>
        <Toaster />
      </Suspense>
      {paletteUsed && (
        <Suspense>
          <Palette pages={destinationsFor(role).map(asOffer)} deeds={deeds} />
        </Suspense>
      )}
      {proofAsked && (
        <Suspense>
          <ProofDialog />
        </Suspense>
      )}
      {keySheetOpen && (
        <Suspense>
          <KeySheet />
        </Suspense>
      )}
    </div>
  );
}

function useFrameKeys(): void {
  const navigate = useNavigate();
  const { role } = useActor();
  const go = Object.fromEntries(
    destinationsFor(role).flatMap(({ key, to }) => (key ? [[`g ${key}`, () => void navigate({ to })]] : [])),
  );
  useKeys({ ...go, '/': openPalette, n: () => void navigate({ to: paths.newOrder }), '?': openKeySheet });
}

const asOffer = ({ label, icon, key, to }: Destination) => ({
  label,
  icon,
  to,
  keys: key ? ['G', key.toUpperCase()] : undefined,
});
