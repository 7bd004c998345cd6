import axios, { AxiosError, AxiosHeaders, type InternalAxiosRequestConfig } from 'axios';
import { rememberChange } from '../lib/last-change';
import {
  type Actor,
  type Duty,
  forgetSession,
  layDuty,
  mayBeSignedIn,
  renewed,
  signedInAs,
  useSession,
} from '../session';
import { askForProof } from './proof';

const refreshPath = '/api/v1/auth/token/refresh/';

/** Asks the server to keep the refresh token in its httpOnly cookie. No foreign page can send this header. */
const cookieMode = { 'X-Refresh-Token': 'cookie' };

declare module 'axios' {
  interface AxiosRequestConfig {
    /** Set on the second try, so that a token refused twice ends the session instead of renewing for ever. */
    triedAgain?: boolean;
    /** Sign-in and its kin: a 401 is the answer, not a sign that the token is old. */
    withoutSession?: boolean;
    /** Sent once more, after they have shown that it is them. */
    proved?: boolean;
  }
}

/** What a refusal says to the interceptors below. */
interface Refused {
  code?: string;
  duty?: Duty;
  by?: 'password' | 'code';
}

/** The one axios instance: hand-written calls and the generated client both go through it. */
export const http = axios.create({
  baseURL: __API_URL__,
  timeout: 30_000,
  withCredentials: __API_URL__ !== '',
  headers: { Accept: 'application/json' },
  paramsSerializer: { indexes: null }, // status=running&status=bulk
});

http.interceptors.request.use((config) => {
  const { access } = useSession.getState();
  if (access && !config.withoutSession) config.headers.set('Authorization', `Bearer ${access}`);
  return config;
});

/** Reading a notice changes nothing that one would take back. */
const besides = /\/(notifications|auth)\//;

http.interceptors.response.use((response) => {
  const { method = 'get', url = '' } = response.config;
  if (method.toLowerCase() !== 'get' && !besides.test(url)) {
    const eventId: unknown = response.headers['x-undo'];
    rememberChange(typeof eventId === 'string' ? eventId : null);
  }
  return response;
});

/** What the house wants done only by who has just shown who they are: they are asked, and the same request goes once more. */
http.interceptors.response.use(undefined, async (error: unknown) => {
  const config = error instanceof AxiosError ? error.config : undefined;
  const problem = error instanceof AxiosError ? (error.response?.data as Refused | undefined) : undefined;
  if (!config || config.proved || problem?.code !== 'access.proof_needed') throw error;
  if (!(await askForProof(problem.by ?? 'password'))) throw error;
  return http.request({ ...config, proved: true });
});

/** Something was laid on them since they signed in: the guards lead to where it is done. */
http.interceptors.response.use(undefined, (error: unknown) => {
  const problem = error instanceof AxiosError ? (error.response?.data as Refused | undefined) : undefined;
  if (problem?.code === 'access.duty_first' && problem.duty) layDuty(problem.duty);
  throw error;
});

http.interceptors.response.use(undefined, async (error: unknown) => {
  if (!(error instanceof AxiosError) || error.response?.status !== 401 || !error.config) throw error;
  const { config } = error;
  if (config.withoutSession) throw error;
  if (config.triedAgain) {
    forgetSession(false);
    throw error;
  }
  await renew(tokenOf(config));
  return http.request({ ...config, triedAgain: true });
});

function tokenOf(config: InternalAxiosRequestConfig): string | null {
  const header = AxiosHeaders.from(config.headers).get('Authorization');
  return typeof header === 'string' ? header.replace(/^Bearer /, '') : null;
}

let renewal: Promise<void> | null = null;

/**
 * Gets a new access token, once for any number of requests that found theirs refused.
 * @param refused the token that was refused; if another request or tab has brought a newer one since, that is taken
 * @throws AxiosError 401 when the session is over (it is forgotten then), another error when the server was not reached
 */
function renew(refused: string | null): Promise<void> {
  renewal ??= oneTabAtATime(() => renewUnlessDone(refused)).finally(() => {
    renewal = null;
  });
  return renewal;
}

async function renewUnlessDone(refused: string | null): Promise<void> {
  const { access } = useSession.getState();
  if (access && access !== refused) return;
  try {
    renewed(await refresh());
  } catch (error) {
    if (error instanceof AxiosError && isFinal(error.response?.status)) forgetSession(false);
    throw error;
  }
}

/** The refresh token was refused. Anything else (no network, 503) may pass, and must not sign anybody out. */
function isFinal(status: number | undefined): boolean {
  return status === 400 || status === 401 || status === 403;
}

async function refresh(): Promise<string> {
  const { data } = await http.post<{ access: string }>(refreshPath, {}, { headers: cookieMode, withoutSession: true });
  return data.access;
}

/** Refresh tokens rotate, and one used twice ends its family: so tabs queue here. */
async function oneTabAtATime<T>(work: () => Promise<T>): Promise<T> {
  if (typeof navigator === 'undefined' || !('locks' in navigator)) return work();
  return navigator.locks.request('provabook.renewal', async () => work());
}

let restoration: Promise<void> | null = null;

/**
 * Once at the start of the page: who was signed in stays so, by the cookie.
 * @throws AxiosError when the server was not reached; nothing is decided then, and the next call tries again
 */
export function restoreSession(): Promise<void> {
  if (useSession.getState().status !== 'restoring') return Promise.resolve();
  restoration ??= restore().finally(() => {
    restoration = null;
  });
  return restoration;
}

async function restore(): Promise<void> {
  if (!mayBeSignedIn()) return forgetSession(false);
  try {
    const access = await oneTabAtATime(refresh);
    const headers = { Authorization: `Bearer ${access}` };
    const { data } = await http.get<Actor>('/api/v1/auth/profile/', { headers, withoutSession: true });
    signedInAs(data, access);
  } catch (error) {
    if (!(error instanceof AxiosError) || !isFinal(error.response?.status)) throw error;
    forgetSession(false);
  }
}

export interface Credentials {
  email: string;
  password: string;
  /** Of who signs in with an authenticator app. */
  code?: string;
}

/** @throws AxiosError whose problem says why */
export function signIn(credentials: Credentials): Promise<void> {
  return enterWith('/api/v1/auth/login/', credentials);
}

/** What opens a session: signing in, accepting an invitation. @throws AxiosError whose problem says why */
export async function enterWith(path: string, body: object): Promise<void> {
  const { data } = await http.post<{ access: string; user: Actor }>(path, body, {
    headers: cookieMode,
    withoutSession: true,
  });
  signedInAs(data.user, data.access);
}

/** Ends the session here and in the other tabs, even when the server cannot be told. */
export async function signOut(): Promise<void> {
  try {
    await http.post('/api/v1/auth/logout/', {}, { headers: cookieMode, withoutSession: true });
  } catch {
    // Nothing to do about it: the access token is forgotten now, and the cookie runs out by itself.
  } finally {
    forgetSession(true);
  }
}
