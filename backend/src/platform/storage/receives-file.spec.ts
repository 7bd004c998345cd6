import { Controller, Post, type INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { Config } from '../config/config';
import { Faults } from '../telemetry/faults';
import { ErrorFilter } from '../errors/error.filter';
import { ReceivedFile, ReceivesFile, type IncomingFile } from './receives-file';

const pdf = '%PDF-1.7\n%%EOF';

@Controller()
class DocumentsController {
  @Post('documents')
  @ReceivesFile('document', 1024)
  addDocument(@ReceivedFile() { bytes, ...file }: IncomingFile) {
    return { ...file, size: bytes.length };
  }

  @Post('failing')
  @ReceivesFile('document')
  fail() {
    throw new Error('not the form’s fault');
  }
}

describe('ReceivesFile', () => {
  let app: INestApplication;
  let url: string;

  beforeAll(async () => {
    const moduleRef = await Test.createTestingModule({ controllers: [DocumentsController] }).compile();
    app = moduleRef.createNestApplication({ logger: false });
    app.useGlobalFilters(new ErrorFilter(new Faults({} as Config)));
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  });

  afterAll(() => app.close());

  const form = (...parts: [field: string, content: string, name?: string][]) => {
    const data = new FormData();
    for (const [field, content, name] of parts)
      if (name === undefined) data.append(field, content);
      else data.append(field, new Blob([content]), name);
    return data;
  };
  const post = async (body: FormData | string, headers: Record<string, string> = {}, path = '/documents') => {
    const answer = await fetch(url + path, { method: 'POST', body, headers });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };

  it('hands the file over with the type of its bytes and a harmless name', async () => {
    const answer = await post(form(['note', 'first bulk'], ['file', pdf, '../রঙ\u202e.exe']));
    expect(answer).toEqual({
      status: 201,
      body: { extension: 'pdf', contentType: 'application/pdf', fileName: 'রঙ.exe', size: pdf.length },
    });
  });

  it('refuses a file past the limit', async () => {
    const answer = await post(form(['file', pdf + ' '.repeat(1024), 'a.pdf']));
    expect(answer).toMatchObject({
      status: 413,
      body: { code: 'file.too_large', detail: 'This file is too large: at most 1 kB can be stored here.' },
    });
  });

  it('refuses what only calls itself a PDF', async () => {
    const answer = await post(form(['file', '<svg onload="alert(1)"/>', 'a.pdf']));
    expect(answer).toMatchObject({ status: 422, body: { code: 'file.type_refused' } });
  });

  it.each<[string, FormData | string, Record<string, string>?]>([
    ['no file', form(['note', 'x'])],
    ['the file as text', form(['file', pdf])],
    ['a file in another field', form(['document', pdf, 'a.pdf'])],
    ['two files', form(['file', pdf, 'a.pdf'], ['file', pdf, 'b.pdf'])],
    ['something else than a form', '{}', { 'Content-Type': 'application/json' }],
    [
      'a form without its end',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nab',
      { 'Content-Type': 'multipart/form-data; boundary=x' },
    ],
    ['a form without a boundary', 'x', { 'Content-Type': 'multipart/form-data' }],
  ])('asks for one file when it gets %s', async (_what, body, headers = {}) => {
    const answer = await post(body, headers);
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(Object.keys(answer.body.errors as object)).toEqual(['file']);
  });

  it('leaves the handler’s own errors alone', async () => {
    expect((await post(form(['file', pdf, 'a.pdf']), {}, '/failing')).status).toBe(500);
  });

  it('is not for large files', () => {
    expect(() => ReceivesFile('document', 11 * 1024 * 1024)).toThrow(RangeError);
  });
});
