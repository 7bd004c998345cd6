import { Inject, Injectable } from '@nestjs/common';
import { createHash, createSecretKey, type KeyObject } from 'node:crypto';
import { CONFIG, type Config } from '../../../platform/config/config';

const idOf = (secret: string): string => createHash('sha256').update(`kid:${secret}`).digest('hex').slice(0, 12);

interface SigningKey {
  id: string;
  secret: string;
  /** The secret, made ready: from a text each request would make it anew, a quarter of a small answer's CPU time. */
  key: KeyObject;
}

const keyOf = (secret: string): SigningKey => ({
  id: idOf(secret),
  secret,
  key: createSecretKey(Buffer.from(secret)),
});

/** The keys that sign tokens: SECRET_KEY signs, SECRET_KEY_FALLBACKS still verify while their tokens live. */
@Injectable()
export class KeyRing {
  readonly current: SigningKey;
  private readonly byId: ReadonlyMap<string, SigningKey>;

  constructor(@Inject(CONFIG) config: Config) {
    const keys = [config.SECRET_KEY, ...config.SECRET_KEY_FALLBACKS].map(keyOf);
    this.current = keyOf(config.SECRET_KEY);
    this.byId = new Map(keys.map((key) => [key.id, key]));
  }

  find(keyId: string | undefined): SigningKey | undefined {
    return keyId ? this.byId.get(keyId) : undefined;
  }
}
