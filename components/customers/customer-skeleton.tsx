import { Skeleton } from "../ui/skeleton";

/** Head, numbers and two cards at the size that they will have. */
export function CustomerSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col gap-4">
      <div className="flex items-center gap-4">
        <Skeleton className="size-12 rounded-full" />
        <div className="flex flex-col gap-2">
          <Skeleton className="h-6 w-48" />
          <Skeleton className="h-4 w-32" />
        </div>
      </div>
      <Skeleton className="h-9 w-72" />
      <Skeleton className="h-17 w-full" />
      <div className="grid gap-4 lg:grid-cols-3">
        <Skeleton className="h-80" />
        <Skeleton className="h-80 lg:col-span-2" />
      </div>
    </div>
  );
}
