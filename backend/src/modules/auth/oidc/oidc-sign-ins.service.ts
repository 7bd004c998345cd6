import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import type { Actor } from '../access/actor';
import { CodeNeeded, CodeRefused } from '../auth.errors';
import { AuthService, type SignedIn } from '../auth.service';
import { newToken } from '../links/one-time-token';
import { SecondFactors } from '../second-factor/second-factors.service';
import { SignInAttempts } from '../sign-in/sign-in-attempts';
import type { Caller } from '../token-hand';
import { Session } from '../tokens/session.entity';
import { SessionRegistry } from '../tokens/session-registry';
import { OidcIdentities } from './oidc-identities';
import { OidcProvider, WalkFailed, type Failing, type Shown } from './oidc-provider';
import type { OidcWalk } from './oidc-walk.entity';
import { OidcWalks } from './oidc-walks';
import { NobodyOfTheHouse, WalkOver } from './oidc.errors';

const PROFILE = '/profile';

/** How a walk ended, as the page that it leads to says in words. */
export type Ending = 'done' | 'linked' | 'taken' | 'expired' | 'unknown' | Failing;

/** A walk that was begun: where the browser goes, and what it keeps meanwhile. */
export interface Begun {
  url: string;
  token: string;
}

/** Signing in, and linking an account, by the identity provider of the house. */
@Injectable()
export class OidcSignIns {
  constructor(
    private readonly provider: OidcProvider,
    private readonly walks: OidcWalks,
    private readonly identities: OidcIdentities,
    private readonly auth: AuthService,
    private readonly factors: SecondFactors,
    private readonly attempts: SignInAttempts,
    private readonly sessions: SessionRegistry,
    private readonly transaction: Transaction,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @param next a page of ours; anything else leads home  @throws OidcNotSetUp 422, ProviderAway 503 */
  begin(next: string | undefined): Promise<Begun> {
    return this.walk(pageOfOurs(next), null);
  }

  /** Of who is signed in. @throws WrongPassword 400, AlreadyLinked 409, OidcNotSetUp 422, TooManySignIns 429, ProviderAway 503 */
  async beginLinking(password: string, actor: Actor): Promise<Begun> {
    await this.identities.mayLink(password, actor);
    return this.walk(PROFILE, actor.sessionId);
  }

  /** What the provider sent the browser back with. @returns the page of ours to go on with; never throws for what it says */
  async answer(query: string, token: string | undefined): Promise<string> {
    const state = new URLSearchParams(query).get('state') ?? '';
    const walk = token ? await this.walks.answer(token, state) : null;
    if (!token || !walk) return pageOf(null, 'expired');
    const ending = await this.ending(walk, query, token);
    if (ending !== 'done') await this.walks.end(walk.tokenHash);
    return pageOf(walk, ending);
  }

  /**
   * The session of who came back, with a code of theirs where they have an authenticator app and the provider does not stand
   * for a second factor. It proves nothing for deeds that want a proof: the provider may have asked for nothing.
   * @throws WalkOver 401, NobodyOfTheHouse 401, CodeNeeded 401, CodeRefused 401, TooManySignIns 429
   */
  async enter(token: string | undefined, code: string | undefined, from: Caller): Promise<SignedIn> {
    const walk = token ? await this.walks.findAnswered(token) : null;
    if (!walk) throw new WalkOver();
    const shown = this.shownIn(walk);
    const user = await this.identities.personOf(shown);
    if (!user) throw new NobodyOfTheHouse();
    const isVouched = this.config.OIDC_TRUST_SECOND_FACTOR && walk.hasSecondFactor;
    const asksCode = !isVouched && (await this.factors.isEnrolled(user.id));
    if (asksCode && !code) throw new CodeNeeded();
    const open = () =>
      this.transaction.run(async () => {
        if (!(await this.walks.end(walk.tokenHash))) throw new WalkOver();
        if (asksCode) {
          if (!(await this.factors.shows(user.id, code ?? ''))) throw new CodeRefused(); // and the walk stays
          await this.attempts.succeeded(user.email);
        }
        await this.identities.use(user, shown);
        return this.auth.enter(user, from, asksCode ? undefined : NEVER);
      });
    return asksCode ? this.attempts.guarding(user.email, from.address, open) : open();
  }

  private async walk(next: string, sessionId: string | null): Promise<Begun> {
    const made = newToken();
    const url = await this.provider.addressFor(made.token);
    await this.walks.begin(made, next, sessionId);
    return { url, token: made.token };
  }

  private async ending(walk: OidcWalk, query: string, token: string): Promise<Ending> {
    let shown: Shown;
    try {
      shown = await this.provider.whoCame(query, token);
    } catch (error) {
      if (error instanceof WalkFailed) return error.why;
      throw error;
    }
    if (walk.sessionId) return this.linkTo(walk.sessionId, shown);
    if (!(await this.identities.personOf(shown))) return 'unknown';
    await this.walks.keep(walk.tokenHash, shown);
    return 'done';
  }

  private async linkTo(sessionId: string, shown: Shown): Promise<Ending> {
    const session = await this.transaction.manager.findOneBy(Session, { id: sessionId });
    this.sessions.forget(sessionId); // it may have ended in another process a moment ago
    const actor = session && (await this.sessions.find(sessionId, session.userId));
    if (!actor) return 'expired';
    return (await this.identities.claim(actor.id, shown)) ? 'linked' : 'taken';
  }

  private shownIn({ subject, email, hasSecondFactor }: OidcWalk): Shown {
    return { issuer: this.provider.issuer ?? '', subject: subject ?? '', email, hasSecondFactor };
  }
}

/** Long enough ago that no deed takes it for a proof. */
const NEVER = new Date(0);

/** A path of ours, and nothing that a browser would read as another site: `//elsewhere`, `/\elsewhere`, `https:`. */
export const pageOfOurs = (next: string | undefined): string =>
  next && /^\/(?![/\\])[^\\\s\p{C}]*$/u.test(next) ? next : '/';

function pageOf(walk: OidcWalk | null, ending: Ending): string {
  const query = new URLSearchParams({ oidc: ending });
  if (walk?.sessionId) return `${PROFILE}?${query}`;
  if (walk && walk.next !== '/') query.set('next', walk.next);
  return `/sign-in?${query}`;
}
