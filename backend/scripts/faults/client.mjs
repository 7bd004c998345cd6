import http from 'node:http';
import { signIns } from '../lib/demo.mjs';

const patienceMs = 10_000;

/** One request. An answer that does not come, or is cut off, has the status 0. */
export function ask(agent, url, { method = 'GET', token, body, headers = {}, patience = patienceMs } = {}) {
  const said = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
  return new Promise((resolve) => {
    const fail = (error) => resolve({ status: 0, fault: error.message, headers: {}, body: null });
    const request = http.request(
      url,
      {
        agent,
        method,
        headers: {
          ...(token ? { Authorization: `Bearer ${token}` } : {}),
          ...(said ? { 'Content-Type': 'application/json', 'Content-Length': said.length } : {}),
          ...headers,
        },
      },
      (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', fail);
        response.on('end', () => {
          const { statusCode: status, headers: came } = response;
          resolve({ status, headers: came, body: parsed(Buffer.concat(chunks).toString('utf8')) });
        });
      },
    );
    request.setTimeout(patience, () => request.destroy(new Error('no answer in time')));
    request.on('error', fail);
    request.end(said);
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A merchandiser of the demo house signs in. @returns their token */
export async function signIn(url) {
  const [, , [email, password]] = signIns;
  const said = { method: 'POST', body: { email, password } };
  const { body, status } = await ask(new http.Agent(), `${url}/api/v1/auth/login/`, said);
  if (status !== 200) throw new Error(`Nobody could sign in: ${status} ${JSON.stringify(body)}`);
  return body.access;
}

/** Whoever has the token, at the API under `url()`, on a line of their own. */
export function clientOf(url, token) {
  const agent = new http.Agent({ keepAlive: true });
  return {
    send: (method, path, options = {}) => ask(agent, `${url()}/api/v1${path}`, { method, token, ...options }),
    /** The same where it has to succeed. @returns what was answered */
    async must(method, path, said) {
      const answer = await this.send(method, path, { body: said, patience: 6 * patienceMs });
      if (answer.status < 200 || answer.status >= 300)
        throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body ?? answer.fault)}`);
      return answer.body;
    },
    /** Sends one PDF by a form, where it has to succeed. @returns what was answered */
    async upload(path, fields, pdf) {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      form.set('files', new Blob([pdf], { type: 'application/pdf' }), 'paper.pdf');
      const headers = { Authorization: `Bearer ${token}` };
      const answer = await fetch(`${url()}/api/v1${path}`, { method: 'POST', headers, body: form });
      if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    close: () => agent.destroy(),
  };
}
