import { Skeleton } from "../../ui/skeleton";

/** Head, tabs and a card of fields at the size that they will have. */
export function ServiceSkeleton() {
  return (
    <div className="flex flex-col gap-4">
      <Skeleton className="h-8 w-64" />
      <Skeleton className="h-(--control) w-full max-w-xl" />
      <Skeleton className="h-96 w-full" />
    </div>
  );
}
