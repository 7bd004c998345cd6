import type { NextFunction, Request, Response } from 'express';
import type { Config } from '../config/config';
import { DomainError } from '../errors/domain-error';

/** 421: a name that is not this house's, such as one that somebody else's page has resolve to it. */
export class UnknownHost extends DomainError {
  readonly status = 421;
  readonly code = 'request.unknown_host';

  constructor() {
    super('This house does not go by that name. Open it at the address that you were given.');
  }
}

const NAME = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]{1,253})(?::\d{1,5})?$/i;
const THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Refuses requests for another host than PUBLIC_URL and ALLOWED_HOSTS name, and this machine; any is taken where neither
 * is set. Absolute links in answers are made of the name, so one that is no name is refused in any case.
 * @param open first parts of addresses that machines ask for under any name
 */
export function knownHosts({ PUBLIC_URL, ALLOWED_HOSTS }: Config, open: readonly string[]) {
  const named = [...(PUBLIC_URL ? [new URL(PUBLIC_URL).hostname] : []), ...ALLOWED_HOSTS].map((name) =>
    name.toLowerCase(),
  );
  const known = named.length ? [...named, ...THIS_MACHINE] : null;
  const isKnown = (host: string): boolean =>
    !known || known.some((name) => (name.startsWith('*.') ? host.endsWith(name.slice(1)) : host === name));
  return (request: Request, _response: Response, next: NextFunction): void => {
    const host = NAME.exec(request.headers.host ?? '')?.[1]?.toLowerCase();
    if ((host && isKnown(host)) || open.includes(request.path.split('/')[1] ?? '')) next();
    else next(new UnknownHost());
  };
}
