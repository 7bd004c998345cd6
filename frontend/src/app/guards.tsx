import { redirect, type RouteComponent } from '@tanstack/react-router';
import { useEffect } from 'react';
import { safeNext } from '@/features/auth/search';
import { restoreSession } from '@/shared/api/http';
import { paths } from '@/shared/lib/paths';
import { type Role, useActor, useSession } from '@/shared/session';
import { NoPermission, type NoPermissionProps } from '@/shared/ui/States';

/** For pages behind the sign-in. A stranger is asked who they are, and then sent where they wanted to go. */
export async function requireSession({ location }: { location: { href: string; pathname: string } }): Promise<void> {
  await restoreSession();
  const { status, byChoice, actor } = useSession.getState();
  if (status === 'signedIn') {
    if (actor?.duty && location.pathname !== paths.profile) throw redirect({ to: paths.profile, replace: true });
    return;
  }
  const next = byChoice ? paths.home : safeNext(location.href);
  throw redirect({ to: paths.signIn, search: next === paths.home ? {} : { next }, replace: true });
}

/** For the sign-in page: who is signed in already has no business there. */
export async function requireStranger({ search }: { search: { next?: string } }): Promise<void> {
  await restoreSession();
  if (useSession.getState().status === 'signedIn') throw redirect({ href: safeNext(search.next), replace: true });
}

const whoCan: Record<Role, string> = { admin: 'an admin', manager: 'a manager', merchandiser: 'the merchandiser' };

/** The page for these roles, a plain sentence for the others. The server decides all the same. */
export function onlyFor(roles: readonly Role[], what: string, Page: RouteComponent): RouteComponent {
  function Guarded() {
    const { role } = useActor();
    return roles.includes(role) ? <Page /> : <NotOpen what={what} who={whoCan[roles[0] ?? 'admin']} />;
  }
  return Object.assign(Guarded, { preload: Page.preload });
}

function NotOpen({ what, who }: NoPermissionProps) {
  useEffect(() => {
    document.title = `${what} · Provabook`;
  }, [what]);
  return (
    <>
      <h1 className="sr-only">{what}</h1>
      <NoPermission what={what} who={who} />
    </>
  );
}
