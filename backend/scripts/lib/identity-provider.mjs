import { createServer } from 'node:http';

const client = { id: 'provabook', secret: 'between the house and its provider' };
const callback = '/api/v1/auth/oidc/callback/';

/** What the button of the house under test says. */
export const providerName = 'Mill & Co';

/**
 * A real identity provider (oidc-provider) on the loopback, for browser tests: whoever types an address into its form has it,
 * verified.
 * @param {string} house address of the house that it knows
 * @returns {Promise<{ env: Record<string, string>, close: () => void }>} `env` is what the house has to know of it
 */
export async function startIdentityProvider(house) {
  const server = createServer();
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const { Provider } = await import('oidc-provider');
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${house}${callback}`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    ttl: { Interaction: 600, Session: 3600, Grant: 3600, AuthorizationCode: 60, AccessToken: 600, IdToken: 600 },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({ sub, email: sub, email_verified: true }),
    }),
  });
  server.on('request', provider.callback());
  return {
    env: {
      PUBLIC_URL: house,
      OIDC_ISSUER: issuer,
      OIDC_HTTP_ON_LOOPBACK: '1',
      OIDC_CLIENT_ID: client.id,
      OIDC_CLIENT_SECRET: client.secret,
      OIDC_NAME: providerName,
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
