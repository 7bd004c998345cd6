import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { type Problem, toProblem } from '@/shared/api/errors';
import type { InvitedDto } from '@/shared/api/generated';
import { sentenceCase } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';
import { Skeleton } from '@/shared/ui/States';
import { acceptInvitation, readInvitation, takeToken } from '../api';
import { AuthFrame } from '../components/AuthFrame';
import { BackToSignIn } from '../components/BackToSignIn';
import { PasswordField } from '../components/PasswordField';
import { useSending } from '../use-sending';

/** Where the link of an invitation leads: a name, a password, and in. */
export default function InvitationPage() {
  const [token] = useState(takeToken);
  const [invited, setInvited] = useState<InvitedDto | null>(null);
  const [refusal, setRefusal] = useState<Problem | null>(null);

  useEffect(() => {
    document.title = 'Invitation · Provabook';
    readInvitation(token).then(setInvited, (error: unknown) => setRefusal(toProblem(error)));
  }, [token]);

  if (invited) return <Accepting token={token} invited={invited} />;
  return (
    <AuthFrame title="Your invitation" description="To work with the house on Provabook." problem={refusal}>
      {refusal ? <BackToSignIn /> : <Skeleton className="mt-6 h-40" />}
    </AuthFrame>
  );
}

function Accepting({ token, invited }: { token: string; invited: InvitedDto }) {
  const router = useRouter();
  const [fullName, setFullName] = useState(invited.fullName ?? '');
  const [password, setPassword] = useState('');
  const { busy, problem, fieldError, onSubmit } = useSending(async () => {
    await acceptInvitation({ token, fullName, password });
    await router.navigate({ to: paths.home });
  });
  return (
    <AuthFrame
      title="Welcome"
      description={`${invited.invitedBy} invites you as ${sentenceCase(invited.role).toLowerCase()}. Say what you are called, and choose a password.`}
      problem={problem}
    >
      <form className="mt-6 flex flex-col gap-4" onSubmit={onSubmit}>
        <Field label="E-mail" hint="You sign in with it.">
          <Input value={invited.email} readOnly autoComplete="username" className="h-10" />
        </Field>
        <Field label="Full name" error={fieldError('fullName')}>
          <Input
            name="name"
            autoComplete="name"
            required
            maxLength={255}
            value={fullName}
            onChange={({ target }) => setFullName(target.value)}
            className="h-10"
          />
        </Field>
        <PasswordField
          label="Password"
          autoComplete="new-password"
          hint="12 characters or more; a few unrelated words are good."
          error={fieldError('password')}
          value={password}
          onChange={setPassword}
        />
        <Button type="submit" variant="primary" size="lg" busy={busy} className="mt-2">
          Enter the house
        </Button>
      </form>
    </AuthFrame>
  );
}
