import { Link, useRouter } from '@tanstack/react-router';
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { type Problem, toProblem } from '@/shared/api/errors';
import { paths } from '@/shared/lib/paths';
import { Button } from '@/shared/ui/Button';
import { enterFromProvider } from '../api';
import type { OidcEnding } from '../search';
import { AuthFrame } from './AuthFrame';
import { CodeField } from './CodeField';

/** Why nobody came back from the provider, in words. */
export function endingOf(ending: Exclude<OidcEnding, 'done'>, provider = 'The identity provider'): string {
  switch (ending) {
    case 'cancelled':
      return `You did not sign in with ${provider}.`;
    case 'away':
      return `${provider} does not answer. Sign in with your password, or try again in a minute.`;
    case 'unknown':
      return 'Nobody of this house signs in with that account. Sign in with your password, or ask an admin.';
    case 'expired':
      return 'This sign-in took too long or was begun elsewhere. Please begin it again.';
    case 'failed':
      return `${provider} did not confirm who you are. Try again, or sign in with your password.`;
  }
}

/** The end of a sign-in by the identity provider: at once, or with a code of who has an authenticator app. */
export function FromProvider({ next }: { next: string }) {
  const router = useRouter();
  const [problem, setProblem] = useState<Problem | null>(null);
  /** Null until the server asks for one. */
  const [code, setCode] = useState<string | null>(null);
  const [busy, setBusy] = useState(true);
  const begun = useRef(false);

  const enter = useCallback(
    async (typed?: string) => {
      setBusy(true);
      setProblem(null);
      try {
        await enterFromProvider(typed);
        router.history.push(next);
      } catch (error) {
        const refusal = toProblem(error);
        if (refusal.code === 'auth.code_needed') setCode('');
        else setProblem(refusal);
        setBusy(false);
      }
    },
    [next, router],
  );

  useEffect(() => {
    document.title = 'Sign in · Provabook';
    if (begun.current) return; // it works once
    begun.current = true;
    void enter();
  }, [enter]);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void enter(code ?? undefined);
  };
  return (
    <AuthFrame
      title="Sign in"
      description={
        code !== null ? 'One more step: a code of yours.' : busy ? 'One moment, you are being signed in …' : null
      }
      problem={problem}
    >
      {code !== null && (
        <form className="mt-6 flex flex-col gap-4" onSubmit={onSubmit}>
          <CodeField value={code} onChange={setCode} />
          <Button type="submit" variant="primary" size="lg" busy={busy} className="mt-2">
            Sign in
          </Button>
        </form>
      )}
      {!busy && (
        <p className="mt-4 text-sm">
          <Link
            to={paths.signIn}
            search={{ next: next === '/' ? undefined : next }}
            className="touch-target font-medium text-accent-text hover:underline"
          >
            Sign in another way
          </Link>
        </p>
      )}
    </AuthFrame>
  );
}
