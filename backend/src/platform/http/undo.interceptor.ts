import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { tap, type Observable } from 'rxjs';
import { Deed } from '../events/deed';
import { Undoing } from '../events/undoing';

/** Names the event by which `POST /activity/{id}/undo` takes back what the request did, if that can be taken back. */
export const UNDO_HEADER = 'X-Undo';

/** A change that can be undone is answered with the id of its event. */
@Injectable()
export class UndoInterceptor implements NestInterceptor {
  constructor(
    private readonly deed: Deed,
    private readonly undoing: Undoing,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    this.deed.begin();
    if (http.getRequest<Request>().method === 'GET') return next.handle();
    return next.handle().pipe(
      tap(() => {
        const leading = this.undoing.leading(this.deed.recorded);
        const last = leading.at(-1);
        if (last && leading.every(({ name }) => this.undoing.canUndo(name)))
          http.getResponse<Response>().setHeader(UNDO_HEADER, last.id);
      }),
    );
  }
}
