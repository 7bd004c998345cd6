import { AxiosError, AxiosHeaders, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios';
import { http } from '@/shared/api/http';

export interface Answer {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** At once and for good: what is not reached is asked for again, and the test would wait for that. */
const noAnswer = (request: string): Answer => ({
  status: 404,
  body: { detail: `No answer was given for ${request}.` },
});

/** Answers the instance's requests, by `METHOD /path`. Everything above the wire (interceptors, errors) is the real one. */
export function answerWith(routes: Record<string, (request: InternalAxiosRequestConfig) => Answer>): void {
  http.defaults.adapter = (config) => {
    const path = (config.url ?? '').split('?')[0];
    const route = routes[`${(config.method ?? 'get').toUpperCase()} ${path}`];
    const { status = 200, body, headers = {} } = route?.(config) ?? noAnswer(`${config.method} ${path}`);
    const response: AxiosResponse = { data: body, status, statusText: '', headers: new AxiosHeaders(headers), config };
    if (status < 400) return Promise.resolve(response);
    return Promise.reject(new AxiosError(`Status ${status}`, AxiosError.ERR_BAD_REQUEST, config, null, response));
  };
}
