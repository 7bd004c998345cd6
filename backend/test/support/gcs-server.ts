import { CRC32C } from '@google-cloud/storage';
import { createHash, generateKeyPairSync, verify as verifySignature } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { bodyOf, listen, type ObjectServer } from './loopback';

interface StoredObject {
  bytes: Buffer;
  contentType: string;
  at: number;
}

interface Answer {
  status: number;
  headers?: OutgoingHttpHeaders;
  body?: Buffer | string;
}

export interface GcsServer extends ObjectServer {
  credentials: { client_email: string; private_key: string };
}

const LINK_OWNER = 'files@provabook-test.iam.gserviceaccount.com';
const TWO_DAYS_MS = 2 * 86_400_000;
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
const crc32c = (bytes: Buffer) => {
  const sum = new CRC32C();
  sum.update(bytes);
  return sum.toString();
};

/**
 * The part of Google Cloud Storage that a bucket of files needs: the JSON API, which asks nobody who they are, and V4
 * signed links, checked with the public half of a key made for this run.
 */
export async function startGcsServer(bucket: string): Promise<GcsServer> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const objects = new Map<string, StoredObject>();

  const server = await listen((request, response) => {
    answer(request).then(
      ({ status, headers, body }) => response.writeHead(status, headers).end(body),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  const age = () => objects.forEach((each) => (each.at -= TWO_DAYS_MS));
  return {
    ...server,
    age,
    keys: () => [...objects.keys()],
    credentials: { client_email: LINK_OWNER, private_key: privateKey },
  };

  async function answer(request: IncomingMessage): Promise<Answer> {
    const url = new URL(request.url ?? '', `http://${request.headers.host}`);
    const body = await bodyOf(request);
    const api = /^\/(?:upload\/)?storage\/v1\/b\/([^/]+)\/o(?:\/([^/]+))?$/.exec(url.pathname);
    if (!api) return linkAnswer(request, url, body);
    if (api[1] !== bucket) return json(404, { error: { code: 404, message: 'No such bucket' } });
    if (request.method === 'POST') return upload(request, url, body);
    if (!api[2]) return list(url);

    const name = decodeURIComponent(api[2]);
    const found = objects.get(name);
    if (!found) return json(404, { error: { code: 404, message: 'No such object' } });
    if (request.method === 'DELETE') return { status: objects.delete(name) ? 204 : 404 };
    return url.searchParams.get('alt') === 'media' ? content(found) : json(200, metadata(name, found));
  }

  /** A few at a time whatever is asked for; `startOffset` itself is among them. */
  function list(url: URL): Answer {
    const from = url.searchParams.get('startOffset') ?? '';
    const rest = [...objects.keys()].filter((name) => name >= from).sort();
    const page = rest.slice(0, Math.min(Number(url.searchParams.get('maxResults') ?? 1000), 3));
    const items = page.map((name) => metadata(name, objects.get(name)!));
    const more = page.length < rest.length && { nextPageToken: 'more' };
    return json(200, { kind: 'storage#objects', items, ...more });
  }

  /** One part of metadata, one of bytes (RFC 2387). */
  function upload(request: IncomingMessage, url: URL, body: Buffer): Answer {
    const boundary = /boundary="?([^";]+)/.exec(request.headers['content-type'] ?? '')?.[1] ?? '';
    const text = body.toString('latin1');
    const secondPart = text.indexOf(`--${boundary}`, boundary.length);
    const start = text.indexOf('\r\n\r\n', secondPart) + 4;
    const end = text.lastIndexOf(`\r\n--${boundary}--`);
    const contentType = /content-type: *([^\r\n]+)/i.exec(text.slice(secondPart, start))?.[1] ?? '';
    const name = url.searchParams.get('name') ?? (JSON.parse(/{.*}/.exec(text)?.[0] ?? '{}') as { name: string }).name;
    const stored = { bytes: body.subarray(start, end), contentType, at: Date.now() };
    objects.set(name, stored);
    return json(200, metadata(name, stored));
  }

  function linkAnswer(request: IncomingMessage, url: URL, body: Buffer): Answer {
    if (!isGenuine(request, url, publicKey)) return { status: 403, body: '<Code>SignatureDoesNotMatch</Code>' };
    if (isExpired(url)) return { status: 400, body: '<Code>ExpiredToken</Code>' };
    const name = url.pathname.slice(`/${bucket}/`.length);
    if (request.method === 'PUT') return linkUpload(request, name, body);
    const found = objects.get(name);
    if (!found) return { status: 404, body: '<Code>NoSuchKey</Code>' };
    const { status, headers, body: bytes } = content(found);
    const type = url.searchParams.get('response-content-type') ?? found.contentType;
    const disposition = url.searchParams.get('response-content-disposition') ?? 'inline';
    return { status, headers: { ...headers, 'Content-Type': type, 'Content-Disposition': disposition }, body: bytes };
  }

  function linkUpload(request: IncomingMessage, name: string, body: Buffer): Answer {
    const [least = 0, most = Infinity] = String(request.headers['x-goog-content-length-range'] ?? '0')
      .split(',')
      .map(Number);
    if (body.length < least || body.length > most) return { status: 400, body: '<Code>EntityTooLarge</Code>' };
    if (request.headers['x-goog-if-generation-match'] === '0' && objects.has(name))
      return { status: 412, body: '<Code>PreconditionFailed</Code>' };
    objects.set(name, { bytes: body, contentType: String(request.headers['content-type']), at: Date.now() });
    return { status: 200 };
  }

  function metadata(name: string, { bytes, contentType, at }: StoredObject) {
    const facts = {
      contentType,
      size: String(bytes.length),
      crc32c: crc32c(bytes),
      updated: new Date(at).toISOString(),
    };
    return { kind: 'storage#object', name, bucket, ...facts };
  }
}

