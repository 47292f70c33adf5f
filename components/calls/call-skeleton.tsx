import { cn } from "../ui/cn";
import { Skeleton } from "../ui/skeleton";

const bubbles = ["w-4/5", "ml-auto w-3/5", "w-2/3", "ml-auto w-1/2", "w-3/4", "ml-auto w-2/5"];

/** A summary and a conversation that are on their way. */
export function CallSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col gap-6">
      <div className="flex flex-col gap-2">
        <Skeleton className="h-4 w-32" />
        <Skeleton className="h-10 w-full" />
      </div>
      <div className="flex flex-col gap-4">
        {bubbles.map((place) => (
          <Skeleton key={place} className={cn("h-12", place)} />
        ))}
      </div>
    </div>
  );
}
