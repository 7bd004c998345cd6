import { createHash, createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { bodyOf, listen, type ObjectServer } from './loopback';

interface Account {
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }
}

const TWO_DAYS_MS = 2 * 86_400_000;
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest();
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * The part of S3 that a bucket of files needs, strict where Amazon is: every request's SigV4, in the header or in the
 * link, is computed again from what really arrived.
 */
export async function startS3Server(account: Account): Promise<ObjectServer> {
  const objects = new Map<string, { bytes: Buffer; contentType: string; at: number }>();

  const server = await listen((request, response) => {
    answer(request).then(
      ({ status, headers, bytes }) => response.writeHead(status, headers).end(bytes),
      (error: unknown) => {
        const { status, code } = error instanceof Refusal ? error : new Refusal(500, String(error));
        response.writeHead(status, { 'Content-Type': 'application/xml' }).end(`<Error><Code>${code}</Code></Error>`);
      },
    );
  });
  const age = () => objects.forEach((each) => (each.at -= TWO_DAYS_MS));
  return { ...server, age, keys: () => [...objects.keys()] };

  /** ListObjectsV2, a few at a time whatever is asked for. */
  function list(url: URL) {
    const after = url.searchParams.get('start-after') ?? '';
    const rest = [...objects.keys()].filter((key) => key > after).sort();
    const page = rest.slice(0, Math.min(Number(url.searchParams.get('max-keys') ?? 1000), 3));
    const contents = page.map((key) => {
      const { bytes, at } = objects.get(key)!;
      return `<Contents><Key>${key}</Key><Size>${bytes.length}</Size><LastModified>${new Date(at).toISOString()}</LastModified></Contents>`;
    });
    const told = `<IsTruncated>${page.length < rest.length}</IsTruncated><KeyCount>${page.length}</KeyCount>`;
    const bytes = Buffer.from(`<?xml version="1.0"?><ListBucketResult>${told}${contents.join('')}</ListBucketResult>`);
    return { status: 200, headers: { 'Content-Type': 'application/xml' }, bytes };
  }

  async function answer(request: IncomingMessage) {
    const url = new URL(request.url ?? '', `http://${request.headers.host}`);
    const body = await bodyOf(request);
    verify(request, url, body, account);
    const [, bucket, ...rest] = url.pathname.split('/');
    if (bucket !== account.bucket) throw new Refusal(404, 'NoSuchBucket');
    const key = rest.join('/');
    const found = objects.get(key);

    if (request.method === 'PUT') {
      if (request.headers['if-none-match'] === '*' && found) throw new Refusal(412, 'PreconditionFailed');
      const contentType = request.headers['content-type'] ?? 'binary/octet-stream';
      objects.set(key, { bytes: body, contentType, at: Date.now() });
      return { status: 200 };
    }
    if (request.method === 'DELETE') {
      objects.delete(key);
      return { status: 204 };
    }
    if (request.method === 'HEAD' && !key) return { status: 200 };
    if (!key && url.searchParams.get('list-type') === '2') return list(url);
    if (!found) throw new Refusal(404, 'NoSuchKey');
    const headers = {
      'Content-Type': url.searchParams.get('response-content-type') ?? found.contentType,
      'Content-Disposition': url.searchParams.get('response-content-disposition') ?? 'inline',
      'Content-Length': found.bytes.length,
    };
    return { status: 200, headers, bytes: request.method === 'HEAD' ? undefined : found.bytes };
  }
}

interface Claim {
  credential: string;
  signedHeaders: string[];
  signature: string;
  date: string;
  lifeSeconds: number;
  payloadHash: string;
}

function claimOf(request: IncomingMessage, url: URL): Claim {
  const query = url.searchParams;
  if (query.get('X-Amz-Algorithm') === 'AWS4-HMAC-SHA256')
    return {
      credential: query.get('X-Amz-Credential') ?? '',
      signedHeaders: (query.get('X-Amz-SignedHeaders') ?? '').split(';'),
      signature: query.get('X-Amz-Signature') ?? '',
      date: query.get('X-Amz-Date') ?? '',
      lifeSeconds: Number(query.get('X-Amz-Expires')),
      payloadHash: 'UNSIGNED-PAYLOAD',
    };
  const header = /^AWS4-HMAC-SHA256 Credential=(\S+), SignedHeaders=(\S+), Signature=(\w+)$/.exec(
    request.headers.authorization ?? '',
  );
  if (!header) throw new Refusal(403, 'AccessDenied');
  const [, credential = '', signedHeaders = '', signature = ''] = header;
  return {
    credential,
    signedHeaders: signedHeaders.split(';'),
    signature,
    date: String(request.headers['x-amz-date']),
    lifeSeconds: 15 * 60,
    payloadHash: String(request.headers['x-amz-content-sha256']),
  };
}

function verify(request: IncomingMessage, url: URL, body: Buffer, account: Account): void {
  const claim = claimOf(request, url);
  const [accessKeyId, day = '', region = '', service = '', end] = claim.credential.split('/');
  if (accessKeyId !== account.accessKeyId) throw new Refusal(403, 'InvalidAccessKeyId');
  if (region !== account.region || service !== 's3' || end !== 'aws4_request' || !claim.date.startsWith(day))
    throw new Refusal(403, 'AuthorizationQueryParametersError');

  const age = Date.now() - Date.parse(claim.date.replace(/(....)(..)(..T..)(..)(..Z)/, '$1-$2-$3:$4:$5'));
  if (!(age < claim.lifeSeconds * 1000 && age > -60_000)) throw new Refusal(403, 'AccessDenied');

  const mustBeSigned = ['host', ...Object.keys(request.headers).filter((name) => name.startsWith('x-amz-'))];
  if (mustBeSigned.some((name) => !claim.signedHeaders.includes(name))) throw new Refusal(403, 'AccessDenied');

  const pairs = [...url.searchParams].filter(([name]) => name !== 'X-Amz-Signature');
  const canonicalRequest = [
    request.method,
    url.pathname,
    pairs
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .sort()
      .join('&'),
    ...claim.signedHeaders.map(
      (name) =>
        `${name}:${String(request.headers[name] ?? '')
          .trim()
          .replace(/ +/g, ' ')}`,
    ),
    '',
    claim.signedHeaders.join(';'),
    claim.payloadHash,
  ].join('\n');
  const scope = [day, region, service, end].join('/');
  const key = [day, region, service, 'aws4_request'].reduce<Buffer | string>(hmac, `AWS4${account.secretAccessKey}`);
  const expected = hmac(key, ['AWS4-HMAC-SHA256', claim.date, scope, sha256(canonicalRequest)].join('\n'));
  if (claim.signature !== expected.toString('hex')) throw new Refusal(403, 'SignatureDoesNotMatch');

  if (claim.payloadHash !== 'UNSIGNED-PAYLOAD' && claim.payloadHash !== sha256(body))
    throw new Refusal(400, 'XAmzContentSHA256Mismatch');
  const checksum = request.headers['x-amz-checksum-sha256'];
  if (checksum && checksum !== createHash('sha256').update(body).digest('base64')) throw new Refusal(400, 'BadDigest');
}
