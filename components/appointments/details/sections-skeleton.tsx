import { Skeleton } from "../../ui/skeleton";

export function SectionsSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col gap-3">
      <Skeleton className="mb-1 h-5 w-28" />
      {[44, 36, 64, 52, 32, 40, 20].map((width) => (
        <div key={width} className="flex gap-4">
          <Skeleton className="h-4.5 w-24" />
          <Skeleton className="h-4.5 max-w-[55%]" />
          <span style={{ width: width * 4 }} className="h-4.5 max-w-[55%] animate-pulse rounded-md bg-neutral-4" />
        </div>
      ))}
    </div>
  );
}
