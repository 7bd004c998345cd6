import { ShieldAlert } from 'lucide-react';
import { type Duty, useActor } from '@/shared/session';

const sentences: Record<Duty, string> = {
  second_factor:
    'The house wants you to sign in with codes of an authenticator app. Set it up below; then the house is open to you.',
  password: 'Somebody else gave you your password. Choose your own below; then the house is open to you.',
};

/** What has to be done before anything else. */
export function FirstThings() {
  const { duty } = useActor();
  if (!duty) return null;
  return (
    <p role="status" className="mb-5 flex items-start gap-2 rounded-lg bg-warn-tint px-3 py-2.5 text-sm text-warn">
      <ShieldAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {sentences[duty]}
    </p>
  );
}
