import { cn } from "./cn";

/** Has the size of what comes, so that nothing jumps. Screen readers hear the region's `aria-busy` instead. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={cn("animate-pulse rounded-md bg-neutral-4", className)} />;
}
