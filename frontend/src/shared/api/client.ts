import type { AxiosInstance } from 'axios';
import { http } from './http';

/** Puts the generated functions on our own axios instance, with its token, its renewal and its base address. */
export function createClientConfig<Config extends object>(config?: Config) {
  return { ...(config as Config), axios: http satisfies AxiosInstance, baseURL: __API_URL__ };
}
