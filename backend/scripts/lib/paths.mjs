import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');
export const backend = path.join(root, 'backend');
export const frontend = path.join(root, 'frontend');
export const scripts = path.join(backend, 'scripts');
