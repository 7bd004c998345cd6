import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { change, ifUnchanged } from '../api/change';
import {
  deleteDocument,
  type DocumentDto,
  type DocumentGuessDto,
  getDocument,
  countPrintColours,
  guessDocuments,
  linkToDocument,
  listDocuments,
  type ListDocumentsData,
  type NamedFileDto,
  restoreDocument,
  updateDocument,
  type UpdateDocumentDto,
} from '../api/generated';
import { pathOf } from '../lib/dropped-files';
import { notify } from '../lib/notify';
import { contentOf } from './content';
import { orderKeys } from '../lib/order';

/** Where files belong: an order as a whole, one of its lines, or a sample. */
export interface FilesPart {
  orderId: string;
  orderLineId?: string;
  sampleId?: string;
}

export type FilesQuery = NonNullable<ListDocumentsData['query']>;

export const fileKeys = {
  all: ['documents'] as const,
  list: (query: object) => ['documents', 'list', query] as const,
  detail: (id: string) => ['documents', 'detail', id] as const,
  link: (id: string) => ['documents', 'link', id] as const,
};

export const queryOf = ({ orderId, orderLineId, sampleId }: FilesPart): FilesQuery => ({
  orderId: [orderId],
  ...(orderLineId && { orderLineId: [orderLineId] }),
  ...(sampleId && { sampleId: [sampleId] }),
});

const awaitedFor = 60_000;

/** The virus scanner and small pictures take a moment: until they are done, or a minute has passed, is asked again. */
const awaited = ({ thumbnailState, scanState, createdAt }: DocumentDto) =>
  (thumbnailState === 'pending' || scanState === 'pending') && Date.now() - Date.parse(createdAt) < awaitedFor;

export function filesPage(query: FilesQuery) {
  return queryOptions({
    queryKey: fileKeys.list(query),
    queryFn: async ({ signal }) => (await listDocuments({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.results.some(awaited) ? 1_500 : false),
  });
}

export function fileDetail(id: string) {
  return queryOptions({
    queryKey: fileKeys.detail(id),
    queryFn: async ({ signal }) => (await getDocument({ path: { id }, signal, throwOnError: true })).data,
    refetchInterval: ({ state }) => (state.data && awaited(state.data) ? 1_500 : false),
  });
}

/** All versions of a document, the newest first. */
export const versionsOf = (seriesId: string) =>
  filesPage({ seriesId: [seriesId], ordering: '-version', pageSize: 200 });

/** An address that shows the file; the server's links live five minutes. */
export function viewLink(id: string) {
  return queryOptions({
    queryKey: fileKeys.link(id),
    queryFn: async ({ signal }) => {
      const { data } = await linkToDocument({ path: { id }, query: { use: 'view' }, signal, throwOnError: true });
      return new URL(data.url, __API_URL__ || window.location.href).href;
    },
    staleTime: 4 * 60_000,
    gcTime: 4 * 60_000,
    refetchOnWindowFocus: false, // what is being read stays
  });
}

/** What an artwork takes to be printed; of a file that never changes. */
export function printColours(id: string) {
  return queryOptions({
    queryKey: [...fileKeys.link(id), 'colours'] as const,
    queryFn: async ({ signal }) => (await countPrintColours({ path: { id }, signal, throwOnError: true })).data,
    retry: false,
  });
}

/** So many files are guessed in one request. */
const guessedAtOnce = 100;
/** So many of them are looked into; the rest is known by name. */
const mostLookedInto = 20;

/** What files seem to be, by their names, what is in them, and folders; where nobody can say, they are of the kind that fits all. */
export async function guessesOf(orderId: string, files: readonly File[]): Promise<DocumentGuessDto[]> {
  const nothing = () => ({ category: 'other', subcategory: null, orderLineId: null, documentDate: null }) as const;
  const guesses: DocumentGuessDto[] = [];
  try {
    for (let from = 0; from < files.length; from += guessedAtOnce) {
      const some = files.slice(from, from + guessedAtOnce);
      const named: NamedFileDto[] = [];
      // One after the other: each may be large, and the first few say most.
      for (const file of some) {
        const content = named.length < mostLookedInto ? await contentOf(file) : {};
        named.push({ fileName: pathOf(file), contentType: file.type || null, ...content });
      }
      const { data } = await guessDocuments({ path: { id: orderId }, body: { files: named }, throwOnError: true });
      guesses.push(...data.guesses);
    }
    return guesses;
  } catch {
    return files.map(nothing); // the person says it then
  }
}

/** Lines tell how many files they have. */
export function useFileNews() {
  const queries = useQueryClient();
  return () => {
    for (const queryKey of [fileKeys.all, ['activity'], orderKeys.all]) void queries.invalidateQueries({ queryKey });
  };
}

/** Saves the file to the person's own disk. */
export function useDownload() {
  return useMutation({
    mutationFn: async ({ id }: DocumentDto) =>
      (await linkToDocument({ path: { id }, query: { use: 'download' }, throwOnError: true })).data,
    onSuccess: ({ url }) => window.location.assign(new URL(url, __API_URL__ || window.location.href).href),
  });
}

export function useUpdateFile(file: DocumentDto) {
  const askAgain = useFileNews();
  return useMutation({
    mutationFn: async (body: UpdateDocumentDto) => {
      const path = { id: file.id };
      return (await change(file, body, (headers) => updateDocument({ path, body, headers, throwOnError: true }))).data;
    },
    onSettled: askAgain,
    meta: { ownErrors: true },
  });
}

/** To the trash at once, with a way back. */
export function useDeleteFile() {
  const askAgain = useFileNews();
  const restore = useMutation({
    mutationFn: ({ id }: DocumentDto) => restoreDocument({ path: { id }, throwOnError: true }),
    onSuccess: (_answer, { fileName }) => notify.success(`${fileName} is back.`),
    onSettled: askAgain,
  });
  return useMutation({
    mutationFn: (file: DocumentDto) =>
      deleteDocument({ path: { id: file.id }, headers: ifUnchanged(file), throwOnError: true }),
    onSuccess: (_answer, file) =>
      notify.success(`${file.fileName} is in the trash.`, { label: 'Undo', run: () => restore.mutate(file) }),
    onSettled: askAgain,
  });
}
