import { Skeleton } from "../ui/skeleton";
import { FigureGrid } from "./figure-grid";

/** As large as a figure with its change and its sparkline. */
export function FigureSkeleton() {
  return (
    <div aria-busy="true" className="flex min-h-39 flex-col gap-2 rounded-lg border bg-card p-4">
      <Skeleton className="h-4 w-24" />
      <Skeleton className="h-8 w-20" />
      <Skeleton className="mt-auto h-4 w-36 max-w-full" />
      <Skeleton className="h-8 w-full" />
    </div>
  );
}

export function FiguresSkeleton({ count }: { count: 3 | 4 }) {
  return (
    <FigureGrid count={count}>
      {["first", "second", "third", "fourth"].slice(0, count).map((place) => (
        <FigureSkeleton key={place} />
      ))}
    </FigureGrid>
  );
}
