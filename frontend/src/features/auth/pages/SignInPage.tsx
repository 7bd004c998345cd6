import { Link, useRouter } from '@tanstack/react-router';
import { KeyRound } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type Problem, toProblem } from '@/shared/api/errors';
import type { WelcomeDto } from '@/shared/api/generated';
import { type Credentials, signIn } from '@/shared/api/http';
import { sentenceCase } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';
import { useUrlState } from '@/shared/lib/search';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';
import { beginAtProvider, readWelcome } from '../api';
import { AuthFrame } from '../components/AuthFrame';
import { CodeField } from '../components/CodeField';
import { endingOf, FromProvider } from '../components/FromProvider';
import { PasswordField } from '../components/PasswordField';
import { safeNext, signInSearch } from '../search';

/** Two fields, without form or query library: this page is the first thing over a slow line. */
export default function SignInPage() {
  const router = useRouter();
  const [{ next, changed, oidc }] = useUrlState(signInSearch);
  const [welcome, setWelcome] = useState<WelcomeDto | null>(null);
  const [credentials, setCredentials] = useState<Credentials>({ email: '', password: '' });
  const [problem, setProblem] = useState<Problem | null>(null);
  /** Null until the server asks for one. */
  const [code, setCode] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const password = useRef<HTMLInputElement>(null);

  useEffect(() => {
    document.title = 'Sign in · Provabook';
    const leaving = new AbortController();
    readWelcome(leaving.signal).then(setWelcome, () => {
      // The page works without the house's name; signing in says what is wrong, if it is the server.
    });
    return () => leaving.abort();
  }, []);

  const enter = async (as: Credentials) => {
    setBusy(true);
    setProblem(null);
    try {
      await signIn({ ...as, ...(code === null ? {} : { code }) });
      router.history.push(safeNext(next));
    } catch (error) {
      const refusal = toProblem(error);
      const asksForCode = refusal.code === 'auth.code_needed';
      if (asksForCode) setCode('');
      setCredentials(as);
      setProblem(asksForCode ? null : refusal);
      setBusy(false);
      if (code === null && !asksForCode) password.current?.focus();
    }
  };
  const goToProvider = async () => {
    setBusy(true);
    setProblem(null);
    try {
      location.assign(await beginAtProvider(safeNext(next)));
    } catch (error) {
      setProblem(toProblem(error));
      setBusy(false);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void enter(credentials);
  };

  const houseName = welcome?.houseName ?? 'Provabook';
  const fieldError = (field: keyof Credentials) => problem?.errors[field]?.join(' ');
  const onFields = Boolean(fieldError('email') ?? fieldError('password'));
  const provider = welcome?.identityProvider ?? undefined;
  if (oidc === 'done') return <FromProvider next={safeNext(next)} />;

  return (
    <AuthFrame
      title="Sign in"
      description={
        houseName === 'Provabook'
          ? 'With your work e-mail and password.'
          : `To ${houseName}, with your work e-mail and password.`
      }
      problem={onFields ? null : (problem ?? (oidc && !busy ? { detail: endingOf(oidc, provider) } : null))}
    >
      {changed && !oidc && !problem && (
        <p role="status" className="mt-6 rounded-lg bg-good-tint px-3 py-2.5 text-sm text-good">
          Your new password is saved. Sign in with it.
        </p>
      )}
      <form className="mt-6 flex flex-col gap-4" onSubmit={onSubmit}>
        <Field label="E-mail" error={fieldError('email')}>
          <Input
            type="email"
            name="email"
            autoComplete="username"
            required
            autoFocus
            value={credentials.email}
            onChange={({ target }) => setCredentials((old) => ({ ...old, email: target.value }))}
            className="h-10"
          />
        </Field>
        <PasswordField
          ref={password}
          label="Password"
          autoComplete="current-password"
          error={fieldError('password')}
          value={credentials.password}
          onChange={(typed) => setCredentials((old) => ({ ...old, password: typed }))}
        />
        {code !== null && <CodeField value={code} onChange={setCode} error={fieldError('code')} />}
        <Button type="submit" variant="primary" size="lg" busy={busy} className="mt-2">
          Sign in
        </Button>
      </form>
      {provider && (
        <>
          <p aria-hidden className="my-4 flex items-center gap-3 text-[0.8125rem] text-muted">
            <span className="h-px flex-1 bg-line" />
            or
            <span className="h-px flex-1 bg-line" />
          </p>
          <Button size="lg" icon={KeyRound} disabled={busy} className="w-full" onClick={() => void goToProvider()}>
            <span className="truncate">Sign in with {provider}</span>
          </Button>
        </>
      )}
      {welcome?.sendsMail && (
        <p className="mt-4 text-sm">
          <Link to={paths.forgotPassword} className="touch-target font-medium text-accent-text hover:underline">
            Forgot your password?
          </Link>
        </p>
      )}
      {welcome?.demoSignIns && (
        <section className="mt-8 rounded-xl border border-line bg-surface p-4">
          <h2 className="text-[0.8125rem] font-semibold">This is a demo house</h2>
          <p className="mt-0.5 text-[0.8125rem] text-muted">Its data is made up. Look around as</p>
          <ul className="mt-3 flex flex-col gap-1.5">
            {welcome.demoSignIns.map(({ role, ...demo }) => (
              <li key={demo.email}>
                <button
                  type="button"
                  disabled={busy}
                  onClick={() => {
                    setCredentials(demo);
                    void enter(demo);
                  }}
                  className="touch-tall flex w-full flex-col items-start rounded-lg border border-line px-3 py-2 text-start text-sm hover:bg-hover disabled:opacity-55"
                >
                  <span className="font-medium">{sentenceCase(role)}</span>
                  <span className="break-words text-[0.8125rem] text-muted">
                    {demo.email} · {demo.password}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </AuthFrame>
  );
}
