import type { Request } from 'express';
import type { Config } from '../config/config';

/** Whether who asks came over HTTPS: by what a trusted proxy says, or because the house is there at no other address. */
export const isOverHttps = (request: Request, { PUBLIC_URL }: Pick<Config, 'PUBLIC_URL'>): boolean =>
  request.secure || Boolean(PUBLIC_URL?.startsWith('https:'));
