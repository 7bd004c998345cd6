import { AxiosError, AxiosHeaders } from 'axios';
import { act, renderHook } from '@testing-library/react';
import { useForm } from 'react-hook-form';
import { type Notice, onNotice } from '../lib/notify';
import { applyFieldErrors, reportFormProblem, reportProblem, toProblem } from './errors';

function refused(status: number, data: unknown, headers: Record<string, string> = {}): AxiosError {
  const config = { headers: new AxiosHeaders() };
  return new AxiosError('refused', 'ERR_BAD_REQUEST', config, null, { status, data, headers, statusText: '', config });
}

const invalid = refused(400, {
  status: 400,
  code: 'request.invalid',
  title: 'Bad Request',
  detail: 'Three fields need your attention.',
  errors: {
    'styles.0.lines.1.quantity': ['Must be above 0.', 'Must have at most 3 places.'],
    orderNumber: ['Is taken.'],
    colour: ['Is not a field here. Did you mean colourName?'],
  },
  requestId: 'r-1',
});

function orderForm() {
  const { result } = renderHook(() => {
    const form = useForm({
      defaultValues: { orderNumber: '', styles: [{ lines: [{ quantity: '1' }, { quantity: '0' }] }] },
    });
    void form.formState.errors; // subscribes, as a page does by reading it
    return form;
  });
  return result;
}

function heard(): Notice[] {
  const notices: Notice[] = [];
  onNotice((notice) => notices.push(notice));
  return notices;
}

describe('toProblem', () => {
  it('reads problem+json', () => {
    expect(toProblem(invalid)).toMatchObject({
      status: 400,
      code: 'request.invalid',
      detail: 'Three fields need your attention.',
      requestId: 'r-1',
    });
  });

  it('keeps what a code carries besides', () => {
    const problem = toProblem(refused(422, { code: 'letter_of_credit.too_small', shortfall: { amount: '4400.00' } }));
    expect(problem.body.shortfall).toEqual({ amount: '4400.00' });
  });

  it('finds words of its own for an answer that is no problem+json', () => {
    const problem = toProblem(refused(502, '<html>Bad gateway</html>', { 'x-request-id': 'r-2' }));
    expect(problem).toMatchObject({ status: 502, code: 'http.502', requestId: 'r-2', errors: {} });
    expect(problem.detail).toMatch(/The server had a fault/);
  });

  it('tells no answer from a slow one', () => {
    expect(toProblem(new AxiosError('x', AxiosError.ERR_NETWORK)).code).toBe('client.unreachable');
    expect(toProblem(new AxiosError('x', AxiosError.ECONNABORTED)).code).toBe('client.timeout');
  });
});

describe('applyFieldErrors', () => {
  it('puts each error on its field, down to the line, and hands back the strays', () => {
    const form = orderForm();
    let strays: string[] = [];
    act(() => {
      strays = applyFieldErrors(form.current, toProblem(invalid));
    });
    const { errors } = form.current.formState;
    expect(errors.styles?.[0]?.lines?.[1]?.quantity?.message).toBe('Must be above 0. Must have at most 3 places.');
    expect(errors.styles?.[0]?.lines?.[0]).toBeUndefined();
    expect(errors.orderNumber?.message).toBe('Is taken.');
    expect(strays).toEqual(['Is not a field here. Did you mean colourName?']);
  });
});

describe('one toast', () => {
  it('says the detail and the request number', () => {
    const notices = heard();
    reportProblem(refused(409, { detail: 'LC 0417 is expired.', requestId: 'r-3' }));
    expect(notices).toEqual([{ kind: 'error', message: 'LC 0417 is expired.', detail: 'Request r-3' }]);
  });

  it('stays silent when every error has found its field', () => {
    const notices = heard();
    const form = orderForm();
    act(() => reportFormProblem(form.current, refused(400, { errors: { orderNumber: ['Is taken.'] } })));
    expect(notices).toEqual([]);
  });

  it('says what found no field', () => {
    const notices = heard();
    const form = orderForm();
    act(() => reportFormProblem(form.current, invalid));
    expect(notices.map(({ message }) => message)).toEqual(['Is not a field here. Did you mean colourName?']);
  });

  it('says the detail of a form that was refused as a whole', () => {
    const notices = heard();
    reportFormProblem(orderForm().current, refused(422, { detail: 'The LC is too small.' }));
    expect(notices.map(({ message }) => message)).toEqual(['The LC is too small.']);
  });
});
