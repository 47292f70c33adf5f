import { cn } from "./cn";

export function Separator({ isVertical, className }: { isVertical?: boolean; className?: string }) {
  return (
    <div aria-hidden="true" className={cn("shrink-0 bg-border", isVertical ? "h-5 w-px" : "h-px w-full", className)} />
  );
}
