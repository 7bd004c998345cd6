import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { LinkRefused } from './storage.errors';

export type LinkMethod = 'GET' | 'PUT';

/** Links to files on our own disk: every part of them is under a signature made with a key of its own. */
export class DiskLinks {
  private readonly keys: Buffer[];

  /** @param secrets the first signs; the others are still believed, so that a changed secret breaks no link at work */
  constructor(
    private readonly url: string,
    secrets: readonly string[],
  ) {
    this.keys = secrets.map((secret) => Buffer.from(hkdfSync('sha256', secret, '', 'provabook file links', 32)));
  }

  sign(method: LinkMethod, key: string, facts: Record<string, string>, lifeSeconds: number): string {
    const query = new URLSearchParams({ ...facts, expires: String(Math.floor(Date.now() / 1000) + lifeSeconds) });
    return `${this.url}/${key}?${query}&signature=${this.signatures(method, key, query)[0]}`;
  }

  /** The facts that were signed. @throws LinkRefused 403 when anything was changed or the time is up */
  verify(method: LinkMethod, key: string, query: URLSearchParams): URLSearchParams {
    const facts = new URLSearchParams(query);
    facts.delete('signature');
    const claimed = query.get('signature') ?? '';
    const genuine = this.signatures(method, key, facts).some((signature) => isSame(signature, claimed));
    if (!genuine || Number(facts.get('expires')) * 1000 < Date.now()) throw new LinkRefused();
    return facts;
  }

  private signatures(method: LinkMethod, key: string, facts: URLSearchParams): string[] {
    const text = `${method}\n${key}\n${facts}`;
    return this.keys.map((secret) => createHmac('sha256', secret).update(text).digest('base64url'));
  }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
