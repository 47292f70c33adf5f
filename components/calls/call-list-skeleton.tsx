import { DataTableSkeleton } from "../shared/data-table/skeleton";
import { Card } from "../ui/card";
import { Skeleton } from "../ui/skeleton";

/** Figures, filters and rows at the size that they will have. */
export function CallListSkeleton() {
  return (
    <>
      <div className="grid grid-cols-6 gap-2 pb-4 sm:gap-3 lg:grid-cols-5 lg:gap-4">
        {["total", "conversion", "duration", "unreviewed", "ongoing"].map((figure) => (
          <Skeleton key={figure} className="col-span-2 h-22 lg:col-span-1 max-lg:[&:nth-child(-n+2)]:col-span-3" />
        ))}
      </div>
      <Card>
        <div className="flex gap-2 border-b p-2">
          <Skeleton className="h-(--control) w-72" />
          <Skeleton className="h-(--control) w-44 max-sm:hidden" />
          <Skeleton className="h-(--control) w-44 max-sm:hidden" />
        </div>
        <DataTableSkeleton rows={12} />
      </Card>
    </>
  );
}
