import { Link } from '@tanstack/react-router';
import { paths } from '@/shared/lib/paths';

export function BackToSignIn() {
  return (
    <p className="mt-6 text-sm">
      <Link to={paths.signIn} className="touch-target font-medium text-accent-text hover:underline">
        Back to sign-in
      </Link>
    </p>
  );
}
