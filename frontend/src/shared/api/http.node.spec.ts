/** @jest-environment node */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { forgetSession, useSession } from '../session';
import { http } from './http';

const rina = { id: '7', email: 'rina@example.com', fullName: 'Rina Akter', role: 'merchandiser' } as const;

describe('the renewal of the access token', () => {
  let server: Server;
  let valid: string;
  let refreshStatus: number;
  let renewals: { header: string | undefined; body: string }[];
  let answered: number;

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const answer = (status: number, data: unknown) =>
          response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(data));
        if (request.url === '/api/v1/auth/token/refresh/') {
          const header = request.headers['x-refresh-token'];
          renewals.push({ header: typeof header === 'string' ? header : undefined, body });
          valid = `access-${renewals.length}`;
          setTimeout(() => answer(refreshStatus, { access: valid }), 20);
        } else if (request.headers.authorization === `Bearer ${valid}`) {
          answered += 1;
          answer(200, { url: request.url, body });
        } else answer(401, { code: 'auth.unauthenticated' });
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    http.defaults.baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => server.close());

  beforeEach(() => {
    valid = 'renewed-elsewhere';
    refreshStatus = 200;
    renewals = [];
    answered = 0;
    useSession.setState({ status: 'signedIn', access: 'expired', actor: rina });
  });

  it('happens once for any number of requests that are refused at the same time', async () => {
    const paths = Array.from({ length: 12 }, (_, at) => `/api/v1/orders/${at}`);
    const answers = await Promise.all(paths.map((path) => http.get<{ url: string }>(path)));
    expect(answers.map(({ data }) => data.url)).toEqual(paths);
    expect(answered).toBe(12);
    expect(renewals).toHaveLength(1);
    expect(renewals[0]?.header).toBe('cookie');
    expect(useSession.getState().access).toBe('access-1');
  });

  it('sends the refused request again as it was', async () => {
    const { data } = await http.post<{ body: string }>('/api/v1/orders', { orderNumber: 'PO-1182' });
    expect(JSON.parse(data.body)).toEqual({ orderNumber: 'PO-1182' });
  });

  it('takes the token that another request has brought meanwhile', async () => {
    const late = http.get('/api/v1/orders/late', {
      // The answer to this one arrives when the others have long renewed.
      transformRequest: (body: unknown) => {
        useSession.setState({ access: valid });
        return body;
      },
    });
    await late;
    expect(renewals).toHaveLength(0);
  });

  it('ends the session when the refresh token is refused', async () => {
    refreshStatus = 401;
    await expect(http.get('/api/v1/orders')).rejects.toMatchObject({ response: { status: 401 } });
    expect(useSession.getState()).toMatchObject({ status: 'signedOut', access: null, actor: null });
  });

  it('does not sign anybody out because the server is down for a moment', async () => {
    refreshStatus = 503;
    await expect(http.get('/api/v1/orders')).rejects.toMatchObject({ response: { status: 503 } });
    expect(useSession.getState().status).toBe('signedIn');
  });

  it('is not tried for a wrong password', async () => {
    const attempt = http.post('/api/v1/auth/login/', {}, { withoutSession: true });
    await expect(attempt).rejects.toMatchObject({ response: { status: 401 } });
    expect(renewals).toHaveLength(0);
    expect(useSession.getState().status).toBe('signedIn');
  });

  afterAll(() => forgetSession(false));
});
