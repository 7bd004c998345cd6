import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { forgetSession } from '@/shared/session';
import { paths } from '@/shared/lib/paths';
import { Button } from '@/shared/ui/Button';
import { setNewPassword, takeToken } from '../api';
import { AuthFrame } from '../components/AuthFrame';
import { BackToSignIn } from '../components/BackToSignIn';
import { PasswordField } from '../components/PasswordField';
import { useSending } from '../use-sending';

/** Where the link of the mail leads. */
export default function ResetPasswordPage() {
  const router = useRouter();
  const [token] = useState(takeToken);
  const [password, setPassword] = useState('');
  const { busy, problem, fieldError, onSubmit } = useSending(async () => {
    await setNewPassword(token, password);
    forgetSession(false); // every session has ended, the one of this browser too
    await router.navigate({ to: paths.signIn, search: { changed: '1' } });
  });

  useEffect(() => {
    document.title = 'New password · Provabook';
  }, []);

  return (
    <AuthFrame
      title="Choose a new password"
      description="Then sign in with it. You are signed out everywhere else."
      problem={problem}
    >
      <form className="mt-6 flex flex-col gap-4" onSubmit={onSubmit}>
        <PasswordField
          label="New password"
          autoComplete="new-password"
          hint="12 characters or more; a few unrelated words are good."
          error={fieldError('newPassword')}
          value={password}
          onChange={setPassword}
        />
        <Button type="submit" variant="primary" size="lg" busy={busy} className="mt-2">
          Save the password
        </Button>
      </form>
      <BackToSignIn />
    </AuthFrame>
  );
}
