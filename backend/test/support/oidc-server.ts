import { createServer, type Server } from 'node:http';
import { generateKeyPairSync, sign } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Provider } from 'oidc-provider';

export interface Account {
  email?: string;
  email_verified?: boolean;
}

type Claims = Record<string, unknown>;

/** A real identity provider (oidc-provider) on the loopback, whose people sign in by the forms it shows to browsers. */
export class OidcServer {
  /** By `sub`, which is what they type into its form. */
  readonly accounts = new Map<string, Account>();
  /** What it says falsely in its next ID tokens, and by which key. */
  lies: { claims?: Claims; forged?: boolean } = {};
  /** Addresses of it that were asked, in order. */
  readonly asked: string[] = [];
  private readonly key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  private readonly strangersKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

  private constructor(
    readonly issuer: string,
    private server: Server,
  ) {}

  /** @param callback where it sends browsers back to */
  static async open(callback: string, port = 0): Promise<OidcServer> {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const house = new OidcServer(issuer, server);
    const provider = await house.provider(callback);
    const answer = provider.callback();
    server.on('request', (request, response) => {
      house.asked.push(request.url ?? '');
      void answer(request, response);
    });
    return house;
  }

  readonly environment = (): Record<string, string> => ({
    OIDC_ISSUER: this.issuer,
    OIDC_HTTP_ON_LOOPBACK: '1',
    OIDC_CLIENT_ID: 'provabook',
    OIDC_CLIENT_SECRET: 'between the house and its provider',
    OIDC_NAME: 'Mill & Co',
  });

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  /** Goes where the house sends a browser and signs in there. @returns the address that it is sent back to */
  async signIn(url: string, as: string): Promise<string> {
    const jar = new Map<string, string>();
    const ask = async (address: string, form?: Record<string, string>): Promise<string> => {
      const answer = await fetch(address, {
        redirect: 'manual',
        headers: { cookie: [...jar].map((pair) => pair.join('=')).join('; ') },
        ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
      });
      for (const cookie of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        jar.set(name, value);
      }
      await answer.text();
      const location = answer.headers.get('location');
      return location ? new URL(location, address).href : address;
    };
    let at = url;
    for (let step = 0; step < 12 && at.startsWith(this.issuer); step++) {
      const next = await ask(at);
      // Without a way on it shows a form: for the name first, then whether the house may know it.
      at = next === at ? await ask(at, step < 3 ? { prompt: 'login', login: as } : { prompt: 'consent' }) : next;
    }
    return at;
  }

  private async provider(callback: string): Promise<Provider> {
    const { Provider: Real } = await import('oidc-provider');
    const provider = new Real(this.issuer, {
      clients: [
        {
          client_id: 'provabook',
          client_secret: this.environment()['OIDC_CLIENT_SECRET'],
          redirect_uris: [callback],
          response_types: ['code'],
          grant_types: ['authorization_code'],
          token_endpoint_auth_method: 'client_secret_post',
        },
      ],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
      pkce: { required: () => true },
      jwks: { keys: [{ ...this.key.export({ format: 'jwk' }), kid: 'now', use: 'sig', alg: 'RS256' }] },
      cookies: { keys: ['of the provider alone'] },
      findAccount: (_context, sub) => {
        const account = this.accounts.get(sub);
        return account && { accountId: sub, claims: () => ({ sub, ...account }) };
      },
    });
    provider.use(async (context, next) => {
      await next();
      const body = context.body as { id_token?: string } | undefined;
      if (context.path === '/token' && body?.id_token) body.id_token = this.told(body.id_token);
    });
    return provider;
  }

  private told(token: string): string {
    const { claims, forged } = this.lies;
    if (!claims && !forged) return token;
    const [head = '', body = ''] = token.split('.');
    const said = { ...(JSON.parse(Buffer.from(body, 'base64url').toString()) as Claims), ...claims };
    const text = `${head}.${Buffer.from(JSON.stringify(said)).toString('base64url')}`;
    const signature = sign('sha256', Buffer.from(text), forged ? this.strangersKey : this.key);
    return `${text}.${signature.toString('base64url')}`;
  }
}
