import { DataTableSkeleton } from "../shared/data-table/skeleton";
import { Card } from "../ui/card";
import { Skeleton } from "../ui/skeleton";

/** Figures, filters and rows at the size that they will have. */
export function MessageListSkeleton() {
  return (
    <>
      <div className="grid grid-cols-3 gap-2 pb-4 sm:gap-4">
        {["failed", "waiting", "sent"].map((figure) => (
          <Skeleton key={figure} className="h-21" />
        ))}
      </div>
      <Card>
        <div className="flex gap-2 border-b p-2">
          <Skeleton className="h-(--control) w-52" />
          <Skeleton className="h-(--control) w-44 max-sm:hidden" />
          <Skeleton className="h-(--control) w-44 max-sm:hidden" />
        </div>
        <DataTableSkeleton rows={12} />
      </Card>
    </>
  );
}