const json = (status: number, value: unknown): Answer => ({
  status,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(value),
});

const content = ({ bytes, contentType }: StoredObject): Answer => ({
  status: 200,
  headers: { 'Content-Type': contentType, 'x-goog-hash': `crc32c=${crc32c(bytes)}` },
  body: bytes,
});

function isGenuine(request: IncomingMessage, url: URL, publicKey: string): boolean {
  const query = url.searchParams;
  const date = query.get('X-Goog-Date') ?? '';
  const [owner, ...scope] = (query.get('X-Goog-Credential') ?? '').split('/');
  const signedHeaders = (query.get('X-Goog-SignedHeaders') ?? '').split(';');
  const unsigned = Object.keys(request.headers).some((n) => n.startsWith('x-goog-') && !signedHeaders.includes(n));
  if (owner !== LINK_OWNER || scope[0] !== date.slice(0, 8) || unsigned || !signedHeaders.includes('host'))
    return false;

  // Google's client signs the host without its port: of no account on the ports of http and https.
  const header = (name: string) => (name === 'host' ? url.hostname : String(request.headers[name] ?? ''));
  const pairs = [...query].filter(([name]) => name !== 'X-Goog-Signature');
  const canonicalRequest = [
    request.method,
    url.pathname,
    pairs
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .sort()
      .join('&'),
    ...signedHeaders.map(
      (name) =>
        `${name}:${header(name)
          .trim()
          .replace(/\s{2,}/g, ' ')}`,
    ),
    '',
    signedHeaders.join(';'),
    'UNSIGNED-PAYLOAD',
  ].join('\n');
  const digest = createHash('sha256').update(canonicalRequest).digest('hex');
  const signed = ['GOOG4-RSA-SHA256', date, scope.join('/'), digest].join('\n');
  const signature = query.get('X-Goog-Signature') ?? '';
  if (!/^(?:[0-9a-f]{2})+$/.test(signature)) return false;
  return verifySignature('RSA-SHA256', Buffer.from(signed), publicKey, Buffer.from(signature, 'hex'));
}

function isExpired(url: URL): boolean {
  const date = (url.searchParams.get('X-Goog-Date') ?? '').replace(/(....)(..)(..T..)(..)(..Z)/, '$1-$2-$3:$4:$5');
  return !(Date.now() < Date.parse(date) + Number(url.searchParams.get('X-Goog-Expires')) * 1000);
}
