import { Inject, Injectable, Logger } from '@nestjs/common';
import { createHmac } from 'node:crypto';
import type * as Client from 'openid-client';
import { CONFIG, type Config } from '../../../platform/config/config';
import { OidcNotSetUp, ProviderAway } from './oidc.errors';

const CALLBACK = '/api/v1/auth/oidc/callback/';
/** Seconds that the provider may take for an answer. */
const PATIENCE = 5;
/** What the provider says of itself is asked for anew after so long. */
const KNOWN_MS = 10 * 60_000;
const LONGEST_SUBJECT = 255;

/** Who somebody is, in the provider's words that were verified. */
export interface Shown {
  issuer: string;
  subject: string;
  /** Lower case; null where the provider has not verified it. */
  email: string | null;
  hasSecondFactor: boolean;
}

/** Why somebody comes back from the provider as nobody. */
export type Failing = 'cancelled' | 'away' | 'failed';

export class WalkFailed extends Error {
  constructor(readonly why: Failing) {
    super(why);
  }
}

/**
 * What a walk shows the provider. All of it is made of what the browser keeps, so that the house stores no secret, and an
 * answer to another browser's question fits nothing.
 */
export const secretsOf = (token: string) => {
  const made = (what: string) => createHmac('sha256', token).update(what).digest('base64url');
  return { state: made('state'), nonce: made('nonce'), verifier: made('verifier') };
};

/** The identity provider of the house, by authorization code with PKCE (openid-client). Asked for nothing before it is needed. */
@Injectable()
export class OidcProvider {
  private readonly logger = new Logger('oidc');
  private known: { client: Promise<Client.Configuration>; at: number } | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** What the button calls it; null where the house has none. */
  get name(): string | null {
    const { OIDC_ISSUER: issuer, OIDC_NAME: name } = this.config;
    return issuer ? (name ?? new URL(issuer).hostname) : null;
  }

  get issuer(): string | null {
    return this.config.OIDC_ISSUER ?? null;
  }

  /** Where a browser goes to say who it is. @throws OidcNotSetUp 422, ProviderAway 503 */
  async addressFor(token: string): Promise<string> {
    const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await import('openid-client');
    const client = await this.client();
    const { state, nonce, verifier } = secretsOf(token);
    return buildAuthorizationUrl(client, {
      redirect_uri: this.callback,
      scope: this.config.OIDC_SCOPES,
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }).href;
  }

  /**
   * Who came back: the code is exchanged, and the ID token has to be of this issuer, for this house, of this walk, in date
   * and signed by a key of the provider.
   * @param query what the provider sent the browser back with  @throws WalkFailed
   */
  async whoCame(query: string, token: string): Promise<Shown> {
    try {
      const { authorizationCodeGrant, fetchUserInfo } = await import('openid-client');
      const client = await this.client();
      const { state, nonce, verifier } = secretsOf(token);
      const address = new URL(this.callback);
      address.search = query;
      const answer = await authorizationCodeGrant(client, address, {
        ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier },
        idTokenExpected: true,
      });
      const claims = answer.claims()!;
      const told =
        claims['email'] === undefined && client.serverMetadata().userinfo_endpoint
          ? await fetchUserInfo(client, answer.access_token, claims.sub)
          : claims;
      if (claims.sub.length > LONGEST_SUBJECT) throw new Error('"sub" is longer than OpenID Connect lets it be');
      return {
        issuer: this.config.OIDC_ISSUER!,
        subject: claims.sub,
        email: verifiedEmailOf(told),
        hasSecondFactor: Array.isArray(claims['amr']) && claims['amr'].includes('mfa'),
      };
    } catch (error) {
      const why = reasonOf(error);
      if (why !== 'cancelled') this.logger.warn(`A sign-in by ${this.name} ${why}: ${sentenceOf(error)}`);
      throw new WalkFailed(why);
    }
  }

  private get callback(): string {
    return `${this.config.PUBLIC_URL?.replace(/\/+$/, '')}${CALLBACK}`;
  }

  private async client(): Promise<Client.Configuration> {
    if (!this.config.OIDC_ISSUER) throw new OidcNotSetUp();
    if (!this.known || Date.now() - this.known.at > KNOWN_MS)
      this.known = { client: this.discover(this.config.OIDC_ISSUER), at: Date.now() };
    try {
      return await this.known.client;
    } catch (error) {
      this.known = null; // the next one asks again
      this.logger.warn(`${this.name} cannot be reached: ${sentenceOf(error)}`);
      throw new ProviderAway();
    }
  }

  private async discover(issuer: string): Promise<Client.Configuration> {
    const { allowInsecureRequests, discovery, enableNonRepudiationChecks } = await import('openid-client');
    const { OIDC_CLIENT_ID: id, OIDC_CLIENT_SECRET: secret } = this.config;
    return discovery(new URL(issuer), id!, secret, undefined, {
      timeout: PATIENCE,
      // The configuration lets such an issuer pass on the loopback of a test alone.
      execute: [enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [allowInsecureRequests] : [])],
    });
  }
}

/** Only where the provider says so, in so many words: anybody may claim an address. */
function verifiedEmailOf({ email, email_verified: isVerified }: Record<string, unknown>): string | null {
  return isVerified === true && typeof email === 'string' && email.length <= 254 ? email.toLowerCase() : null;
}

interface Failed {
  message?: string;
  code?: string;
  /** What the provider answered. */
  error?: string;
  cause?: Failed;
}

/** What `fetch` says where nobody listens. */
const NOT_REACHED = 'fetch failed';
const PASSING = ['server_error', 'temporarily_unavailable', 'OAUTH_TIMEOUT'];

function reasonOf(error: unknown): Failing {
  const { error: answer = '', code = '', message, cause } = error as Failed;
  if (answer === 'access_denied') return 'cancelled';
  const isAway = message === NOT_REACHED || cause?.message === NOT_REACHED || error instanceof ProviderAway;
  return isAway || PASSING.includes(answer) || PASSING.includes(code) ? 'away' : 'failed';
}

/** Never what the error carries: an answer of the provider holds tokens. */
const sentenceOf = (error: unknown): string => {
  const { message, code, error: answer } = error as Failed;
  return [message, code ?? answer].filter(Boolean).join(', ');
};
