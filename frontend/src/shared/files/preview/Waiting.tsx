import { Loading, Skeleton } from '../../ui/States';

/** In the shape of a page. */
export function Waiting() {
  return (
    <Loading what="the file">
      <Skeleton className="mx-auto mt-4 h-[70dvh] w-[min(56rem,calc(100%-2rem))]" />
    </Loading>
  );
}
