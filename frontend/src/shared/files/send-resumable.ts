import { AxiosError, type AxiosResponse } from 'axios';
import { defaultOptions, type DetailedError, type HttpRequest, type HttpResponse, Upload } from 'tus-js-client';
import { http } from '../api/http';
import type { Sending } from './send';

const address = '/api/v1/documents/resumable-uploads/';
/** Small enough to arrive within the minute that a request may take, also over a slow line. */
const partSize = 4 * 1024 * 1024;
/** Quickly at first, then every five seconds for an hour. */
const pauses = [500, 1_000, 2_000, ...Array<number>(720).fill(5_000)];
const keptFor = 24 * 60 * 60_000;

/** Refusals that pass: a part that another answer overtook, a line or a server that was away. */
const passes = (status: number) => status === 0 || [408, 409, 423, 429].includes(status) || status >= 500;

/**
 * Sends a file in parts and goes on by itself where the line broke; the same file chosen again after a reload goes on
 * where it was.
 * @returns the id of the upload, whose bytes have all arrived  @throws AxiosError, and an AbortError when it was cancelled
 */
export async function sendResumably(orderId: string, file: File, { onProgress, onPause, signal }: Sending) {
  await forgetOld();
  const fingerprint = ['provabook', orderId, file.name, file.size, file.lastModified].join('|');
  return new Promise<string>((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: new URL(address, __API_URL__ || window.location.href).href,
      metadata: { orderId, filename: file.name },
      chunkSize: partSize,
      retryDelays: pauses,
      fingerprint: async () => fingerprint,
      httpStack: { createRequest: (method, url) => new ApiRequest(method, url), getName: () => 'provabook' },
      onShouldRetry: ({ originalResponse }) => {
        const again = passes(originalResponse?.getStatus() ?? 0);
        onPause?.(again);
        return again;
      },
      onProgress: (sent, total) => {
        onPause?.(false);
        onProgress(sent / total);
      },
      onSuccess: () => {
        stop();
        resolve(upload.url?.split('/').filter(Boolean).at(-1) ?? '');
      },
      onError: (error) => {
        stop();
        reject((error as DetailedError).originalResponse?.getUnderlyingObject() ?? error);
      },
    });
    const cancel = () => {
      stop();
      void upload.abort(true).catch(() => undefined); // the server forgets it by itself
      reject(new DOMException('Cancelled', 'AbortError'));
    };
    const stop = () => signal?.removeEventListener('abort', cancel);
    signal?.addEventListener('abort', cancel);
    void upload.findPreviousUploads().then(([before]) => {
      if (before) upload.resumeFromPreviousUpload(before);
      if (!signal?.aborted) upload.start();
    });
  });
}

/** What is on its way elsewhere is remembered by the browser for as long as the server remembers it. */
async function forgetOld(): Promise<void> {
  const { urlStorage } = defaultOptions;
  for (const { creationTime, urlStorageKey } of await urlStorage.findAllUploads())
    if (Date.now() - Date.parse(creationTime) > keptFor) await urlStorage.removeUpload(urlStorageKey);
}

/** A request of the library, on the one axios instance: with its token, and its renewal. */
class ApiRequest implements HttpRequest {
  private readonly headers: Record<string, string> = {};
  private readonly controller = new AbortController();
  private onSent: (bytes: number) => void = () => undefined;

  constructor(
    private readonly method: string,
    private readonly url: string,
  ) {}

  getMethod = () => this.method;
  getURL = () => this.url;
  getHeader = (name: string) => this.headers[name];
  setHeader = (name: string, value: string) => void (this.headers[name] = value);
  setProgressHandler = (handler: (bytes: number) => void) => void (this.onSent = handler);
  getUnderlyingObject = () => null;
  abort = async () => this.controller.abort();

  async send(body: unknown): Promise<HttpResponse> {
    const { method, url, headers, controller } = this;
    try {
      const answer = await http.request<unknown>({
        method,
        url,
        headers,
        data: body,
        timeout: 90_000,
        signal: controller.signal,
        onUploadProgress: ({ loaded }) => this.onSent(loaded),
      });
      return told(answer, answer);
    } catch (error) {
      const answer = error instanceof AxiosError ? error.response : undefined;
      // A server that is away has not forgotten the file: asked how much is there, it is asked again later.
      if (!answer || (method === 'HEAD' && passes(answer.status))) throw error;
      return told(answer, error);
    }
  }
}

const told = ({ status, headers }: AxiosResponse<unknown>, underlying: unknown): HttpResponse => ({
  getStatus: () => status,
  getHeader: (name) => {
    const value: unknown = headers[name.toLowerCase()];
    return typeof value === 'string' ? value : undefined;
  },
  getBody: () => '',
  getUnderlyingObject: () => underlying,
});
