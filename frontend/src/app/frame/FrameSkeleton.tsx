import { Skeleton } from '@/shared/ui/States';

/** The frame's shape, while it is found out who is there. */
export function FrameSkeleton() {
  return (
    <div className="flex min-h-dvh animate-late" aria-busy>
      <p role="status" className="sr-only">
        Loading Provabook…
      </p>
      <div className="hidden w-60 flex-col gap-3 border-e border-line bg-rail px-4 py-3.5 md:flex">
        <Skeleton className="mb-3 h-7 w-36" />
        {Array.from({ length: 7 }, (_, at) => (
          <Skeleton key={at} className="h-6" />
        ))}
      </div>
      <div className="flex-1">
        <div className="h-14 border-b border-line" />
        <div className="px-4 pt-6 sm:px-6">
          <Skeleton className="h-8 w-56" />
          <Skeleton className="mt-6 h-96 rounded-xl" />
        </div>
      </div>
    </div>
  );
}
