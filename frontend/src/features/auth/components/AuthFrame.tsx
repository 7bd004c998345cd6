import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Problem } from '@/shared/api/errors';
import { Logo } from '@/shared/ui/Logo';
import { WovenPanel } from './WovenPanel';

interface AuthFrameProps {
  title: string;
  description: ReactNode;
  /** What the server said, where no field does. */
  problem?: Pick<Problem, 'detail'> | null;
  children: ReactNode;
}

/** A page for who is not signed in: the form to the left, the cloth to the right. */
export function AuthFrame({ title, description, problem, children }: AuthFrameProps) {
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
      <main className="flex flex-col px-6 py-8 sm:px-12">
        <div className="flex items-center gap-2.5">
          <Logo className="size-8" />
          <span className="text-[0.9375rem] font-semibold tracking-tight">Provabook</span>
        </div>
        <div className="m-auto w-full max-w-sm py-12">
          <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
          <p className="mt-1.5 text-sm text-muted">{description}</p>
          {problem && (
            <p role="alert" className="mt-6 flex items-start gap-2 rounded-lg bg-bad-tint px-3 py-2.5 text-sm text-bad">
              <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
              {problem.detail}
            </p>
          )}
          {children}
        </div>
      </main>
      <WovenPanel />
    </div>
  );
}
