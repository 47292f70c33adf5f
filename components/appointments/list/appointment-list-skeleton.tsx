import { DataTableSkeleton } from "../../shared/data-table/skeleton";
import { Card } from "../../ui/card";
import { Skeleton } from "../../ui/skeleton";

/** Figures, filters and rows at their size, while the first page is on its way. */
export function AppointmentListSkeleton() {
  return (
    <>
      <div className="grid grid-cols-3 gap-2 pb-4 sm:gap-4">
        {[1, 2, 3].map((figure) => (
          <Skeleton key={figure} className="h-20 rounded-lg sm:h-22" />
        ))}
      </div>
      <Card>
        <div className="flex gap-2 border-b p-2">
          <Skeleton className="h-(--control) w-full sm:w-52" />
          <Skeleton className="h-(--control) w-44 max-sm:hidden" />
          <Skeleton className="h-(--control) w-44 max-md:hidden" />
        </div>
        <DataTableSkeleton rows={12} />
      </Card>
    </>
  );
}
