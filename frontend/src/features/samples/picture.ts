import { queryOptions } from '@tanstack/react-query';
import { getSampleFile, linkToDocument, listDocuments, type SampleDto } from '@/shared/api/generated';
import { queryOf } from '@/shared/files/api';
import { viewerOf } from '@/shared/files/kinds';

/** The picture of a round: its own file, else the newest picture among its documents. Null where there is none. */
export function pictureOf(sample: SampleDto) {
  return queryOptions({
    queryKey: ['samples', 'picture', sample.id, sample.rowVersion],
    queryFn: async ({ signal }): Promise<string | null> => {
      const url = await addressOf(sample, signal);
      return url && new URL(url, __API_URL__ || window.location.href).href;
    },
    staleTime: 4 * 60_000, // the server's links live five minutes
    gcTime: 4 * 60_000,
    refetchOnWindowFocus: false,
  });
}

async function addressOf({ id, orderId, attachment }: SampleDto, signal: AbortSignal): Promise<string | null> {
  if (attachment?.contentType.startsWith('image/'))
    return (await getSampleFile({ path: { id }, signal, throwOnError: true })).data.url;
  const query = queryOf({ orderId, sampleId: id });
  const { data } = await listDocuments({ query, signal, throwOnError: true });
  const picture = data.results.find((file) => viewerOf(file) === 'picture');
  if (!picture) return null;
  const path = { id: picture.id };
  return (await linkToDocument({ path, query: { use: 'view' }, signal, throwOnError: true })).data.url;
}
