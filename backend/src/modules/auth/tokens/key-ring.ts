import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { CONFIG, type Config } from '../../../platform/config/config';

const idOf = (secret: string): string => createHash('sha256').update(`kid:${secret}`).digest('hex').slice(0, 12);

/** The keys that sign tokens: SECRET_KEY signs, SECRET_KEY_FALLBACKS still verify while their tokens live. */
@Injectable()
export class KeyRing {
  readonly current: { id: string; secret: string };
  private readonly byId: ReadonlyMap<string, string>;

  constructor(@Inject(CONFIG) config: Config) {
    this.current = { id: idOf(config.SECRET_KEY), secret: config.SECRET_KEY };
    this.byId = new Map([config.SECRET_KEY, ...config.SECRET_KEY_FALLBACKS].map((secret) => [idOf(secret), secret]));
  }

  find(keyId: string | undefined): string | undefined {
    return keyId ? this.byId.get(keyId) : undefined;
  }
}
