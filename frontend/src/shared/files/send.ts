import type { AxiosProgressEvent } from 'axios';
import { ifUnchanged, once } from '../api/change';
import { toProblem } from '../api/errors';
import {
  addDocuments,
  addDocumentVersion,
  createDocument,
  type CreateDocumentDto,
  type DocumentDto,
} from '../api/generated';
import { type FilesPart } from './api';
import { largestFile } from './kinds';

/** A file with what a person said of it. */
export interface FileToSend {
  file: File;
  category?: DocumentDto['category'];
  subcategory?: DocumentDto['subcategory'];
  orderLineId?: string | null;
  sampleId?: string | null;
  documentDate?: string | null;
  /** The document whose next version it is. */
  replaces?: DocumentDto;
  /** Although the order has this very file already. */
  again?: boolean;
}

/** Why it was not kept. */
export class NotKept extends Error {
  constructor(
    readonly detail: string,
    /** The document that is this very file. */
    readonly existing: { id: string; fileName: string } | null = null,
  ) {
    super(detail);
  }
}

/** What is larger is sent in parts, so that a line that breaks costs no more than the last of them. */
const largestInForm = 5 * 1024 * 1024;
const uploadTimeout = 10 * 60_000;

export interface Sending {
  /** One for a document of parts. A form needs none: the same file sent twice is known by its bytes. */
  key: string;
  /** 0 to 1 */
  onProgress: (share: number) => void;
  /** It waits for the line, and goes on by itself. */
  onPause?: (paused: boolean) => void;
  /** It is given up. */
  signal?: AbortSignal;
}

/** @throws NotKept */
export async function sendFile({ orderId }: FilesPart, sent: FileToSend, sending: Sending): Promise<DocumentDto> {
  if (sent.file.size > largestFile) throw new NotKept('This file is too large: at most 50 MB can be stored here.');
  if (sent.file.size === 0) throw new NotKept('This file is empty.');
  try {
    if (sent.file.size > largestInForm) return await sendInParts(orderId, sent, sending);
    return await (sent.replaces ? sendVersion(sent.replaces, sent, sending) : sendInForm(orderId, sent, sending));
  } catch (error) {
    if (error instanceof NotKept) throw error;
    const { detail, body } = toProblem(error);
    throw new NotKept(detail, existingIn(body));
  }
}

const transport = ({ onProgress, signal }: Sending) => ({
  timeout: uploadTimeout,
  signal,
  onUploadProgress: ({ progress }: AxiosProgressEvent) => onProgress(progress ?? 0),
});

async function sendInForm(orderId: string, sent: FileToSend, sending: Sending): Promise<DocumentDto> {
  const { file, again, replaces: _none, ...fields } = sent;
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value));
  const { data } = await addDocuments({
    path: { id: orderId },
    body: { files: [file], ...given, ...(again && { again: 'true' as const }) },
    ...transport(sending),
    throwOnError: true,
  });
  const [result] = data.results;
  if (result?.document) return result.document;
  throw new NotKept(result?.refusal?.detail ?? 'The file was not kept.', result?.refusal?.existing ?? null);
}

async function sendVersion(replaces: DocumentDto, { file, again }: FileToSend, sending: Sending): Promise<DocumentDto> {
  const { data } = await addDocumentVersion({
    path: { id: replaces.id },
    body: { files: [file], ...(again && { again: 'true' as const }) },
    headers: ifUnchanged(replaces),
    ...transport(sending),
    throwOnError: true,
  });
  return data;
}

async function sendInParts(orderId: string, sent: FileToSend, sending: Sending): Promise<DocumentDto> {
  const { file, replaces, ...fields } = sent;
  const { sendResumably } = await import('./send-resumable');
  const uploadId = await sendResumably(orderId, file, sending);
  const made: CreateDocumentDto = {
    uploadId,
    ...fields,
    subcategory: fields.subcategory ?? undefined,
    ...(replaces && { replacesId: replaces.id }),
  };
  return (await createDocument({ body: made, headers: once(sending.key), throwOnError: true })).data;
}

function existingIn({ existing }: Record<string, unknown>): NotKept['existing'] {
  const known = existing as { id?: unknown; fileName?: unknown } | undefined;
  return typeof known?.id === 'string' && typeof known.fileName === 'string'
    ? { id: known.id, fileName: known.fileName }
    : null;
}
