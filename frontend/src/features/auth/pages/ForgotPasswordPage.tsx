import { MailCheck } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';
import { askForReset } from '../api';
import { AuthFrame } from '../components/AuthFrame';
import { BackToSignIn } from '../components/BackToSignIn';
import { useSending } from '../use-sending';

/** Says the same whether there is such an account: so does the server. */
export default function ForgotPasswordPage() {
  const [email, setEmail] = useState('');
  const [asked, setAsked] = useState(false);
  const { busy, problem, fieldError, onSubmit } = useSending(async () => {
    await askForReset(email);
    setAsked(true);
  });

  useEffect(() => {
    document.title = 'Forgot password · Provabook';
  }, []);

  return (
    <AuthFrame
      title="Forgot your password?"
      description="We send a link to your work e-mail. It works once, for 30 minutes."
      problem={problem}
    >
      {asked ? (
        <p role="status" className="mt-6 flex items-start gap-2 rounded-lg bg-good-tint px-3 py-2.5 text-sm text-good">
          <MailCheck aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>
            If {email} belongs to somebody of this house, the link is on its way. Look into the spam folder too, before
            you ask again.
          </span>
        </p>
      ) : (
        <form className="mt-6 flex flex-col gap-4" onSubmit={onSubmit}>
          <Field label="E-mail" error={fieldError('email')}>
            <Input
              type="email"
              name="email"
              autoComplete="username"
              required
              autoFocus
              value={email}
              onChange={({ target }) => setEmail(target.value)}
              className="h-10"
            />
          </Field>
          <Button type="submit" variant="primary" size="lg" busy={busy} className="mt-2">
            Send the link
          </Button>
        </form>
      )}
      <BackToSignIn />
    </AuthFrame>
  );
}
