import { useRouter } from '@tanstack/react-router';
import { CircleAlert, Eye, EyeOff } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type Problem, toProblem } from '@/shared/api/errors';
import type { WelcomeDto } from '@/shared/api/generated';
import { type Credentials, signIn } from '@/shared/api/http';
import { sentenceCase } from '@/shared/lib/format';
import { useUrlState } from '@/shared/lib/search';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';
import { Logo } from '@/shared/ui/Logo';
import { readWelcome } from '../api';
import { WovenPanel } from '../components/WovenPanel';
import { safeNext, signInSearch } from '../search';

/** Two fields, without form or query library: this page is the first thing over a slow line. */
export default function SignInPage() {
  const router = useRouter();
  const [{ next }] = useUrlState(signInSearch);
  const [welcome, setWelcome] = useState<WelcomeDto | null>(null);
  const [credentials, setCredentials] = useState<Credentials>({ email: '', password: '' });
  const [shown, setShown] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
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
      await signIn(as);
      router.history.push(safeNext(next));
    } catch (error) {
      setProblem(toProblem(error));
      setBusy(false);
      password.current?.focus();
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void enter(credentials);
  };

  const houseName = welcome?.houseName ?? 'Provabook';
  const fieldError = (field: keyof Credentials) => problem?.errors[field]?.join(' ');
  const onFields = Boolean(fieldError('email') ?? fieldError('password'));

  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
      <main className="flex flex-col px-6 py-8 sm:px-12">
        <div className="flex items-center gap-2.5">
          <Logo className="size-8" />
          <span className="text-[0.9375rem] font-semibold tracking-tight">Provabook</span>
        </div>
        <div className="m-auto w-full max-w-sm py-12">
          <h1 className="text-2xl font-semibold tracking-tight">Sign in</h1>
          <p className="mt-1.5 text-sm text-muted">
            {houseName === 'Provabook'
              ? 'With your work e-mail and password.'
              : `To ${houseName}, with your work e-mail and password.`}
          </p>
          {problem && !onFields && (
            <p role="alert" className="mt-6 flex items-start gap-2 rounded-lg bg-bad-tint px-3 py-2.5 text-sm text-bad">
              <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
              {problem.detail}
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
            <Field label="Password" error={fieldError('password')}>
              <Input
                ref={password}
                type={shown ? 'text' : 'password'}
                name="password"
                autoComplete="current-password"
                required
                value={credentials.password}
                onChange={({ target }) => setCredentials((old) => ({ ...old, password: target.value }))}
                className="h-10"
                end={
                  <button
                    type="button"
                    aria-pressed={shown}
                    aria-label="Show password"
                    onClick={() => setShown(!shown)}
                    className="touch-target grid size-8 place-items-center rounded-md text-muted hover:bg-hover hover:text-ink"
                  >
                    {shown ? <EyeOff aria-hidden className="size-4" /> : <Eye aria-hidden className="size-4" />}
                  </button>
                }
              />
            </Field>
            <Button type="submit" variant="primary" size="lg" busy={busy} className="mt-2">
              Sign in
            </Button>
          </form>
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
        </div>
      </main>
      <WovenPanel />
    </div>
  );
}
