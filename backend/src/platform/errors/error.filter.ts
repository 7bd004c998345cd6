import { BadRequestException, Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { STATUS_CODES } from 'node:http';
import { operationOf } from '../metrics/operation-name.guard';
import { Faults } from '../telemetry/faults';
import { DomainError } from './domain-error';
import { explainDatabaseError } from './database-errors';

export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  requestId: string;
  [extra: string]: unknown;
}

/** Codes of what Nest and Express refuse before our own code runs. */
const HTTP_CODES: Record<number, string> = {
  400: 'request.malformed',
  404: 'request.no_such_route',
  405: 'request.method_not_allowed',
  413: 'request.too_large',
  415: 'request.unsupported_media_type',
};

const HTTP_DETAILS: Record<number, string> = {
  400: 'The request could not be read: is its body valid JSON?',
  404: 'There is nothing at this address.',
  413: 'The request is larger than the server takes.',
  415: 'Send the body as application/json.',
};

/** Said by the pipe that reads an id from the address. */
const NO_ID = /uuid.* is expected/i;

/** The one place where an error becomes an answer: problem+json (RFC 9457), whatever was thrown. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(private readonly faults: Faults) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<Response>();
    const problem = this.problemFor(thrown, String(http.getRequest<Request>().id ?? ''));
    // The request's own log line carries our faults, with their stack.
    if (problem.status === 500) {
      Object.assign(response, { err: thrown });
      const where = { requestId: problem.requestId, operation: operationOf(response) };
      this.faults.tell(thrown, where).catch(() => undefined); // the log has it all the same
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer realm="api"');
    if (problem.status === 503) response.setHeader('Retry-After', '5');
    if (problem.status === 429) response.setHeader('Retry-After', String(problem['retryAfterSeconds']));
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }

  private problemFor(thrown: unknown, requestId: string): Problem {
    const error = thrown instanceof DomainError ? thrown : explainDatabaseError(thrown);
    if (error) return problem(error.status, error.code, error.detail, requestId, error.extras);
    const status = statusOf(thrown);
    if (status && status < 500)
      return problem(status, HTTP_CODES[status] ?? 'request.refused', detailOf(thrown, status), requestId);
    return problem(
      500,
      'service.fault',
      'Something went wrong on our side; it has been recorded. Quote the request id if you ask about it.',
      requestId,
    );
  }
}

function detailOf(thrown: unknown, status: number): string {
  if (thrown instanceof BadRequestException && NO_ID.test(thrown.message))
    return 'The id in this address is not one of ours: they look like 01a20132-3f80-7420-8c39-84b607327796.';
  return HTTP_DETAILS[status] ?? 'The request was refused.';
}

/** Nest's own refusals and those of Express middleware (body parser: `status` or `statusCode` on the error). */
function statusOf(thrown: unknown): number | null {
  if (thrown instanceof HttpException) return thrown.getStatus();
  const status = (thrown as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : null;
}

export function problem(
  status: number,
  code: string,
  detail: string,
  requestId: string,
  extras: Readonly<Record<string, unknown>> = {},
): Problem {
  return {
    type: `/docs/errors#${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail,
    ...extras,
    requestId,
  };
}
