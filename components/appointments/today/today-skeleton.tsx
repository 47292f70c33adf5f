import { Card } from "../../ui/card";
import { Skeleton } from "../../ui/skeleton";

export function TodaySkeleton() {
  return (
    <div aria-busy="true">
      <Card className="mb-4 gap-2 p-4">
        <Skeleton className="h-5 w-40" />
        <Skeleton className="h-7 w-64 max-w-full" />
        <Skeleton className="h-5 w-72 max-w-full" />
      </Card>
      <Card className="divide-y">
        {Array.from({ length: 7 }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
          <div key={index} className="flex gap-3 px-4 py-3">
            <Skeleton className="h-10 w-12" />
            <Skeleton className="h-10 w-56 max-w-[50%]" />
            <Skeleton className="ml-auto h-5.5 w-24" />
          </div>
        ))}
      </Card>
    </div>
  );
}
