import { Card } from "../../ui/card";
import { Skeleton } from "../../ui/skeleton";

export function CalendarSkeleton() {
  return (
    <Card aria-busy="true">
      <div className="flex gap-2 border-b p-2">
        <Skeleton className="h-(--control) w-40" />
        <Skeleton className="h-(--control) w-48 max-sm:hidden" />
      </div>
      <div className="flex gap-2 border-b p-2">
        <Skeleton className="h-7 w-full max-w-xl" />
      </div>
      <div className="flex gap-2 p-2 pl-14">
        {Array.from({ length: 5 }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
          <Skeleton key={index} className="h-[60dvh] flex-1 max-md:last:hidden" />
        ))}
      </div>
    </Card>
  );
}
