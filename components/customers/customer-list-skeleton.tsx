import { DataTableSkeleton } from "../shared/data-table/skeleton";
import { Card } from "../ui/card";
import { Skeleton } from "../ui/skeleton";

/** Figures, search and rows at the size that they will have. */
export function CustomerListSkeleton() {
  return (
    <>
      <div className="grid grid-cols-3 gap-2 pb-4 sm:gap-4">
        {["total", "recent", "regular"].map((figure) => (
          <Skeleton key={figure} className="h-17.5" />
        ))}
      </div>
      <Card>
        <div className="border-b p-2">
          <Skeleton className="h-(--control) w-72 max-w-full" />
        </div>
        <DataTableSkeleton rows={12} />
      </Card>
    </>
  );
}
