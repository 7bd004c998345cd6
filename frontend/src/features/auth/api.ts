import type { AcceptInvitationDto, BegunOidcDto, InvitedDto, WelcomeDto } from '@/shared/api/generated';
import { enterWith, http } from '@/shared/api/http';
import { useHouse } from '@/shared/lib/house';

/*
 * Not by the generated functions: these pages load before everything else, and do without the client around those.
 */
const alone = { withoutSession: true };

/** What a stranger may know of the house. */
export async function readWelcome(signal?: AbortSignal): Promise<WelcomeDto> {
  const { data } = await http.get<WelcomeDto>('/api/v1/auth/welcome/', { signal, ...alone });
  useHouse.setState({ timeZone: data.timeZone, sendsMail: data.sendsMail });
  return data;
}

export async function askForReset(email: string): Promise<void> {
  await http.post('/api/v1/auth/password-reset/', { email }, alone);
}

export async function setNewPassword(token: string, newPassword: string): Promise<void> {
  await http.post('/api/v1/auth/password-reset/confirmation/', { token, newPassword }, alone);
}

export async function readInvitation(token: string): Promise<InvitedDto> {
  const { data } = await http.post<InvitedDto>('/api/v1/auth/invitations/reading/', { token }, alone);
  return data;
}

/** Makes the account and signs it in. */
export function acceptInvitation(body: AcceptInvitationDto): Promise<void> {
  return enterWith('/api/v1/auth/invitations/acceptance/', body);
}

/** Where the browser goes to sign in at the identity provider; what binds the way there to this browser is in a cookie. */
export async function beginAtProvider(next: string): Promise<string> {
  const { data } = await http.post<BegunOidcDto>('/api/v1/auth/oidc/begin/', { next }, alone);
  return data.url;
}

/** Signs in who came back from the identity provider. */
export function enterFromProvider(code?: string): Promise<void> {
  return enterWith('/api/v1/auth/oidc/session/', code ? { code } : {});
}

/** The secret of a mail's link, from behind its `#`, which no server ever sees; the address bar then shows it no more. */
export function takeToken(): string {
  const token = location.hash.slice(1);
  if (token) history.replaceState(history.state, '', location.pathname);
  return token || 'none';
}
