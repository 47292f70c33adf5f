import { Skeleton } from "../../ui/skeleton";

/** As many rows as will come, at their height. */
export function DataTableSkeleton({ rows = 10 }: { rows?: number }) {
  return (
    <div aria-busy="true" className="w-full">
      <div className="flex h-(--row) items-center border-b px-3">
        <Skeleton className="h-3.5 w-24" />
      </div>
      {Array.from({ length: rows }, (_, row) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
          key={row}
          className="flex h-(--row) items-center gap-6 border-b px-3 last:border-b-0"
        >
          <Skeleton className="h-4 w-40 max-w-[45%]" />
          <Skeleton className="h-4 w-24 max-sm:hidden" />
          <Skeleton className="h-4 flex-1 max-md:hidden" />
          <Skeleton className="ml-auto h-4 w-16" />
        </div>
      ))}
    </div>
  );
}
